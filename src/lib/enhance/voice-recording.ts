import worklet from './voice-worklet.ts?worker&url';
import { wavOf } from './voice-wav.ts';

/** Something being recorded. */
export interface Recording {
	pause(): void;
	resume(): void;
	/** How loud it is now, from 0 to 1. */
	level(): number;
	/** Gives the microphone back, and what was recorded. */
	stop(): Promise<Blob>;
}

/** What the server opens, best first. A browser with none of them records plain sound instead. */
const TYPES = ['audio/webm;codecs=opus', 'audio/ogg;codecs=opus', 'audio/mp4;codecs=opus'];
const BITS_A_SECOND = 32_000;

export const canRecord = (): boolean =>
	'mediaDevices' in navigator &&
	'getUserMedia' in navigator.mediaDevices &&
	'AudioContext' in globalThis &&
	(opusType() !== undefined || 'AudioWorkletNode' in globalThis);

const opusType = (): string | undefined =>
	'MediaRecorder' in globalThis
		? TYPES.find((type) => MediaRecorder.isTypeSupported(type))
		: undefined;

/** Asks for the microphone and begins. @throws DOMException as `getUserMedia` does */
export async function beginRecording(): Promise<Recording> {
	const stream = await navigator.mediaDevices.getUserMedia({
		audio: { channelCount: 1, echoCancellation: true, noiseSuppression: true }
	});
	const context = new AudioContext();
	await context.resume();
	const source = context.createMediaStreamSource(stream);
	const ear = context.createAnalyser();
	source.connect(ear);
	const type = opusType();
	const taking = type ? takeOpus(stream, type) : await takeSamples(context, source);
	const heard = new Float32Array(ear.fftSize);
	return {
		pause: () => taking.pause(),
		resume: () => taking.resume(),
		level() {
			ear.getFloatTimeDomainData(heard);
			// A voice is far quieter than the loudest there can be: the root brings it into the middle.
			return Math.sqrt(heard.reduce((loudest, one) => Math.max(loudest, Math.abs(one)), 0));
		},
		async stop() {
			const blob = await taking.stop();
			for (const track of stream.getTracks()) track.stop();
			await context.close();
			return blob;
		}
	};
}

type Taking = Omit<Recording, 'level'>;

function takeOpus(stream: MediaStream, mimeType: string): Taking {
	const recorder = new MediaRecorder(stream, { mimeType, audioBitsPerSecond: BITS_A_SECOND });
	const parts: Blob[] = [];
	recorder.addEventListener('dataavailable', ({ data }) => parts.push(data));
	const stopped = new Promise((resolve) => recorder.addEventListener('stop', resolve));
	recorder.start();
	return {
		pause: () => recorder.pause(),
		resume: () => recorder.resume(),
		async stop() {
			if (recorder.state !== 'inactive') recorder.stop();
			await stopped;
			return new Blob(parts, { type: mimeType });
		}
	};
}

/** Where the browser has no Opus of its own: the samples as they are, made into a WAV file. */
async function takeSamples(
	context: AudioContext,
	source: MediaStreamAudioSourceNode
): Promise<Taking> {
	await context.audioWorklet.addModule(worklet);
	const node = new AudioWorkletNode(context, 'samples', { numberOfOutputs: 1 });
	const parts: Float32Array[] = [];
	let paused = false;
	node.port.addEventListener('message', ({ data }: MessageEvent<Float32Array>) => {
		if (!paused) parts.push(data);
	});
	node.port.start();
	// Only what leads to an output is run; nothing is heard, as the worklet gives nothing out.
	source.connect(node).connect(context.destination);
	return {
		pause: () => (paused = true),
		resume: () => (paused = false),
		stop: () => {
			source.disconnect(node);
			return Promise.resolve(wavOf(parts, context.sampleRate));
		}
	};
}
