import { OPERATOR } from '../lib/server/access.ts';
import type { ImportOutcome } from '../lib/server/importing/import-folder.ts';
import { readArguments, type Command } from './command.ts';
import { operatorPath } from './paths.ts';

export const importFiles: Command = {
	name: 'import',
	parameters: 'FOLDER [--dry-run]',
	summary: 'Takes the CSV files of the case system, wholly or not at all.',
	help: [
		'FOLDER holds one or more of staff.csv, young-people.csv, care-periods.csv, meetings.csv, attendance.csv:',
		'UTF-8, names of the columns in the first line, in any order.',
		'What has the same reference is brought up to date. Nothing is taken away because a file does not name it.',
		'Every fault is listed as file:line:column, and then nothing is written.',
		'',
		'--dry-run   looks at everything, tells what would change, writes nothing'
	].join('\n'),
	async run(args) {
		const { positionals, values } = readArguments(
			args,
			{ 'dry-run': { type: 'boolean', default: false } },
			{ least: 1, most: 1 }
		);
		const { withApp } = await import('./with-app.ts');
		const { importFolder } = await import('../lib/server/importing/import-folder.ts');
		const outcome = await withApp((app) =>
			importFolder(app, OPERATOR, operatorPath(positionals[0] ?? ''), {
				dryRun: values['dry-run']
			})
		);
		for (const line of [...outcome.warnings, ...outcome.faults]) console.error(line);
		if (outcome.outcome === 'refused') {
			const count = outcome.faults.length;
			console.error(`Nothing was written: ${count === 1 ? '1 fault' : `${count} faults`}.`);
			return 1;
		}
		console.info(summaryOf(outcome));
		return 0;
	}
};

function summaryOf({ outcome, counts }: ImportOutcome): string {
	const lines = counts.map(
		([file, { added, changed, unchanged }]) =>
			`  ${file.padEnd(18)} ${String(added).padStart(7)} new ${String(changed).padStart(7)} changed ${String(unchanged).padStart(7)} as before`
	);
	const first = outcome === 'would_do' ? 'Nothing was written. It would be:' : 'Imported:';
	return [first, ...lines].join('\n');
}
