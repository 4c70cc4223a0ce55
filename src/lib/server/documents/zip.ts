import { Zip, ZipDeflate, ZipPassThrough } from 'fflate';

export interface ZipFile {
	readonly name: string;
	readonly bytes: Uint8Array;
	readonly at: number;
}

/** Pressed together already: trying again costs time and saves nothing. */
const PRESSED = /\.(pdf|webp|jpg|ogg|opus|mp3|m4a|webm)$/;

/** A ZIP as it is made: one file after the other is asked for when whoever downloads is ready for more. */
export function zipStream(files: AsyncIterator<ZipFile>): ReadableStream<Uint8Array> {
	let made: Uint8Array[] = [];
	const zip = new Zip((problem, chunk) => {
		if (problem) throw problem;
		made.push(chunk);
	});
	return new ReadableStream<Uint8Array>(
		{
			async pull(controller) {
				const { value, done } = await files.next();
				if (done) zip.end();
				else {
					const entry = PRESSED.test(value.name)
						? new ZipPassThrough(value.name)
						: new ZipDeflate(value.name);
					entry.mtime = value.at;
					zip.add(entry);
					entry.push(value.bytes, true);
				}
				for (const chunk of made) controller.enqueue(chunk);
				made = [];
				if (done) controller.close();
			},
			async cancel() {
				await files.return?.();
			}
		},
		{ highWaterMark: 1 }
	);
}
