import { translatorsOfFiles } from '../lib/server/language/locale-files.ts';
import { DEMO_SIGN_INS } from '../lib/server/seed/demo-sign-ins.ts';
import { signInTable } from './sign-in-table.ts';

export function printSignIns(origin: string): void {
	const { t } = translatorsOfFiles()('en');
	const table = signInTable(origin, DEMO_SIGN_INS, (picture) => t(`secret_words:${picture}`));
	console.info(`\nEastbrook, a council that does not exist, is at ${origin}\n\n${table}\n`);
	console.info('Ctrl-C stops it. What you enter stays; `npm run demo -- --fresh` starts over.');
}
