import { setImmediate as afterOthers } from 'node:timers/promises';
import { oneAtATime } from '../db/one-writer.ts';
import { invalid, Refusal, throttled } from '../errors.ts';
import { OPUS_RATE, opusSamples } from './opus.ts';
import { isWav, readWav, samplesOf } from './wav.ts';

/** Three minutes as the plainest recorder makes them, with room to spare. */
export const MOST_BYTES = 10 * 1024 * 1024;
/** How long a note may be on the page; a recorder that stops by itself stops a moment late. */
export const MOST_SECONDS = 180;
const MOST_MS = (MOST_SECONDS + 10) * 1000;
const LEAST_MS = 300;
/** Quieter than the quietest voice: nothing came out of the microphone. */
const SILENCE = 0.001;
const RATE = 24_000;
const KBITS = 48;
/** Encoded in one go before others get their turn: some milliseconds of work. */
const SLICE_SECONDS = 0.5;
/** Each waiting recording is held in memory. */
const MOST_WAITING = 12;

export interface CleanSound {
	/** MP3, one channel, with nothing in it but the sound. */
	readonly bytes: Buffer;
	readonly milliseconds: number;
}

interface Decoded {
	readonly sampleRate: number;
	readonly samples: AsyncIterable<Float32Array> | Iterable<Float32Array>;
}

// One recording after the other, in small slices: a page must not wait for somebody's voice note.
const inTurn = oneAtATime();
let waiting = 0;

/**
 * Makes a clean voice note of whatever came in: decoded, and encoded anew. What it is called, said to be and says of its
 * own length counts for nothing.
 * @throws Refusal `sound_…`
 */
export async function cleanSound(bytes: Buffer): Promise<CleanSound> {
	if (bytes.length === 0) throw invalid('sound_empty');
	if (bytes.length > MOST_BYTES) throw invalid('sound_too_large');
	const decoded = decode(bytes);
	if (!decoded) throw invalid('sound_not_a_sound');
	if (waiting >= MOST_WAITING) throw throttled(60);

	waiting += 1;
	try {
		return await inTurn(() => encode(decoded));
	} catch (problem) {
		if (problem instanceof Refusal) throw problem;
		// What a decoder says may quote the file; that it could not be played is all anybody needs.
		throw invalid('sound_not_a_sound');
	} finally {
		waiting -= 1;
	}
}

/** By its first bytes: anything else is not let near a decoder. */
function decode(bytes: Buffer): Decoded | null {
	if (isWav(bytes)) {
		const wav = readWav(bytes);
		return (
			wav && {
				sampleRate: wav.sampleRate,
				samples: samplesOf(wav, Math.floor(wav.sampleRate / 10))
			}
		);
	}
	const isWebm = bytes.readUIntBE(0, Math.min(4, bytes.length)) === 0x1a45dfa3;
	const isOgg = bytes.toString('latin1', 0, 4) === 'OggS';
	const isMp4 = bytes.toString('latin1', 4, 8) === 'ftyp';
	return isWebm || isOgg || isMp4 ? { sampleRate: OPUS_RATE, samples: opusSamples(bytes) } : null;
}

async function encode({ sampleRate, samples }: Decoded): Promise<CleanSound> {
	const { createMp3Encoder } = await import('wasm-media-encoders');
	const encoder = await createMp3Encoder();
	encoder.configure({ sampleRate, channels: 1, bitrate: KBITS, outputSampleRate: RATE });
	const parts: Buffer[] = [];
	let count = 0;
	let sinceOthers = 0;
	let loudest = 0;
	for await (const stretch of samples) {
		count += stretch.length;
		sinceOthers += stretch.length;
		if ((count / sampleRate) * 1000 > MOST_MS)
			throw invalid('sound_too_long', { minutes: MOST_SECONDS / 60 });
		for (const sample of stretch) loudest = Math.max(loudest, Math.abs(sample));
		// The encoder writes over what it gave with the next call.
		parts.push(Buffer.from(encoder.encode([stretch])));
		if (sinceOthers < sampleRate * SLICE_SECONDS) continue;
		sinceOthers = 0;
		await afterOthers();
	}
	parts.push(Buffer.from(encoder.finalize()));
	const milliseconds = Math.round((count / sampleRate) * 1000);
	if (milliseconds < LEAST_MS) throw invalid('sound_too_short');
	if (loudest < SILENCE) throw invalid('sound_silent');
	return { bytes: Buffer.concat(parts), milliseconds };
}
