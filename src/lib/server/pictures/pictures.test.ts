import sharp from 'sharp';
import { beforeAll, describe, expect, test } from 'vitest';
import { onBothEngines } from '../../../../tests/support/engines.ts';
import { addStaff, addYoungPerson } from '../../../../tests/support/people.ts';
import { SAMPLE } from '../../../../tests/support/sample-form.ts';
import { deleteDraft, readDraft } from '../drafts/draft-contents.ts';
import { createDrafts } from '../drafts/drafts.ts';
import { notFound } from '../errors.ts';
import { cleanPicture, MOST_BYTES } from './clean-picture.ts';
import { createPictures, MOST_A_QUESTION } from './pictures.ts';

const plain = (width: number, height: number) =>
	sharp({ create: { width, height, channels: 3, background: '#4488cc' } });

/** What a phone makes: 12 megapixels, lying on its side, with the place it was taken in it. */
async function phonePhoto(): Promise<Buffer> {
	const noise = { type: 'gaussian', mean: 128, sigma: 40 } as const;
	return sharp({ create: { width: 4032, height: 3024, channels: 3, background: '#888', noise } })
		.withExif({
			IFD0: { Make: 'Phone', Model: 'X1' },
			IFD3: { GPSLatitude: '51/1 30/1 0/1', GPSLatitudeRef: 'N' }
		})
		.withMetadata({ orientation: 6 })
		.jpeg({ quality: 90 })
		.toBuffer();
}

async function animated(format: 'gif' | 'webp'): Promise<Buffer> {
	const frame = (background: string) =>
		sharp({ create: { width: 40, height: 30, channels: 3, background } })
			.png()
			.toBuffer();
	const frames = await Promise.all(['#ff0000', '#0000ff', '#00ff00'].map(frame));
	return sharp(frames, { join: { animated: true } })
		.toFormat(format, { loop: 0 })
		.toBuffer();
}

describe('making a picture clean', () => {
	test('a 12-megapixel phone photo becomes small, upright and tells nothing of where it was taken', async () => {
		const photo = await phonePhoto();
		expect((await sharp(photo).metadata()).exif).toBeDefined();

		const clean = await cleanPicture(photo);

		expect([clean.width, clean.height]).toEqual([1200, 1600]);
		const made = await sharp(clean.bytes).metadata();
		expect(made).toMatchObject({ format: 'webp', width: 1200, height: 1600 });
		expect([made.exif, made.xmp, made.iptc, made.icc, made.orientation]).toEqual([
			undefined,
			undefined,
			undefined,
			undefined,
			undefined
		]);
		expect(clean.bytes.length).toBeLessThan(photo.length);
	});

	test.each(['gif', 'webp'] as const)('an animated %s keeps its first picture', async (format) => {
		const clean = await cleanPicture(await animated(format));

		expect([clean.width, clean.height]).toEqual([40, 30]);
		expect((await sharp(clean.bytes).metadata()).pages ?? 1).toBe(1);
		const { dominant } = await sharp(clean.bytes).stats();
		expect(dominant.r).toBeGreaterThan(200);
	});

	test('a picture of one pixel, and a drawing with a clear ground', async () => {
		expect(await cleanPicture(await plain(1, 1).png().toBuffer())).toMatchObject({ width: 1 });

		const clear = { r: 0, g: 0, b: 0, alpha: 0 };
		const drawing = await sharp({
			create: { width: 8, height: 8, channels: 4, background: clear }
		})
			.png()
			.toBuffer();
		const made = await sharp((await cleanPicture(drawing)).bytes).stats();
		expect(made.channels[0]?.mean).toBeGreaterThan(250);
	});

	test('an AVIF is taken', async () => {
		const avif = await plain(20, 10).avif().toBuffer();
		expect(await cleanPicture(avif)).toMatchObject({ width: 20, height: 10 });
	});

	const heic = Buffer.concat([
		Buffer.from([0, 0, 0, 24]),
		Buffer.from('ftypheic\0\0\0\0mif1heic', 'latin1'),
		Buffer.alloc(64)
	]);
	let bomb: Buffer;
	let cut: Buffer;
	beforeAll(async () => {
		bomb = await sharp({
			create: { width: 30_000, height: 30_000, channels: 3, background: '#fff' },
			limitInputPixels: false
		})
			.png({ compressionLevel: 9, palette: false })
			.toBuffer();
		const whole = await phonePhoto();
		cut = whole.subarray(0, Math.floor(whole.length / 2));
	}, 120_000);
	const script = '<svg xmlns="http://www.w3.org/2000/svg"><script>alert(1)</script></svg>';

	test.each([
		['nothing', () => Buffer.alloc(0), 'picture_empty'],
		['more bytes than allowed', () => Buffer.alloc(MOST_BYTES + 1), 'picture_too_large'],
		['a HEIC, whatever it is called', () => heic, 'picture_heic'],
		['a PNG of 30,000 pixels each way', () => bomb, 'picture_too_many_pixels'],
		['text', () => Buffer.from('not a picture at all'), 'picture_not_a_picture'],
		['half a JPEG', () => cut, 'picture_not_a_picture'],
		['an SVG with a script', () => Buffer.from(script), 'picture_not_a_picture'],
		[
			'a PNG with nothing behind its first bytes',
			() => bomb.subarray(0, 20),
			'picture_not_a_picture'
		]
	])('%s is refused', async (_, bytes, code) => {
		await expect(cleanPicture(bytes())).rejects.toMatchObject({ kind: 'invalid', code });
	});
});

