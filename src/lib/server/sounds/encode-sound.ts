import { createMp3Encoder } from 'wasm-media-encoders';
import { MOST_SECONDS, type CleanSound } from './limits.ts';
import { OPUS_RATE, opusSamples } from './opus.ts';
import { isWav, readWav, samplesOf } from './wav.ts';

/** A recorder that stops by itself stops a moment late. */
const MOST_MS = (MOST_SECONDS + 10) * 1000;
const LEAST_MS = 300;
/** Quieter than the quietest voice: nothing came out of the microphone. */
const SILENCE = 0.001;
const RATE = 24_000;
const KBITS = 48;

/** Why a recording is no voice note: a code under `errors:`. */
export type NoVoiceNote =
	'sound_not_a_sound' | 'sound_too_long' | 'sound_too_short' | 'sound_silent';

interface Decoded {
	readonly sampleRate: number;
	readonly samples: AsyncIterable<Float32Array> | Iterable<Float32Array>;
}

/** Decodes a recording and encodes it anew. It may take long, or never come back: see `sound-worker.ts`. */
export async function encodeSound(bytes: Buffer): Promise<CleanSound | NoVoiceNote> {
	const decoded = decode(bytes);
	if (!decoded) return 'sound_not_a_sound';
	try {
		return await encode(decoded);
	} catch {
		// What a decoder says may quote the file; that it could not be played is all anybody needs.
		return 'sound_not_a_sound';
	}
}

function decode(bytes: Buffer): Decoded | null {
	if (!isWav(bytes)) return { sampleRate: OPUS_RATE, samples: opusSamples(bytes) };
	const wav = readWav(bytes);
	return (
		wav && {
			sampleRate: wav.sampleRate,
			samples: samplesOf(wav, Math.floor(wav.sampleRate / 10))
		}
	);
}

async function encode({ sampleRate, samples }: Decoded): Promise<CleanSound | NoVoiceNote> {
	const encoder = await createMp3Encoder();
	encoder.configure({ sampleRate, channels: 1, bitrate: KBITS, outputSampleRate: RATE });
	const parts: Buffer[] = [];
	let count = 0;
	let loudest = 0;
	for await (const stretch of samples) {
		count += stretch.length;
		if ((count / sampleRate) * 1000 > MOST_MS) return 'sound_too_long';
		for (const sample of stretch) loudest = Math.max(loudest, Math.abs(sample));
		// The encoder writes over what it gave with the next call.
		parts.push(Buffer.from(encoder.encode([stretch])));
	}
	parts.push(Buffer.from(encoder.finalize()));
	const milliseconds = Math.round((count / sampleRate) * 1000);
	if (milliseconds < LEAST_MS) return 'sound_too_short';
	if (loudest < SILENCE) return 'sound_silent';
	return { bytes: Buffer.concat(parts), milliseconds };
}
