import fc from 'fast-check';
import { afterAll, describe, expect, test } from 'vitest';
import { beeps, beepsInOgg, wav } from '../../../../tests/support/recordings.ts';
import { Refusal } from '../errors.ts';
import { createSoundCleaner } from './clean-sound.ts';
import { MOST_BYTES } from './limits.ts';

const { clean: cleanSound, close } = createSoundCleaner();
const impatient = createSoundCleaner(5000);
afterAll(async () => {
	await close();
	await impatient.close();
});

/** Frames of MPEG 2 layer III, one channel, at 24 kHz and 48 kbit/s, one behind the other, and nothing else. */
function expectMp3(bytes: Buffer): void {
	const FRAME = (144 / 2) * (48_000 / 24_000);
	expect(bytes.length).toBeGreaterThan(0);
	expect(bytes.length % FRAME).toBe(0);
	for (let at = 0; at < bytes.length; at += FRAME) {
		expect(bytes.readUInt16BE(at) & 0xfffe).toBe(0xfff2);
		expect(bytes.readUInt8(at + 2) & 0xfc).toBe(0x64);
		expect(bytes.readUInt8(at + 3) >> 6).toBe(3);
	}
}

const html = Buffer.from('<html><script>alert("zebrafish")</script></html>');
const zip = Buffer.from('PK\u0003\u0004zebrafish', 'latin1');

describe('making a voice note clean', () => {
	test.each([
		['a WebM of Chromium', () => beeps('webm')],
		['an MP4 of Chromium', () => beeps('mp4')],
		['an Ogg', beepsInOgg]
	])('%s becomes MP3 of the same length', async (_, recording) => {
		const clean = await cleanSound(await recording());

		expectMp3(clean.bytes);
		expect(clean.milliseconds).toBeGreaterThan(2300);
		expect(clean.milliseconds).toBeLessThan(2700);
	});

	test.each([
		['8 kHz', { rate: 8000 }],
		['22.05 kHz', { rate: 22_050 }],
		['48 kHz and two channels', { rate: 48_000, channels: 2 }]
	] as const)('a WAV of %s', async (_, given) => {
		const clean = await cleanSound(wav({ seconds: 2, ...given }));

		expectMp3(clean.bytes);
		expect(clean.milliseconds).toBe(2000);
	});

	test.each([
		['HTML behind a WebM', () => Buffer.concat([beeps('webm'), html])],
		['a ZIP behind an MP4', () => Buffer.concat([beeps('mp4'), zip])],
		['HTML behind a WAV', () => Buffer.concat([wav({ seconds: 1 }), html])]
	])('%s is not in what is kept', async (_, recording) => {
		const { bytes } = await cleanSound(recording());

		expectMp3(bytes);
		expect(bytes.includes('zebrafish')).toBe(false);
		expect(bytes.includes('PK\u0003\u0004')).toBe(false);
	});

	test('what a header says of its length counts for nothing', async () => {
		const clean = await cleanSound(wav({ seconds: 1, saysBytes: 0xffff_fff0 }));

		expect(clean.milliseconds).toBe(1000);
	});

	test('a recording that was cut off is kept as far as it goes', async () => {
		const whole = wav({ seconds: 2 });

		const clean = await cleanSound(whole.subarray(0, Math.floor(whole.length / 2)));

		expectMp3(clean.bytes);
		expect(clean.milliseconds).toBeLessThan(1100);
	});

	test.each([
		['nothing', () => Buffer.alloc(0), 'sound_empty'],
		['one byte', () => Buffer.from([0x1a]), 'sound_not_a_sound'],
		['more bytes than allowed', () => Buffer.alloc(MOST_BYTES + 1), 'sound_too_large'],
		['text', () => Buffer.from('not a sound at all'), 'sound_not_a_sound'],
		['HTML', () => html, 'sound_not_a_sound'],
		['a ZIP', () => zip, 'sound_not_a_sound'],
		['the first bytes of a WebM', () => beeps('webm').subarray(0, 40), 'sound_not_a_sound'],
		['the first bytes of a WAV', () => wav({ seconds: 1 }).subarray(0, 20), 'sound_not_a_sound'],
		['half a WebM of one piece', () => beeps('webm').subarray(0, 4000), 'sound_too_short'],
		['a WAV of 8 bits', () => eightBits(), 'sound_not_a_sound'],
		['silence', () => wav({ seconds: 2, loudness: 0 }), 'sound_silent'],
		['a click', () => wav({ seconds: 0.1 }), 'sound_too_short'],
		['a WAV without sound', () => wav({ seconds: 0 }), 'sound_too_short'],
		['four minutes', () => wav({ seconds: 240, rate: 8000 }), 'sound_too_long']
	])('%s is refused', async (_, bytes, code) => {
		await expect(cleanSound(bytes())).rejects.toMatchObject({ kind: 'invalid', code });
	});

	test('whatever is changed in a recording, out comes an MP3 or a refusal', async () => {
		const changed = fc.tuple(
			fc.constantFrom(beeps('webm'), beeps('mp4')),
			fc.array(fc.tuple(fc.nat(), fc.nat(255)), { minLength: 1, maxLength: 20 })
		);
		await fc.assert(
			fc.asyncProperty(changed, async ([recording, changes]) => {
				const bytes = Buffer.from(recording);
				for (const [at, value] of changes) bytes[at % bytes.length] = value;
				const made = await impatient.clean(bytes).catch((reason: unknown) => reason);
				if (made instanceof Refusal) return;
				expectMp3((made as { bytes: Buffer }).bytes);
			}),
			{ numRuns: 60 }
		);
	}, 120_000);

	test('one that keeps its reader for ever is refused in time, and holds up nobody', async () => {
		const endless = beeps('webm');
		// What comes after the sound has no known name, and the reader looks for the next that has one.
		endless[endless.lastIndexOf(Buffer.from('1c53bb6b', 'hex'))] = 0;

		const refused = impatient.clean(endless).catch((reason: unknown) => reason);
		const others = impatient.clean(wav({ seconds: 1 }));
		let turns = 0;
		const turn = setInterval(() => (turns += 1), 10);

		expect(await refused).toMatchObject({ code: 'sound_not_a_sound' });
		expect((await others).milliseconds).toBe(1000);
		clearInterval(turn);
		expect(turns).toBeGreaterThan(50);
	});

	test('several at once take their turns', async () => {
		const clean = await Promise.all([1, 2, 3].map((seconds) => cleanSound(wav({ seconds }))));

		expect(clean.map(({ milliseconds }) => milliseconds)).toEqual([1000, 2000, 3000]);
	});
});

function eightBits(): Buffer {
	const bytes = wav({ seconds: 1 });
	bytes.writeUInt16LE(8, 34);
	return bytes;
}
