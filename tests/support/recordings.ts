import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import {
	BufferSource,
	BufferTarget,
	EncodedAudioPacketSource,
	EncodedPacketSink,
	Input,
	OggOutputFormat,
	Output,
	WEBM
} from 'mediabunny';
import { PROJECT } from './project.ts';

/** Two and a half seconds of the beeps of Chromium's pretended microphone, as its MediaRecorder made them. */
export const beeps = (kind: 'webm' | 'mp4'): Buffer =>
	readFileSync(join(PROJECT, `tests/support/recordings/beeps.${kind}`));

/** The same in Ogg, as Firefox makes it. */
export async function beepsInOgg(): Promise<Buffer> {
	const track = await new Input({
		source: new BufferSource(beeps('webm')),
		formats: [WEBM]
	}).getPrimaryAudioTrack();
	const config = await track?.getDecoderConfig();
	if (!track || !config) throw new Error('the recording has no sound');
	const target = new BufferTarget();
	const output = new Output({ format: new OggOutputFormat(), target });
	const source = new EncodedAudioPacketSource('opus');
	output.addAudioTrack(source);
	await output.start();
	let first = true;
	for await (const packet of new EncodedPacketSink(track).packets()) {
		await source.add(packet, first ? { decoderConfig: config } : undefined);
		first = false;
	}
	await output.finalize();
	return Buffer.from(target.buffer ?? new ArrayBuffer(0));
}

/** A tone, or with `loudness` 0 nothing, as a WAV file. */
export function wav(given: {
	seconds: number;
	rate?: number;
	channels?: 1 | 2;
	loudness?: number;
	/** What the header says of the length of the sound, whatever it is. */
	saysBytes?: number;
}): Buffer {
	const { seconds, rate = 24_000, channels = 1, loudness = 0.5 } = given;
	const count = Math.floor(seconds * rate);
	const bytes = Buffer.alloc(44 + count * channels * 2);
	bytes.write('RIFF', 0);
	bytes.writeUInt32LE(bytes.length - 8, 4);
	bytes.write('WAVEfmt ', 8);
	bytes.writeUInt32LE(16, 16);
	bytes.writeUInt16LE(1, 20);
	bytes.writeUInt16LE(channels, 22);
	bytes.writeUInt32LE(rate, 24);
	bytes.writeUInt32LE(rate * channels * 2, 28);
	bytes.writeUInt16LE(channels * 2, 32);
	bytes.writeUInt16LE(16, 34);
	bytes.write('data', 36);
	bytes.writeUInt32LE(given.saysBytes ?? bytes.length - 44, 40);
	for (let index = 0; index < count * channels; index++)
		bytes.writeInt16LE(Math.round(Math.sin(index / 20) * loudness * 32_767), 44 + index * 2);
	return bytes;
}
