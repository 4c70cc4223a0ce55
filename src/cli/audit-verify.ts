import { readArguments, type Command } from './command.ts';

export const auditVerify: Command = {
	name: 'audit verify',
	parameters: '',
	summary: 'Checks that no line of the audit chain was changed or taken out.',
	help: [
		'Prints the number of lines and the hash of the last one. Note both elsewhere: lines cut off at the end',
		'show only there.'
	].join('\n'),
	async run(args) {
		readArguments(args, {}, { least: 0, most: 0 });
		const { withApp } = await import('./with-app.ts');
		const { entries, brokenAt, lastHash } = await withApp((app) =>
			app.audit.verify(app.database.read)
		);
		if (brokenAt !== null) {
			console.error(
				`The chain does not hold: line ${brokenAt} does not follow from the one before; ${entries} lines before it do.`
			);
			return 1;
		}
		console.info(`The chain holds: ${entries} lines, the last ${lastHash}`);
		return 0;
	}
};
