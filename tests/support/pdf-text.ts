import { getDocumentProxy } from 'unpdf';

interface Piece {
	readonly str: string;
	readonly width: number;
	readonly x: number;
	readonly y: number;
}

const RIGHT_TO_LEFT = /[\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufeff]/;

/**
 * The lines of a PDF as somebody would read them: pieces are put together by where they stand on the page, from the side
 * their line begins at, so words that were printed in the wrong order come out in the wrong order. The number of the page
 * stands below each.
 */
export async function linesInPdf(pdf: Uint8Array): Promise<string[]> {
	const document = await getDocumentProxy(new Uint8Array(pdf));
	const lines: string[] = [];
	for (let number = 1; number <= document.numPages; number += 1) {
		const { items } = await (await document.getPage(number)).getTextContent();
		const pieces = items.flatMap((item): Piece[] => {
			if (!('str' in item) || item.str.trim() === '') return [];
			const [, , , , x = 0, y = 0] = item.transform as number[];
			return [{ str: item.str.trim(), width: item.width, x, y }];
		});
		lines.push(...linesOf(pieces).map(asRead));
	}
	return lines;
}

function linesOf(pieces: readonly Piece[]): Piece[][] {
	const lines: Piece[][] = [];
	for (const piece of [...pieces].sort((a, b) => b.y - a.y)) {
		const line = lines.at(-1);
		if (line?.[0] && Math.abs(line[0].y - piece.y) < 3) line.push(piece);
		else lines.push([piece]);
	}
	return lines;
}

/** In a line from right to left, what runs the other way within it is still read from left to right. */
function asRead(line: readonly Piece[]): string {
	const fromLeft = [...line].sort((a, b) => a.x - b.x);
	if (!line.some(({ str }) => RIGHT_TO_LEFT.test(str))) return joined(fromLeft);
	const runs: Piece[][] = [];
	for (const piece of fromLeft) {
		const run = runs.at(-1);
		if (run?.[0] && !RIGHT_TO_LEFT.test(run[0].str) && !RIGHT_TO_LEFT.test(piece.str))
			run.push(piece);
		else runs.push([piece]);
	}
	return joined(runs.reverse().flat());
}

/** With a space wherever there is room for one between two pieces. */
function joined(pieces: readonly Piece[]): string {
	return pieces
		.map((piece, at) => {
			const next = pieces[at + 1];
			if (!next) return piece.str;
			const [left, right] = piece.x < next.x ? [piece, next] : [next, piece];
			return right.x - (left.x + left.width) > 1 ? `${piece.str} ` : piece.str;
		})
		.join('');
}

/**
 * The words of a line in their order, each with its letters in any: a reader of PDFs tells vowel signs and joined letters
 * (such as lam-alef) in an order of its own, and that is no fault of the page.
 */
export function arabicWords(line: string): string[] {
	return line
		.normalize('NFD')
		.replace(/\p{M}/gu, '')
		.split(/\s+/)
		.map((word) => [...word].sort().join(''));
}

/** The fonts a PDF is set in, and whether their letters are in it: what is not embedded looks different elsewhere. */
export async function fontsInPdf(
	pdf: Uint8Array
): Promise<{ readonly name: string; readonly embedded: boolean }[]> {
	const document = await getDocumentProxy(new Uint8Array(pdf));
	const found = new Map<string, boolean>();
	for (let number = 1; number <= document.numPages; number += 1) {
		const page = await document.getPage(number);
		const { fnArray, argsArray } = await page.getOperatorList();
		for (const [at, operation] of fnArray.entries()) {
			if (operation !== SET_FONT) continue;
			const id = String(argsArray[at]?.[0]);
			const font = page.commonObjs.get(id) as { name?: string; missingFile?: boolean };
			found.set(font.name ?? id, font.missingFile !== true);
		}
	}
	return [...found].map(([name, embedded]) => ({ name, embedded }));
}

/** `setFont` among the operations of pdf.js. */
const SET_FONT = 37;
