import { Worker } from 'node:worker_threads';
import { invalid, throttled } from '../errors.ts';
import { workApart } from '../work-apart.ts';
import type { NoVoiceNote } from './encode-sound.ts';
import { MOST_BYTES, MOST_SECONDS, type CleanSound } from './limits.ts';
import { isWav } from './wav.ts';

/** Three minutes take a second or two; what takes longer than this is no voice note. */
const LONGEST_MS = 20_000;
const MOST_MEGABYTES = 128;
/** Each waiting recording is held in memory. */
const MOST_WAITING = 12;
/** As it lies in the project, which is where Sayso is started: the built site is a few bundles, and it is in none. */
const WORKER = './src/lib/server/sounds/sound-worker.ts';

export interface SoundCleaner {
	/**
	 * Makes a clean voice note of whatever came in: decoded, and encoded anew. What it is called, said to be and says of its
	 * own length counts for nothing.
	 * @throws Refusal `sound_…`
	 */
	clean(bytes: Buffer): Promise<CleanSound>;
	close(): Promise<void>;
}

/** Looks at one recording after the other, in a thread of its own. @param longestMs how long one may take */
export function createSoundCleaner(longestMs = LONGEST_MS): SoundCleaner {
	const apart = workApart<Uint8Array, CleanSound | NoVoiceNote>({ start, longestMs });
	return {
		async clean(bytes) {
			if (bytes.length === 0) throw invalid('sound_empty');
			if (bytes.length > MOST_BYTES) throw invalid('sound_too_large');
			if (!isRecording(bytes)) throw invalid('sound_not_a_sound');
			if (apart.waiting() >= MOST_WAITING) throw throttled(60);

			const made = await apart.do(bytes).catch((): NoVoiceNote => 'sound_not_a_sound');
			if (typeof made === 'string')
				throw invalid(made, made === 'sound_too_long' ? { minutes: MOST_SECONDS / 60 } : {});
			// What comes from another thread is no Buffer any more.
			return { ...made, bytes: Buffer.from(made.bytes) };
		},
		close: apart.close
	};
}

function start(): Worker {
	const worker = new Worker(WORKER, {
		...{ stdout: true, stderr: true },
		resourceLimits: { maxOldGenerationSizeMb: MOST_MEGABYTES }
	});
	// A decoder prints what it thinks of a recording; nobody reads it here, and the log is not for it.
	worker.stdout.resume();
	worker.stderr.resume();
	return worker;
}

/** By its first bytes: anything else is not let near a decoder. */
function isRecording(bytes: Buffer): boolean {
	const isWebm = bytes.readUIntBE(0, Math.min(4, bytes.length)) === 0x1a45dfa3;
	const isOgg = bytes.toString('latin1', 0, 4) === 'OggS';
	const isMp4 = bytes.toString('latin1', 4, 8) === 'ftyp';
	return isWav(bytes) || isWebm || isOgg || isMp4;
}
