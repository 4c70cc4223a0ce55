import { deflateSync } from 'node:zlib';
import type { Page } from '@playwright/test';
import sharp from 'sharp';
import { begin, FORM, signIn, write } from './support/journeys.ts';
import { expect, test } from './support/site.ts';
import { WRITTEN, type Words } from './support/words.ts';

/** A PNG that says it is 30,000 pixels square, in a few hundred bytes. */
function bomb(): Buffer {
	const header = Buffer.alloc(13);
	header.writeUInt32BE(30_000, 0);
	header.writeUInt32BE(30_000, 4);
	header.set([8, 2, 0, 0, 0], 8);
	const chunk = (kind: string, data: Buffer) => {
		const body = Buffer.concat([Buffer.from(kind, 'latin1'), data]);
		const framed = Buffer.alloc(body.length + 8);
		framed.writeUInt32BE(data.length, 0);
		framed.set(body, 4);
		framed.writeUInt32BE(crc(body), body.length + 4);
		return framed;
	};
	return Buffer.concat([
		Buffer.from('\u0089PNG\r\n\u001a\n', 'latin1'),
		chunk('IHDR', header),
		chunk('IDAT', deflateSync(Buffer.alloc(1000))),
		chunk('IEND', Buffer.alloc(0))
	]);
}

function crc(bytes: Buffer): number {
	let value = 0xffffffff;
	for (const byte of bytes) {
		value ^= byte;
		for (let bit = 0; bit < 8; bit++) value = value & 1 ? (value >>> 1) ^ 0xedb88320 : value >>> 1;
	}
	return (value ^ 0xffffffff) >>> 0;
}

const heic = Buffer.concat([
	Buffer.from([0, 0, 0, 24]),
	Buffer.from('ftypheic\0\0\0\0mif1heic', 'latin1'),
	Buffer.alloc(2000, 7)
]);

const photo = () =>
	sharp({ create: { width: 4000, height: 3000, channels: 3, background: '#3a7d44' } })
		.jpeg()
		.withExif({ IFD0: { Artist: 'Zebrafish' } })
		.toBuffer();

/** Writes some words and goes to the page for photos from there. */
async function toPhotos(page: Page, t: Words, words: string): Promise<void> {
	await signIn(page, t, 'Kai');
	await begin(page, t, 'standard');
	await page.goto(`${FORM}/3`);
	await write('3', words)(page);
	await page.getByRole('button', { name: t('forms:ways.photo') }).click();
	await expect(page.getByRole('heading', { level: 1 })).toHaveText(t('forms:photo_page.title'));
}

async function add(page: Page, t: Words, name: string, buffer: Buffer): Promise<void> {
	await page
		.getByLabel(t('forms:photo_page.label'))
		.setInputFiles({ name, mimeType: 'image/jpeg', buffer });
	await page.getByRole('button', { name: t('forms:photo_page.add') }).click();
}

test('a photo becomes a small clean picture beside the words', async ({ page, look, reads, t }) => {
	await toPhotos(page, t, WRITTEN[reads]);
	await look(page);
	await add(page, t, 'IMG_0001.jpg', await photo());

	const picture = page.getByRole('img', { name: t('common:picture', { number: 1 }) });
	await expect(picture).toBeVisible();
	await look(page);
	const answer = await page.request.get((await picture.getAttribute('src')) ?? '');
	const bytes = await answer.body();
	expect(await sharp(bytes).metadata()).toMatchObject({ format: 'webp', width: 1600 });
	expect(bytes.includes('Zebrafish')).toBe(false);
	expect(answer.headers()['cache-control']).toBe('no-store');
	await page.goto(`${FORM}/3`);
	await expect(page.locator('[name="a-3"]')).toHaveValue(WRITTEN[reads]);
	await expect(picture).toBeVisible();
});

test('a picture that cannot be taken says why, and the words stay', async ({
	page,
	look,
	reads,
	t
}) => {
	await toPhotos(page, t, WRITTEN[reads]);
	const refused = [
		['IMG_0002.jpg', heic, 'errors:picture_heic'],
		['big.png', bomb(), 'errors:picture_too_many_pixels'],
		['notes.png', Buffer.from('only words in here'), 'errors:picture_not_a_picture'],
		['empty.png', Buffer.alloc(0), 'errors:picture_empty']
	] as const;
	for (const [name, bytes, code] of refused) {
		await add(page, t, name, bytes);
		await expect(page.getByText(t(code)).first()).toBeVisible();
		await expect(page.getByText(t('forms:photo_page.words_safe'))).toBeVisible();
	}
	await look(page);

	await page.getByRole('link', { name: t('forms:photo_page.back') }).click();
	await expect(page.locator('[name="a-3"]')).toHaveValue(WRITTEN[reads]);
});
