import { randomBytes } from 'node:crypto';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { saysoHere, saysoProcess } from '../../tests/support/command-line.ts';
import { writeFiles } from '../../tests/support/import-files.ts';
import { inventCouncil } from '../../tests/support/report-council.ts';
import { OPERATOR } from '../lib/server/access.ts';
import { createApp, type App } from '../lib/server/app.ts';
import { importFolder } from '../lib/server/importing/import-folder.ts';

const PERIOD = { from: '2021-04-01', to: '2022-03-31' };
const DAYS = `--from ${PERIOD.from} --to ${PERIOD.to}`;
const council = inventCouncil(11, 40);
const key = randomBytes(32);
let folder = '';
let app: App;

beforeAll(async () => {
	folder = mkdtempSync(join(tmpdir(), 'sayso-cli-figures-'));
	writeFileSync(join(folder, 'key'), `${key.toString('base64')}\n`, { mode: 0o600 });
	app = await createApp({ databaseUrl: `file:${join(folder, 'sayso.db')}`, masterKey: key });
	const files = writeFiles({
		...council.files,
		// A key that a spreadsheet would run, and one that has to stand in quotes.
		'young-people.csv': (council.files['young-people.csv'] ?? []).map((line) =>
			line.replace(/^Y3,/, '=Y3,').replace(/^Y5,/, '"Y5, ""x""",')
		),
		'care-periods.csv': (council.files['care-periods.csv'] ?? []).map((line) =>
			line.replace(/^Y3,/, '=Y3,').replace(/^Y5,/, '"Y5, ""x""",')
		),
		'meetings.csv': (council.files['meetings.csv'] ?? []).map((line) =>
			line.replace(/\bY3\b/, '=Y3').replace(/,([^,]*\bY5\b[^,]*),/, (_, cell: string) => {
				return `,"${cell.replace(/\bY5\b/, 'Y5, ""x""')}",`;
			})
		),
		'attendance.csv': (council.files['attendance.csv'] ?? []).map((line) =>
			line.replace(',Y3,', ',=Y3,').replace(',Y5,', ',"Y5, ""x""",')
		)
	});
	const { faults } = await importFolder(app, OPERATOR, files);
	rmSync(files, { recursive: true });
	expect(faults).toEqual([]);
}, 120_000);

afterAll(async () => {
	await app.close();
	rmSync(folder, { recursive: true, force: true });
});

const environment = () => ({
	DATABASE_URL: `file:${join(folder, 'sayso.db')}`,
	SAYSO_KEY_FILE: join(folder, 'key')
});

const sayso = (line: string) => saysoProcess(line, environment());

test('the annual report on the command line is the one of the service', async () => {
	const ran = await sayso(`report annual ${DAYS} --format json`);

	expect(ran).toMatchObject({ status: 0, err: '' });
	const report: unknown = JSON.parse(ran.out);
	expect(report).toEqual(await app.report.annual(OPERATOR, PERIOD));
	expect(report).toMatchObject({ period: PERIOD });
}, 60_000);

test('it comes as a page and on paper too', async () => {
	const html = await sayso(`report annual ${DAYS} --format html`);
	expect(html).toMatchObject({ status: 0, err: '' });
	expect(html.out).toContain('<!doctype html>');
	const pdf = await sayso(`report annual ${DAYS} --format pdf`);
	expect(pdf).toMatchObject({ status: 0, err: '' });
	expect(pdf.bytes.subarray(0, 5).toString()).toBe('%PDF-');
}, 120_000);

test('the return’s columns are a line a child a review, as RFC 4180 has it', async () => {
	const ran = await sayso(`export participation ${DAYS}`);

	expect(ran).toMatchObject({ status: 0, err: '' });
	const british = (date: string) => date.split('-').reverse().join('/');
	const childOf = (ref: string) => ({ Y3: "'=Y3", Y5: '"Y5, ""x"""' })[ref] ?? ref;
	const expected = council.meetings
		.filter(
			({ kind, cancelled, heldOn }) =>
				kind === 'looked_after_review' && !cancelled && heldOn >= PERIOD.from && heldOn <= PERIOD.to
		)
		.flatMap(({ children, heldOn, codes }) =>
			children.map((ref) =>
				[childOf(ref), british(council.bornOn[ref] ?? ''), british(heldOn), codes[ref] ?? ''].join(
					','
				)
			)
		);
	const [head, ...lines] = ran.out.split('\r\n');
	expect(head).toBe('CHILD,DOB,REVIEW,REVIEW_CODE');
	expect(lines.pop()).toBe('');
	expect(lines.toSorted()).toEqual(expected.toSorted());
	expect(lines.some((line) => line.endsWith(','))).toBe(true);
}, 60_000);

test.each([
	['report annual --from 2022-04-01', 2, '--to is missing'],
	[`report annual ${DAYS} --format xls`, 2, '--format is one of json, html, pdf'],
	['report annual --from 2022-04-01 --to 2022-03-31', 1, 'the first of them not after the last'],
	['export participation --from today --to 2022-03-31', 1, 'days as YYYY-MM-DD'],
	['export participation', 2, '--from is missing']
])(
	'“%s” ends with %i',
	async (line, status, why) => {
		const ran = await saysoHere(line, environment());

		expect(ran.status).toBe(status);
		expect(ran.bytes).toHaveLength(0);
		expect(ran.err).toContain(why);
	},
	60_000
);
