import { expect, test } from 'vitest';
import { readCsvFile } from './csv-file.ts';
import { faultLine, type Findings } from './faults.ts';

const HEADER = { file: 'staff.csv', columns: ['ref', 'name'], required: ['ref'] };

function read(content: string | Buffer) {
	const findings: Findings = { faults: [], warnings: [] };
	const file = readCsvFile(Buffer.from(content), HEADER, findings);
	return { file, faults: findings.faults.map(faultLine) };
}

const cellsOf = (content: string | Buffer) => read(content).file?.rows.map(({ cells }) => cells);

test('a mark at the beginning, every kind of line end and empty lines do not matter', () => {
	const wanted = [
		['1', 'Sam'],
		['2', 'أمينة']
	];
	expect(cellsOf('\ufeffref,name\r\n1,Sam\r\n\r\n2,أمينة\r\n')).toEqual(wanted);
	expect(cellsOf('ref,name\n1,Sam\n2,أمينة')).toEqual(wanted);
	expect(cellsOf('REF , Name\r1,Sam\r2,أمينة\r')).toEqual(wanted);
});

test('a cell in quotation marks holds commas, marks and line ends', () => {
	expect(cellsOf('ref,name\n1,"A, ""B""\r\nC"\n2,D\n')).toEqual([
		['1', 'A, "B"\nC'],
		['2', 'D']
	]);
});

test('lines are counted as an editor counts them, also after cells that run over several', () => {
	const { file } = read('ref,name\r\n\r\n"1","A\r\nB"\r\n2,"C\n\nD"\r\n3,E\r\n');
	const lines = file?.rows.map((row) => [row.lineOf(0), row.lineOf(1)]);

	expect(lines).toEqual([
		[3, 3],
		[5, 5],
		[8, 8]
	]);
});

test('formulas are text', () => {
	expect(cellsOf('ref,name\n1,=HYPERLINK("x")\n'.replaceAll('"', ''))).toEqual([
		['1', '=HYPERLINK(x)']
	]);
});

test('with the first line alone there is nothing to import, and nothing wrong', () => {
	expect(read('ref,name\n')).toMatchObject({ file: { rows: [] }, faults: [] });
});

test('what is not UTF-8 is told by line and cell', () => {
	const latin = Buffer.from('ref,name\n1,Zoe\n2,Zo\u00eb\n3,"a,b",Ren\u00e9\n', 'latin1');

	expect(read(latin).faults).toEqual([
		'staff.csv:3:2: not UTF-8 text; save the file as “CSV UTF-8”',
		'staff.csv:4:3: not UTF-8 text; save the file as “CSV UTF-8”'
	]);
	expect(read(Buffer.from('ref,name\n1,Sam\n', 'utf16le')).faults).toHaveLength(1);
});

test('an empty file, in bytes or in lines, wants its first line', () => {
	for (const nothing of ['', '\n\n', '\ufeff'])
		expect(read(nothing).faults).toEqual([
			'staff.csv:1:1: an empty file; the first line names the columns: ref,name'
		]);
});

test('more rows than any council has are refused', () => {
	const { faults } = read(`ref,name\n${'1,A\n'.repeat(250_001)}`);

	expect(faults).toEqual([expect.stringContaining('more than 250,000 rows')]);
});
