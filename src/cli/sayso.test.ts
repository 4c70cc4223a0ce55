import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { saysoHere, saysoProcess } from '../../tests/support/command-line.ts';
import { GOOD_FILES, importFiles } from '../../tests/support/import-files.ts';

let folder = '';
beforeAll(() => {
	folder = mkdtempSync(join(tmpdir(), 'sayso-cli-'));
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** The environment of an operator with a database of this file's own. */
const environment = (other: Readonly<Record<string, string>>) => ({
	DATABASE_URL: `file:${join(folder, 'sayso.db')}`,
	SAYSO_KEY_FILE: join(folder, 'key'),
	ORIGIN: 'https://sayso.example.gov.uk',
	...other
});

const sayso = (line: string, other: Readonly<Record<string, string>> = {}) =>
	saysoProcess(line, environment(other));

const here = (line: string, other: Readonly<Record<string, string>> = {}) =>
	saysoHere(line, environment(other));

const COMMANDS = [
	'migrate',
	'import',
	'staff add',
	'invite',
	'key new',
	'backup',
	'restore',
	'jobs run',
	'themes suggest',
	'report annual',
	'export participation',
	'audit verify'
];

test('an operator sets Sayso up, imports, invites, backs up and restores', async () => {
	expect(await sayso('key new')).toMatchObject({ status: 0, err: '' });
	expect(await sayso('migrate')).toMatchObject({ status: 0, err: '' });

	const files = importFiles(GOOD_FILES);
	const dry = await here(`import ${files} --dry-run`);
	expect(dry).toMatchObject({ status: 0, err: '' });
	expect(dry.out).toContain('Nothing was written.');
	const imported = await sayso(`import ${files}`);
	expect(imported).toMatchObject({ status: 0, err: '' });
	expect(imported.out).toMatch(/young-people\.csv +3 new/);

	const invited = await sayso('invite --ref Y1');
	expect(invited.status).toBe(0);
	const [, code] = /Code +(\S+)/.exec(invited.out) ?? [];
	expect(invited.out).toContain(`https://sayso.example.gov.uk/join/${code}`);
	expect(invited.out).toContain('█');

	const added = await sayso(
		'staff add --name Zoe --email zoe@eastbrook.example --role participation'
	);
	expect(added).toMatchObject({ status: 0, err: '' });
	expect(added.out).toMatch(/Code +\S{3}-\S{4}-\S{3}/);

	const ran = await sayso('jobs run');
	expect(ran).toMatchObject({ status: 0, err: '' });
	expect(ran.out).toContain('mail: done');

	const file = join(folder, 'backup');
	expect(await sayso(`backup ${file}`)).toMatchObject({ status: 0, err: '' });
	const elsewhere = { DATABASE_URL: `file:${join(folder, 'restored.db')}` };
	const restored = await sayso(`restore ${file}`, elsewhere);
	expect(restored).toMatchObject({ status: 0, err: '' });
	expect(restored.out).toContain('The audit chain holds');
	expect(await here('audit verify', elsewhere)).toMatchObject({ status: 0, err: '' });
	expect((await here('invite --ref Y1', elsewhere)).status).toBe(0);
}, 120_000);

test('what is refused says why on standard error, and exits 1', async () => {
	const key = readFileSync(join(folder, 'key'), 'utf8');
	const bad = importFiles({ 'staff.csv': ['ref,name,email,roles', 'S1,Sam,sam,boss'] });
	const refusals: readonly (readonly [line: string, why: string])[] = [
		['key new', 'never written over'],
		[`import ${bad}`, 'staff.csv:2:3: email is not an e-mail address'],
		['invite --ref nobody', 'No young person has that reference'],
		['staff add --name Sam --email sam@x.uk --role boss', '--role: one or more of iro'],
		[`backup ${join(folder, 'backup')}`, 'never written over'],
		[`restore ${join(folder, 'backup')}`, 'not empty'],
		[`restore ${join(folder, 'nothing')}`, 'nothing']
	];

	for (const [at, [line, why]] of refusals.entries()) {
		for (const ran of [await here(line), ...(at < 2 ? [await sayso(line)] : [])]) {
			expect(ran, line).toMatchObject({ status: 1, out: '' });
			expect(ran.err).toContain(why);
			expect(ran.err).not.toMatch(/^\s+at /m);
		}
	}
	expect(readFileSync(join(folder, 'key'), 'utf8')).toBe(key);
	expect((await here('migrate', { SAYSO_KEY_FILE: '' })).err).toContain('SAYSO_KEY_FILE: missing');
}, 120_000);

test('another key than the database was sealed under is refused', async () => {
	const other = { SAYSO_KEY_FILE: join(folder, 'other-key') };
	await sayso('key new', other);

	const ran = await sayso('audit verify', other);

	expect(ran).toMatchObject({ status: 1, out: '' });
	expect(ran.err).toContain('sealed under another key');
}, 60_000);

test('wrong usage exits 2 and shows how it is used', async () => {
	const wrong = [
		'',
		'nonsense',
		'import',
		'import a b',
		'staff add --name Sam',
		'audit',
		'key rotate'
	];

	for (const [at, line] of wrong.entries()) {
		for (const ran of [await here(line), ...(at < 3 ? [await sayso(line)] : [])]) {
			expect(ran, line).toMatchObject({ status: 2, out: '' });
			expect(ran.err).toContain('npm run sayso -- ');
		}
	}
	expect(await here('migrate --fast')).toMatchObject({ status: 2 });
}, 60_000);

test('each command explains itself', async () => {
	expect(await sayso('--help')).toMatchObject({ status: 0, err: '' });
	expect(await sayso('audit verify --help', { SAYSO_KEY_FILE: '' })).toEqual(
		await here('audit verify --help', { SAYSO_KEY_FILE: '' })
	);

	for (const command of COMMANDS) {
		const { status, out, err } = await here(`${command} --help`, { SAYSO_KEY_FILE: '' });
		expect({ status, err }).toEqual({ status: 0, err: '' });
		expect(out).toContain(`npm run sayso -- ${command}`);
	}
	expect(existsSync(join(folder, 'data'))).toBe(false);
}, 60_000);
