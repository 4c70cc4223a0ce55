import type { Page } from '@playwright/test';
import sharp from 'sharp';
import { findBrowser } from '../../src/setup/browser.ts';
import {
	begin,
	choose,
	fillIn,
	FORM,
	send,
	signIn,
	staffSignIn,
	write
} from './support/journeys.ts';
import { expect, test } from './support/site.ts';
import { WRITTEN, type Words } from './support/words.ts';

const browser = findBrowser();

// A microphone that beeps, and a browser that does not ask.
test.use({
	launchOptions: {
		...browser,
		args: [
			...(browser?.args ?? []),
			'--use-fake-device-for-media-stream',
			'--use-fake-ui-for-media-stream'
		]
	}
});

/** Writes some words and goes to the page for voice notes from there. */
async function toVoice(page: Page, t: Words, words: string): Promise<void> {
	await signIn(page, t, 'Kai');
	await begin(page, t, 'standard');
	await page.goto(`${FORM}/3`);
	await write('3', words)(page);
	await page.getByRole('button', { name: t('forms:ways.voice') }).click();
	await expect(page.getByRole('heading', { level: 1 })).toHaveText(t('ways:voice.title'));
}

async function record(page: Page, t: Words, ms: number): Promise<void> {
	await page.getByRole('button', { name: t('ways:voice.record') }).click();
	await expect(page.getByText(t('ways:voice.recording'))).toBeVisible();
	await page.waitForTimeout(ms);
	await page.getByRole('button', { name: t('ways:voice.stop') }).click();
	await expect(page.getByText(t('ways:voice.stopped'))).toBeVisible();
}

/** How long the browser says it is, in seconds. */
const lengthOf = (page: Page, name: string): Promise<number> =>
	page.getByLabel(name, { exact: true }).evaluate(
		(element) =>
			new Promise<number>((resolve, reject) => {
				const audio = element as HTMLAudioElement;
				audio.addEventListener('loadedmetadata', () => resolve(audio.duration));
				audio.addEventListener('error', () => reject(new Error('it cannot be played')));
				audio.preload = 'metadata';
				audio.load();
			})
	);

test.describe('with a microphone', () => {
	test('a voice note goes with the words, and the officer can play it @javascript', async ({
		page,
		look,
		anotherDevice,
		reads,
		t
	}) => {
		test.setTimeout(180_000);
		await toVoice(page, t, WRITTEN[reads]);
		await look(page);
		await record(page, t, 1500);
		await look(page);
		await page.getByRole('button', { name: t('ways:voice.keep') }).click();

		await expect(page).toHaveURL(new RegExp(`${FORM}/3`));
		await expect(page.locator('[name="a-3"]')).toHaveValue(WRITTEN[reads]);
		const note = t('forms:sound', { number: 1 });
		expect(await lengthOf(page, note)).toBeGreaterThan(1);
		const answer = await page.request.get((await page.getByLabel(note).getAttribute('src')) ?? '', {
			headers: { range: 'bytes=0-1' }
		});
		expect(answer.status()).toBe(206);
		expect(answer.headers()).toMatchObject({
			'content-type': 'audio/mpeg',
			'cache-control': 'no-store',
			'x-content-type-options': 'nosniff',
			'accept-ranges': 'bytes'
		});

		await page.getByRole('button', { name: t('forms:next'), exact: true }).click();
		await fillIn(page, t, { Z1: choose('Z1', 'yes') });
		await look(page);
		await send(page, t, 'Sam Okoro');

		const statement = new URL(page.url()).searchParams.get('statement') ?? '';
		const desk = await anotherDevice({ width: 1280 });
		await staffSignIn(desk, t, 'Sam');
		await desk.goto(`/desk/statements/${statement}`);
		await expect(desk.getByLabel(note, { exact: true })).toBeVisible();
		await look(desk);
		const length = await lengthOf(desk, note);
		expect(length).toBeGreaterThan(1);
		expect(length).toBeLessThan(10);
	});

	test('a note can be paused, recorded again, and taken out @javascript', async ({ page, t }) => {
		await toVoice(page, t, '');
		await page.getByRole('button', { name: t('ways:voice.record') }).click();
		await page.getByRole('button', { name: t('ways:voice.pause') }).click();
		await expect(page.getByText(t('ways:voice.paused'))).toBeVisible();
		await page.getByRole('button', { name: t('ways:voice.resume') }).click();
		await page.getByRole('button', { name: t('ways:voice.stop') }).click();
		await page.getByRole('button', { name: t('ways:voice.again') }).click();
		await page.waitForTimeout(800);
		await page.getByRole('button', { name: t('ways:voice.stop') }).click();
		await page.getByRole('button', { name: t('ways:voice.keep') }).click();
		const note = page.getByLabel(t('forms:sound', { number: 1 }));
		await expect(note).toBeVisible();

		await page.getByRole('button', { name: t('forms:ways.voice_more') }).click();
		await page.getByRole('button', { name: t('ways:voice.remove_this', { number: 1 }) }).click();
		await expect(note).toHaveCount(0);
	});

	test('a browser without an Opus recorder records all the same @javascript', async ({
		page,
		t
	}) => {
		await page.addInitScript(() => {
			MediaRecorder.isTypeSupported = () => false;
		});
		await toVoice(page, t, '');
		await record(page, t, 1500);
		await page.getByRole('button', { name: t('ways:voice.keep') }).click();
		const note = t('forms:sound', { number: 1 });
		await expect(page.getByLabel(note)).toBeVisible();
		expect(await lengthOf(page, note)).toBeGreaterThan(1);
	});

	test('a dropped connection loses no note @javascript', async ({ page, t }) => {
		await toVoice(page, t, '');
		await record(page, t, 800);
		await page.evaluate(() => {
			const real = globalThis.fetch;
			globalThis.fetch = () => {
				globalThis.fetch = real;
				return Promise.reject(new TypeError('no connection'));
			};
		});
		await page.getByRole('button', { name: t('ways:voice.keep') }).click();
		await expect(page.getByText(t('ways:voice.not_kept'))).toBeVisible();
		await page.getByRole('button', { name: t('ways:voice.keep') }).click();
		await expect(page.getByLabel(t('forms:sound', { number: 1 }))).toBeVisible();
	});
});