onBothEngines('pictures', (engine) => {
	async function setUp() {
		const app = await engine.open();
		const formOf = (id: string) => (id === SAMPLE.id ? SAMPLE : undefined);
		const officer = await addStaff(app, {});
		const { id, actor } = await addYoungPerson(app, { officerId: officer.id });
		const drafts = createDrafts(app, formOf);
		const pictures = createPictures(app, {
			formOf,
			demandReading: () => Promise.reject(notFound())
		});
		const contents = () =>
			readDraft(app, app.database.read, { youngPersonId: id, formId: 'sample', togetherId: '' });
		const bytes = await plain(30, 20).jpeg().toBuffer();
		const picture = { formId: 'sample', questionId: '2', source: 'photo', language: 'en' } as const;
		const { author } = await drafts.open(actor, 'sample');
		const typed = (text: string) =>
			drafts.save(actor, {
				author,
				formId: 'sample',
				pageId: 'home',
				fields: { 'a-2': [text] },
				intent: 'next',
				language: 'en',
				pageToken: 'p',
				turn: 0,
				stamps: {},
				choices: {},
				chairOnly: null
			});
		return { app, drafts, pictures, actor, officer, contents, bytes, picture, typed };
	}

	test('go with the words of their answer, both ways round', async () => {
		const { pictures, actor, contents, bytes, picture, typed } = await setUp();
		await typed('My room');

		const id = await pictures.add(actor, { ...picture, bytes });
		expect((await contents())?.answers['2']?.answer).toEqual({
			kind: 'say',
			text: 'My room',
			pictures: [id]
		});

		await typed('My old room');
		expect((await contents())?.answers['2']?.answer).toMatchObject({
			text: 'My old room',
			pictures: [id]
		});
	});

	test('are sealed, opened by their author with a trace, and by nobody else', async () => {
		const { app, pictures, actor, officer, bytes, picture, typed } = await setUp();
		await typed('x');
		const id = await pictures.add(actor, { ...picture, bytes });
		const other = await addYoungPerson(app, { knownAs: 'Jayden' });

		const [row] = await app.database.read.select().from(app.database.read.tables.pictures);
		expect(row?.bytesSealed.includes('WEBP')).toBe(false);
		expect((await sharp(await pictures.openOwn(actor, id)).metadata()).format).toBe('webp');
		await expect(pictures.openOwn(other.actor, id)).rejects.toMatchObject({ kind: 'not_found' });
		await expect(pictures.openOwn(officer.actor, id)).rejects.toMatchObject({ kind: 'not_found' });
		await expect(pictures.openForDesk(officer.actor, id)).rejects.toMatchObject({
			kind: 'not_found'
		});
		const entries = await app.database.read.select().from(app.database.read.tables.auditEntries);
		expect(entries.filter(({ action }) => action === 'picture.opened')).toHaveLength(1);
	});

	test('a refused picture leaves the answer as it was', async () => {
		const { pictures, actor, contents, picture, typed } = await setUp();
		await typed('My room');

		const refused = pictures.add(actor, { ...picture, bytes: Buffer.from('nothing') });

		await expect(refused).rejects.toMatchObject({ code: 'picture_not_a_picture' });
		expect((await contents())?.answers['2']?.answer).toMatchObject({
			text: 'My room',
			pictures: []
		});
	});

	test('there are only so many for an answer', async () => {
		const { pictures, actor, bytes, picture, typed } = await setUp();
		await typed('x');
		for (let added = 0; added < MOST_A_QUESTION; added++)
			await pictures.add(actor, { ...picture, bytes });

		await expect(pictures.add(actor, { ...picture, bytes })).rejects.toMatchObject({
			code: 'picture_too_many'
		});
	});

	test('are taken out for good; an answer of nothing else is then skipped', async () => {
		const { app, pictures, actor, contents, bytes, picture, typed } = await setUp();
		await typed('');
		const id = await pictures.add(actor, { ...picture, bytes });

		await pictures.remove(actor, { formId: 'sample', id, language: 'en' });

		expect((await contents())?.answers['2']?.answer).toEqual({ kind: 'skipped' });
		expect(await app.database.read.select().from(app.database.read.tables.pictures)).toEqual([]);
	});

	test('only answers in words have them', async () => {
		const { pictures, actor, bytes, picture, typed } = await setUp();
		await typed('x');
		const elsewhere = pictures.add(actor, { ...picture, questionId: '1', bytes });
		await expect(elsewhere).rejects.toMatchObject({ kind: 'not_found' });
	});

	test('go when their draft is deleted', async () => {
		const { app, pictures, actor, contents, bytes, picture, typed } = await setUp();
		await typed('x');
		await pictures.add(actor, { ...picture, bytes });

		const draft = await contents();
		await app.database.inTransaction((tx) => deleteDraft(tx, draft?.draftId ?? ''));

		expect(await app.database.read.select().from(app.database.read.tables.pictures)).toEqual([]);
	});
});
