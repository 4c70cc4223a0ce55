// Runs in the browser's audio thread, where nothing of a page is: it hands every stretch of samples to the page.

declare class AudioWorkletProcessor {
	readonly port: MessagePort;
}
declare function registerProcessor(name: string, processor: typeof AudioWorkletProcessor): void;

class Samples extends AudioWorkletProcessor {
	process([input]: readonly (readonly Float32Array[])[]): boolean {
		const samples = input?.[0];
		if (samples) this.port.postMessage(samples.slice());
		return true;
	}
}

registerProcessor('samples', Samples);
