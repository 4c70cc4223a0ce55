import sharp from 'sharp';
import { oneAtATime } from '../db/one-writer.ts';
import { invalid, throttled } from '../errors.ts';

export const MOST_BYTES = 15 * 1024 * 1024;
const MOST_PIXELS = 60_000_000;
const MOST_EDGE = 1600;
const QUALITY = 80;
/** Each waiting picture is held in memory. */
const MOST_WAITING = 12;

export interface CleanPicture {
	/** WebP, upright, with nothing in it but the picture. */
	readonly bytes: Buffer;
	readonly width: number;
	readonly height: number;
}

// One picture after the other, each on one core: a page must not wait for somebody's photos.
sharp.concurrency(1);
sharp.cache(false);
const inTurn = oneAtATime();
let waiting = 0;

/**
 * Makes a small, clean picture of whatever came in. What it is called and said to be counts for nothing: only what the
 * bytes are.
 * @throws Refusal `picture_…`
 */
export async function cleanPicture(bytes: Buffer): Promise<CleanPicture> {
	if (bytes.length === 0) throw invalid('picture_empty');
	if (bytes.length > MOST_BYTES) throw invalid('picture_too_large');
	if (isHeic(bytes)) throw invalid('picture_heic');
	if (!isPicture(bytes)) throw invalid('picture_not_a_picture');
	if (waiting >= MOST_WAITING) throw throttled(60);

	waiting += 1;
	try {
		return await inTurn(() => encode(bytes));
	} finally {
		waiting -= 1;
	}
}

async function encode(bytes: Buffer): Promise<CleanPicture> {
	// `pages: 1` takes the first picture of an animation; `autoOrient` turns it as its camera says before tags are cut.
	const input = { limitInputPixels: MOST_PIXELS, failOn: 'truncated', pages: 1 } as const;
	try {
		const { width, height } = await sharp(bytes, { ...input, limitInputPixels: false }).metadata();
		if (width * height > MOST_PIXELS) throw invalid('picture_too_many_pixels');
		const { data, info } = await sharp(bytes, input)
			.autoOrient()
			.resize({ width: MOST_EDGE, height: MOST_EDGE, fit: 'inside', withoutEnlargement: true })
			.flatten({ background: '#ffffff' })
			.webp({ quality: QUALITY })
			.timeout({ seconds: 20 })
			.toBuffer({ resolveWithObject: true });
		return { bytes: data, width: info.width, height: info.height };
	} catch (problem) {
		if (problem instanceof Error && problem.name === 'Refusal') throw problem;
		// What the decoder says may quote the file; that it could not be opened is all anybody needs.
		throw invalid('picture_not_a_picture');
	}
}

const startsWith = (bytes: Buffer, at: number, text: string): boolean =>
	bytes.toString('latin1', at, at + text.length) === text;

/** JPEG, PNG, GIF, WebP or AVIF by its first bytes. Drawings made of text, such as SVG, are not let near a decoder. */
function isPicture(bytes: Buffer): boolean {
	return (
		startsWith(bytes, 0, '\u00ff\u00d8\u00ff') ||
		startsWith(bytes, 0, '\u0089PNG\r\n\u001a\n') ||
		startsWith(bytes, 0, 'GIF8') ||
		(startsWith(bytes, 0, 'RIFF') && startsWith(bytes, 8, 'WEBP')) ||
		brandsOf(bytes).some((brand) => brand === 'avif' || brand === 'avis')
	);
}

/** What iPhones keep photos as; the decoder for it cannot be given away freely. */
function isHeic(bytes: Buffer): boolean {
	const brands = brandsOf(bytes);
	const isAvif = brands.some((brand) => brand === 'avif' || brand === 'avis');
	return !isAvif && brands.some((brand) => /^(hei[cxms]|hev[cxms]|mif1|msf1)$/.test(brand));
}

/** The kinds that a file of the ISO media family says it is. */
function brandsOf(bytes: Buffer): string[] {
	if (bytes.length < 12 || !startsWith(bytes, 4, 'ftyp')) return [];
	const end = Math.min(bytes.readUInt32BE(0), bytes.length, 256);
	const brands = [bytes.toString('latin1', 8, 12)];
	for (let at = 16; at + 4 <= end; at += 4) brands.push(bytes.toString('latin1', at, at + 4));
	return brands;
}
