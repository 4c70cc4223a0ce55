import { expect, test } from 'vitest';
import { createTranslators } from '../lib/language/translator.ts';
import { readLocaleFiles } from '../lib/server/language/locale-files.ts';
import { DEMO_SIGN_INS } from '../lib/server/seed/demo-sign-ins.ts';
import { signInTable } from './sign-in-table.ts';

const { t } = createTranslators(readLocaleFiles())('en');

test('the table of sign-ins fits a terminal, and names everybody with all they need', () => {
	const table = signInTable('http://127.0.0.1:3000', DEMO_SIGN_INS, (id) =>
		t(`secret_words:${id}`)
	);

	for (const line of table.split('\n')) expect(line.length).toBeLessThanOrEqual(80);
	for (const signIn of DEMO_SIGN_INS) {
		expect(table).toContain(signIn.who);
		if (signIn.kind === 'staff') expect(table).toContain(signIn.email);
		if (signIn.kind === 'young_person')
			expect(table).toContain(signIn.secret.map((id) => t(`secret_words:${id}`)).join(', '));
	}
	expect(table).not.toContain('secret_words:');
});
