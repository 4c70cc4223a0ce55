/** Above this, every two samples become one: a voice needs no more, and the file is half as long. */
const ENOUGH = 32_000;
const HEADER = 44;

/** A WAV file of one channel, 16 bits a sample. */
export function wavOf(parts: readonly Float32Array[], rate: number): Blob {
	const step = rate > ENOUGH ? 2 : 1;
	const length = parts.reduce((sum, part) => sum + Math.floor(part.length / step), 0);
	const view = new DataView(new ArrayBuffer(HEADER + length * 2));
	const text = (at: number, words: string) => {
		for (const [index, letter] of [...words].entries())
			view.setUint8(at + index, letter.charCodeAt(0));
	};
	text(0, 'RIFF');
	view.setUint32(4, HEADER - 8 + length * 2, true);
	text(8, 'WAVEfmt ');
	view.setUint32(16, 16, true);
	view.setUint16(20, 1, true);
	view.setUint16(22, 1, true);
	view.setUint32(24, rate / step, true);
	view.setUint32(28, (rate / step) * 2, true);
	view.setUint16(32, 2, true);
	view.setUint16(34, 16, true);
	text(36, 'data');
	view.setUint32(40, length * 2, true);
	let at = HEADER;
	for (const part of parts)
		for (let index = 0; index + step <= part.length; index += step) {
			const one = part[index] ?? 0;
			const sample = step === 2 ? (one + (part[index + 1] ?? one)) / 2 : one;
			view.setInt16(at, Math.round(Math.max(-1, Math.min(1, sample)) * 32_767), true);
			at += 2;
		}
	return new Blob([view.buffer], { type: 'audio/wav' });
}