test('with the microphone refused, the page says so and leads to writing @javascript', async ({
	page,
	t
}) => {
	await page.addInitScript(() => {
		navigator.mediaDevices.getUserMedia = () =>
			Promise.reject(new DOMException('no', 'NotAllowedError'));
	});
	await toVoice(page, t, '');
	await page.getByRole('button', { name: t('ways:voice.record') }).click();
	await expect(page.getByText(t('ways:voice.refused'))).toBeVisible();
});

test('without JavaScript the page for voice notes leads back to writing', async ({
	page,
	look,
	javaScriptEnabled,
	reads,
	t
}) => {
	await toVoice(page, t, WRITTEN[reads]);
	const write = page.getByRole('link', { name: t('ways:voice.write') });
	if (javaScriptEnabled !== false) return expect(write).toBeHidden();
	await look(page);
	await write.click();
	await expect(page.locator('[name="a-3"]')).toHaveValue(WRITTEN[reads]);
});

test.describe('with a voice on the device', () => {
	test.beforeEach(async ({ page, reads }) => {
		await page.addInitScript((lang) => {
			const spoken: string[] = [];
			const voice = { lang, localService: true, name: 'Voice', default: true, voiceURI: 'voice' };
			class Utterance extends EventTarget {
				readonly text: string;
				constructor(text: string) {
					super();
					this.text = text;
				}
			}
			Object.defineProperty(globalThis, 'SpeechSynthesisUtterance', { value: Utterance });
			Object.defineProperty(globalThis, 'speechSynthesis', {
				value: Object.assign(new EventTarget(), {
					getVoices: () => [voice],
					cancel: () => spoken.push('(silence)'),
					speak: ({ text }: Utterance) => spoken.push(text)
				})
			});
			Object.assign(globalThis, { spoken });
		}, reads);
	});
	const spoken = (page: Page) =>
		page.evaluate(() => (globalThis as unknown as { spoken: string[] }).spoken);

	test('a question is read aloud when asked, with its choices in order @javascript', async ({
		page,
		look,
		t
	}) => {
		await signIn(page, t, 'Kai');
		await begin(page, t, 'standard');
		await page.goto(`${FORM}/Z1`);
		const listen = page.getByRole('button', { name: t('ways:aloud.listen') });
		await expect(listen.first()).toBeVisible();
		await look(page);
		expect(await spoken(page)).toEqual([]);

		await listen.first().click();
		const heading = await page.getByRole('heading', { level: 1 }).innerText();
		const said = (await spoken(page)).filter((words) => words !== '(silence)');
		expect(said[0]).toBe(heading.trim());
		const labels = await page.locator('[id="q-Z1"] label').allInnerTexts();
		for (const label of labels) expect(said).toContain(label.replace(/\s+/g, ' ').trim());

		await page.getByRole('button', { name: t('ways:aloud.stop') }).click();
		expect((await spoken(page)).at(-1)).toBe('(silence)');
		await expect(listen.first()).toBeVisible();
	});
});

test('a drawing is made with the keyboard alone @javascript', async ({ page, look, t }) => {
	await signIn(page, t, 'Kai');
	await begin(page, t, 'standard');
	await page.goto(`${FORM}/3`);
	await page.getByRole('button', { name: t('forms:ways.draw') }).click();
	const pad = page.getByRole('application', { name: t('forms:draw_page.pad') });
	await look(page);
	await page.keyboard.press('Tab');
	while (!(await pad.evaluate((element) => element === document.activeElement)))
		await page.keyboard.press('Tab');

	await page.keyboard.press('Space');
	await expect(page.getByText(t('ways:draw.pen_down'))).toBeVisible();
	for (let step = 0; step < 5; step++) await page.keyboard.press('Shift+ArrowRight');
	await expect(page.getByRole('status').filter({ hasText: '100' })).toContainText('50');
	await page.keyboard.press('Space');
	await page.keyboard.press('ArrowUp');
	await page.keyboard.press('Enter');
	await expect(page.getByText(t('ways:draw.placed'))).toBeVisible();
	await page.keyboard.press('Backspace');
	await expect(page.getByText(t('forms:draw_page.undone'))).toBeVisible();

	await page.getByRole('button', { name: t('forms:draw_page.add') }).press('Enter');
	const picture = page.getByRole('img', { name: t('common:picture', { number: 1 }) });
	await expect(picture).toBeVisible();
	const bytes = await (await page.request.get((await picture.getAttribute('src')) ?? '')).body();
	const { data, info } = await sharp(bytes).raw().toBuffer({ resolveWithObject: true });
	const lightness = (x: number, y: number) => data[(y * info.width + x) * info.channels] ?? 0;
	expect(lightness(900, 600)).toBeLessThan(100);
	// The pen that was moved is no part of it.
	expect(lightness(300, 600)).toBeGreaterThan(200);
	expect(lightness(1180, 552)).toBeGreaterThan(200);
});
