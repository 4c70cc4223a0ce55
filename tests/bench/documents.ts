// `node tests/bench/documents.ts`: how long a page of PDF takes, in English and in Arabic. Budget: 30 ms a page.
import type { Block, Document } from '../../src/lib/server/documents/document.ts';
import { createPdfMaker } from '../../src/lib/server/documents/pdf.ts';

const RUNS = 20;
const WORDS = {
	en: 'I want to see my brother more, and I want to stay at my school. The garden is good.',
	ar: 'أريد أن أرى أخي أكثر وأريد أن أبقى في مدرستي. الحديقة جميلة.'
} as const;

/** About as long as a statement with most of its questions answered. */
function long(language: keyof typeof WORDS): Document {
	const text = { text: WORDS[language], language };
	const blocks = Array.from({ length: 30 }, (_, at): Block[] => [
		{ kind: 'heading', level: at === 0 ? 1 : 2, text },
		{ kind: 'line', soft: true, text },
		{ kind: 'words', text }
	]).flat();
	return { title: text, unprintable: text, blocks };
}

const maker = createPdfMaker();
for (const language of ['en', 'ar'] as const) {
	const document = long(language);
	const first = performance.now();
	const pdf = await maker.pdf(document);
	const begun = performance.now();
	for (let run = 0; run < RUNS; run += 1) await maker.pdf(document);
	const each = (performance.now() - begun) / RUNS;
	const pages = pdf.toString('latin1').match(/\/Type\s*\/Page\b/g)?.length ?? 1;
	console.info(
		`${language}: ${pages} pages, first ${(begun - first).toFixed(0)} ms, then ${(each / pages).toFixed(1)} ms a page`
	);
}
await maker.close();
