import type { Paper, PaperLine } from '../../meetings/letter.ts';
import type { Translator } from '../../language/translator.ts';
import { said } from '../documents/answer-blocks.ts';
import type { Block, Document, Text } from '../documents/document.ts';

/** A letter in print: what is read on the screen, in the same order and the same words. */
export function letterDocument(paper: Paper, translator: Translator): Document {
	const own = (text: string): Text => ({ text, language: paper.language });
	const lines = (line: PaperLine): Block[] => {
		if (line.kind === 'says') return [{ kind: 'line', text: own(line.text) }];
		const { text, language, note, original } = line;
		return [
			{ kind: 'words', text: { text, language } },
			...(note === null ? [] : [{ kind: 'line', soft: true, text: own(note) } as const]),
			...(original === null ? [] : [{ kind: 'words', text: original } as const])
		];
	};
	const blocks: Block[] = [
		{ kind: 'heading', level: 1, text: own(paper.title) },
		{ kind: 'line', text: own(paper.hello) },
		...paper.parts.flatMap(({ title, lines: its }): Block[] => [
			...(title === null ? [] : [{ kind: 'heading', level: 2, text: own(title) } as const]),
			...its.flatMap(lines)
		]),
		...(paper.from === null ? [] : [{ kind: 'line', text: own(paper.from) } as const])
	];
	return {
		// Neutral: it stands in the file's own data.
		title: said(translator, 'letters:document'),
		unprintable: said(translator, 'documents:unprintable'),
		blocks
	};
}
