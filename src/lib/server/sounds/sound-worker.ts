import { parentPort } from 'node:worker_threads';
import { encodeSound } from './encode-sound.ts';

// Reads what anybody may have sent, apart from the server: a damaged file can make a reader go round for ever, and then
// this thread is ended (`clean-sound.ts`).
parentPort?.on('message', (recording: Uint8Array) => {
	const bytes = Buffer.from(recording.buffer, recording.byteOffset, recording.byteLength);
	void encodeSound(bytes).then((made) => parentPort?.postMessage(made));
});
