import { createRequire } from 'node:module';
import { Worker } from 'node:worker_threads';
import { workApart } from '../work-apart.ts';
import { directionOf, type Block, type Document, type Text } from './document.ts';
import { TEMPLATE } from './template.ts';

const { resolve } = createRequire(import.meta.url);

/**
 * Which letters can be printed. Arabic is set in Vazirmatn and not in Noto Sans Arabic: the latter draws dots as signs of
 * their own, and words copied out of such a PDF are no words any more.
 */
const FONTS = [
	['Noto Sans', 'noto-sans/400Regular/NotoSans_400Regular.ttf'],
	['Noto Sans', 'noto-sans/700Bold/NotoSans_700Bold.ttf'],
	['Vazirmatn', 'vazirmatn/400Regular/Vazirmatn_400Regular.ttf'],
	['Vazirmatn', 'vazirmatn/700Bold/Vazirmatn_700Bold.ttf'],
	['Noto Sans Ethiopic', 'noto-sans-ethiopic/400Regular/NotoSansEthiopic_400Regular.ttf'],
	['Noto Emoji', 'noto-emoji/400Regular/NotoEmoji_400Regular.ttf']
] as const;
const FAMILIES = [...new Set(FONTS.map(([family]) => family))];
const NOT_PRINTED =
	/[^\p{Script=Latin}\p{Script=Greek}\p{Script=Cyrillic}\p{Script=Arabic}\p{Script=Ethiopic}\p{Script=Common}\p{Script=Inherited}]/u;

/**
 * Runs apart from the server: a long document would hold up everybody else's pages. It is plain JavaScript in a string
 * because the built site is a few bundles, among which a worker's own file would not be found. Nothing comes back
 * when it fails: the compiler's complaints quote the document.
 */
const WORKER = `
const { parentPort, workerData } = require('node:worker_threads');
const { readFileSync } = require('node:fs');
const { NodeCompiler } = require(workerData.compiler);
const compiler = NodeCompiler.create({
	workspace: '/sayso',
	fontArgs: [{ fontBlobs: workerData.fonts.map((file) => readFileSync(file)) }]
});
parentPort.on('message', ({ document, pictures }) => {
	try {
		for (const { path, bytes } of pictures) compiler.mapShadow('/sayso' + path, Buffer.from(bytes));
		const compiled = compiler.compile({
			mainFileContent: workerData.template,
			inputs: { document }
		});
		if (compiled.hasError()) throw new Error();
		const pdf = compiler.pdf(compiled.result, { pdfStandard: 'ua-1' });
		parentPort.postMessage(new Uint8Array(pdf));
	} catch {
		parentPort.postMessage(null);
	} finally {
		compiler.resetShadow();
		// What was printed is not to stay in memory.
		compiler.evictCache(0);
	}
});
`;

const LONGEST_MS = 60_000;

export interface PdfMaker {
	/**
	 * @param pictures JPEG, by id; those that are missing are left out
	 * @throws Error without words of the document
	 */
	pdf(document: Document, pictures?: ReadonlyMap<string, Uint8Array>): Promise<Buffer>;
	close(): Promise<void>;
}

interface Job {
	readonly document: string;
	readonly pictures: readonly { readonly path: string; readonly bytes: Uint8Array }[];
}

export function createPdfMaker(): PdfMaker {
	const compiling = workApart<Job, Uint8Array | null>({
		start: () =>
			new Worker(WORKER, {
				eval: true,
				workerData: {
					compiler: resolve('@myriaddreamin/typst-ts-node-compiler'),
					fonts: FONTS.map(([, file]) => resolve(`@expo-google-fonts/${file}`)),
					template: TEMPLATE
				}
			}),
		longestMs: LONGEST_MS
	});
	return {
		async pdf(document, pictures = new Map()) {
			const pdf = await compiling.do({
				document: JSON.stringify(forTemplate(document, pictures)),
				pictures: [...pictures].map(([name, bytes]) => ({ path: pathOf(name), bytes }))
			});
			if (!pdf) throw new Error('the document could not be made');
			return Buffer.from(pdf.buffer, pdf.byteOffset, pdf.byteLength);
		},
		close: compiling.close
	};
}

const pathOf = (pictureId: string): string => `/${pictureId}.jpg`;

/** As the template reads it: which way each text runs, and where a picture is. */
function forTemplate(
	{ title, blocks, unprintable, compact }: Document,
	pictures: ReadonlyMap<string, Uint8Array>
): unknown {
	const told = (text: Text) => ({ ...text, rtl: directionOf(text) === 'rtl' });
	const printed = (block: Block): unknown => {
		switch (block.kind) {
			case 'heading':
			case 'words':
			case 'sound':
			case 'small':
				return { ...block, text: told(block.text) };
			case 'line':
				return { ...block, soft: block.soft === true, text: told(block.text) };
			case 'list':
				return { ...block, items: block.items.map(told) };
			case 'picture':
				return { ...block, path: pathOf(block.id), alt: told(block.alt) };
			case 'notice':
				return { ...block, title: told(block.title), lines: block.lines.map(told) };
			case 'facts':
				return {
					...block,
					rows: block.rows.map(({ label, value }) => ({
						label: told(label),
						value: value.map(told)
					}))
				};
			case 'table':
				return {
					...block,
					caption: told(block.caption),
					head: block.head.map(told),
					rows: block.rows.map(({ label, cells, bar, total }) => ({
						label: told(label),
						cells: cells.map(told),
						bar: bar ?? null,
						total: total === true
					}))
				};
			case 'page':
				return block;
		}
	};
	const there = blocks.filter((block) => block.kind !== 'picture' || pictures.has(block.id));
	const warned: readonly Block[] = NOT_PRINTED.test(JSON.stringify(blocks))
		? [{ kind: 'line', text: unprintable }, ...there]
		: there;
	return {
		title: told(title),
		fonts: FAMILIES,
		compact: compact === true,
		blocks: warned.map(printed)
	};
}
