import { BufferSource, EncodedPacketSink, Input, MP4, OGG, WEBM } from 'mediabunny';
import { OpusDecoder } from 'opus-decoder';

/** What every Opus is decoded to. */
export const OPUS_RATE = 24_000;
/** Frames that may be broken before the whole is: a recording cut off in the middle has one. */
const MOST_BROKEN = 3;
/** An Opus packet holds at most 120 ms; more of them than this are longer than any note. */
const MOST_PACKETS = 100_000;

/**
 * The sound of the first track of a WebM, Ogg or MP4 file with Opus in it, packet by packet, as one channel. Whatever
 * else is in the file, and whatever it says of itself, is passed over.
 * @throws Error when there is no such track, or it cannot be decoded. A damaged file may keep it for ever
 */
export async function* opusSamples(bytes: Buffer): AsyncGenerator<Float32Array> {
	const input = new Input({ source: new BufferSource(bytes), formats: [WEBM, OGG, MP4] });
	const track = await input.getPrimaryAudioTrack();
	if (!track || track.codec !== 'opus' || track.numberOfChannels > 2)
		throw new Error('no Opus in it');
	const decoder = new OpusDecoder({ sampleRate: OPUS_RATE, channels: 1 });
	await decoder.ready;
	try {
		let broken = 0;
		let packets = 0;
		for await (const packet of new EncodedPacketSink(track).packets()) {
			const { channelData, errors } = decoder.decodeFrame(packet.data);
			broken += errors.length;
			packets += 1;
			if (broken > MOST_BROKEN || packets > MOST_PACKETS) throw new Error('broken Opus');
			// The decoder writes over it with the next one.
			const samples = channelData[0];
			if (samples && errors.length === 0) yield samples.slice();
		}
	} finally {
		decoder.free();
		input.dispose();
	}
}
