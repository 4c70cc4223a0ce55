import type { DemoSignIn } from '../lib/server/seed/demo-sign-ins.ts';

/** Who can sign in to the demo council and how, in lines of at most 80 characters. */
export function signInTable(
	origin: string,
	signIns: readonly DemoSignIn[],
	wordOf: (picture: string) => string
): string {
	const young = signIns.flatMap((signIn) =>
		signIn.kind === 'young_person'
			? [[signIn.who, signIn.signInName, signIn.secret.map(wordOf).join(', '), signIn.what]]
			: []
	);
	const staff = signIns.flatMap((signIn) =>
		signIn.kind === 'staff' ? [[signIn.who, signIn.email, signIn.what]] : []
	);
	const cards = signIns.flatMap((signIn) =>
		signIn.kind === 'no_account' ? [[signIn.who, signIn.ref, signIn.what]] : []
	);
	const passphrase = signIns.find((signIn) => signIn.kind === 'staff')?.passphrase ?? '';
	return [
		`YOUNG PEOPLE   ${origin}/sign-in   name, then four pictures`,
		...inColumns(young),
		'',
		`STAFF   ${origin}/staff/sign-in`,
		`  everybody's passphrase: ${passphrase}`,
		...inColumns(staff),
		'',
		`NO ACCOUNT YET   Sam or Zoe can print a card for them (desk, people)`,
		...inColumns(cards)
	].join('\n');
}

/** Columns as wide as their widest cell. */
function inColumns(rows: readonly (readonly string[])[]): string[] {
	const widths = (rows[0] ?? []).map((_, column) =>
		Math.max(...rows.map((row) => row[column]?.length ?? 0))
	);
	return rows.map((row) => {
		const cells = row.map((cell, column) => cell.padEnd(widths[column] ?? 0));
		return `  ${cells.join('  ')}`.trimEnd();
	});
}
