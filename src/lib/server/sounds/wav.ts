/** 16-bit samples as they stand in a WAV file. */
export interface Wav {
	readonly sampleRate: number;
	readonly channels: 1 | 2;
	readonly data: Buffer;
}

export const isWav = (bytes: Buffer): boolean =>
	bytes.toString('latin1', 0, 4) === 'RIFF' && bytes.toString('latin1', 8, 12) === 'WAVE';

/**
 * Reads the plain kind of WAV that our own recorder makes: 16-bit, one or two channels. What a header says of lengths
 * counts only as far as there are bytes.
 * @returns null for anything else
 */
export function readWav(bytes: Buffer): Wav | null {
	let format: Omit<Wav, 'data'> | null = null;
	for (let at = 12; at + 8 <= bytes.length;) {
		const name = bytes.toString('latin1', at, at + 4);
		const length = bytes.readUInt32LE(at + 4);
		const start = at + 8;
		if (name === 'fmt ') {
			if (length < 16 || start + 16 > bytes.length) return null;
			const channels = bytes.readUInt16LE(start + 2);
			const sampleRate = bytes.readUInt32LE(start + 4);
			const plain = bytes.readUInt16LE(start) === 1 && bytes.readUInt16LE(start + 14) === 16;
			if (!plain || (channels !== 1 && channels !== 2)) return null;
			if (sampleRate < 8000 || sampleRate > 96_000) return null;
			format = { sampleRate, channels };
		} else if (name === 'data') {
			return format && { ...format, data: bytes.subarray(start, start + length) };
		}
		at = start + length + (length % 2);
	}
	return null;
}

/** Both channels as one, a stretch of it at a time, each from -1 to 1. */
export function* samplesOf({ channels, data }: Wav, atOnce: number): Generator<Float32Array> {
	const whole = Math.floor(data.length / (2 * channels));
	for (let from = 0; from < whole; from += atOnce) {
		const stretch = new Float32Array(Math.min(atOnce, whole - from));
		for (let index = 0; index < stretch.length; index++) {
			const at = (from + index) * 2 * channels;
			const one = data.readInt16LE(at);
			const other = channels === 2 ? data.readInt16LE(at + 2) : one;
			stretch[index] = (one + other) / 65_536;
		}
		yield stretch;
	}
}
