import { OPERATOR } from '../lib/server/access.ts';
import { demandOption, readArguments, type Command } from './command.ts';

export const exportParticipation: Command = {
	name: 'export participation',
	parameters: '--from DAY --to DAY',
	summary: 'The reviews and their participation codes, for the return of looked-after children.',
	help: [
		'--from   the first day, such as 2026-04-01',
		'--to     the last day, which is part of it, such as 2027-03-31',
		'',
		'CSV to standard output with CHILD, DOB, REVIEW, REVIEW_CODE, dates as dd/mm/yyyy: a line a child a review that was',
		'held. CHILD is the case system’s own key; an empty REVIEW_CODE was not recorded, and the return fails on it.',
		"A key that begins with = + - or @ gets a ' before it, as a spreadsheet would run it; no key of a return does.",
		'npm itself writes two lines before it, unless it is told not to:',
		'  npm run --silent sayso -- export participation --from 2026-04-01 --to 2027-03-31 > reviews.csv'
	].join('\n'),
	async run(args) {
		const { values } = readArguments(
			args,
			{ from: { type: 'string' }, to: { type: 'string' } },
			{ least: 0, most: 0 }
		);
		const period = { from: demandOption(values.from, 'from'), to: demandOption(values.to, 'to') };
		const { withApp } = await import('./with-app.ts');
		process.stdout.write(await withApp(({ report }) => report.participation(OPERATOR, period)));
		return 0;
	}
};
