import { OPERATOR } from '../lib/server/access.ts';
import { demandOption, readArguments, WrongUsage, type Command } from './command.ts';

const FORMATS = ['json', 'html', 'pdf'] as const;
type Format = (typeof FORMATS)[number];

export const reportAnnual: Command = {
	name: 'report annual',
	parameters: '--from DAY --to DAY [--format json|html|pdf]',
	summary: 'The annual report of the reviewing service, for any period.',
	help: [
		'--from     the first day, such as 2026-04-01',
		'--to       the last day, which is part of it, such as 2027-03-31',
		'--format   json (what it is without this option), html or pdf; with what managers wrote beside the figures in the',
		'           last two',
		'',
		'It goes to standard output. npm itself writes two lines before it, unless it is told not to:',
		'  npm run --silent sayso -- report annual --from 2026-04-01 --to 2027-03-31 > report.json',
		'Nothing is hidden here, small numbers neither: hand it on with care.'
	].join('\n'),
	async run(args) {
		const { values } = readArguments(
			args,
			{
				from: { type: 'string' },
				to: { type: 'string' },
				format: { type: 'string', default: 'json' }
			},
			{ least: 0, most: 0 }
		);
		const period = { from: demandOption(values.from, 'from'), to: demandOption(values.to, 'to') };
		const format = FORMATS.find((one) => one === values.format);
		if (!format) throw new WrongUsage(`--format is one of ${FORMATS.join(', ')}`);
		process.stdout.write(await written(period, format));
		return 0;
	}
};

async function written(
	period: { readonly from: string; readonly to: string },
	format: Format
): Promise<string | Uint8Array> {
	const { withApp } = await import('./with-app.ts');
	return withApp(async ({ report, documents }) => {
		switch (format) {
			case 'json':
				return `${JSON.stringify(await report.annual(OPERATOR, period), null, 2)}\n`;
			case 'html':
				return report.operatorHtml(OPERATOR, period);
			case 'pdf':
				return documents.print(await report.operatorDocument(OPERATOR, period));
		}
	});
}
