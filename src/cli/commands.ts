import { Refusal } from '../lib/server/errors.ts';
import { UnusableBackup } from '../lib/server/backup/sealed-stream.ts';
import { reason } from '../setup/reason.ts';
import { auditVerify } from './audit-verify.ts';
import { backup } from './backup.ts';
import { WrongUsage, type Command } from './command.ts';
import { exportParticipation } from './export-participation.ts';
import { importFiles } from './import.ts';
import { invite } from './invite.ts';
import { jobsRun } from './jobs-run.ts';
import { keyNew } from './key-new.ts';
import { migrate } from './migrate.ts';
import { REFUSALS, UNUSABLE_BACKUPS } from './refusals.ts';
import { reportAnnual } from './report-annual.ts';
import { restore } from './restore.ts';
import { staffAdd } from './staff-add.ts';
import { themesSuggest } from './themes-suggest.ts';

const COMMANDS: readonly Command[] = [
	migrate,
	importFiles,
	staffAdd,
	invite,
	keyNew,
	backup,
	restore,
	jobsRun,
	themesSuggest,
	reportAnnual,
	exportParticipation,
	auditVerify
];

/** @returns the exit status: 0 done, 1 refused with the reasons on standard error, 2 called wrongly */
export async function runCommand(words: readonly string[]): Promise<number> {
	const command = COMMANDS.find(({ name }) => `${words.join(' ')} `.startsWith(`${name} `));
	if (!command) {
		const asked = words[0] === '--help' || words[0] === '-h';
		if (!asked && words[0] !== undefined) console.error(`There is no command “${words[0]}”.\n`);
		(asked ? console.info : console.error)(listOfCommands());
		return asked ? 0 : 2;
	}
	const args = words.slice(command.name.split(' ').length);
	if (args.includes('--help') || args.includes('-h')) {
		console.info(`${usageOf(command)}\n\n${command.summary}\n\n${command.help}`);
		return 0;
	}
	try {
		return await command.run(args);
	} catch (problem) {
		if (problem instanceof WrongUsage) {
			console.error(`${problem.message}\n${usageOf(command)}`);
			return 2;
		}
		console.error(inWords(problem));
		return 1;
	}
}

function inWords(problem: unknown): string {
	if (problem instanceof Refusal) return REFUSALS[problem.code] ?? problem.code;
	if (problem instanceof UnusableBackup) return UNUSABLE_BACKUPS[problem.code];
	if (problem instanceof Error && REFUSALS[problem.message] !== undefined)
		return REFUSALS[problem.message] ?? '';
	return reason(problem);
}

function usageOf({ name, parameters }: Command): string {
	return `npm run sayso -- ${name} ${parameters}`.trimEnd();
}

function listOfCommands(): string {
	const width = Math.max(...COMMANDS.map(({ name }) => name.length));
	const lines = COMMANDS.map(({ name, summary }) => `  ${name.padEnd(width)}  ${summary}`);
	return [
		'npm run sayso -- COMMAND',
		'',
		...lines,
		'',
		'COMMAND --help tells more. The database is DATABASE_URL, the key SAYSO_KEY_FILE.'
	].join('\n');
}
