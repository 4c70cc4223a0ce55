import type { Block, Document } from './document.ts';

/** A document as a text file, which every machine and every reader can open. */
export function plainText({ title, blocks }: Document, fileOf: (id: string) => string): string {
	const lines = [
		title.text,
		'='.repeat(20),
		'',
		...blocks.flatMap((block) => linesOf(block, fileOf))
	];
	return `${lines.join('\n').trimEnd()}\n`;
}

function linesOf(block: Block, fileOf: (id: string) => string): string[] {
	switch (block.kind) {
		case 'heading':
			return ['', `${'#'.repeat(block.level)} ${block.text.text}`, ''];
		case 'line':
			return [block.text.text];
		case 'words':
			return [...block.text.text.split('\n').map((line) => `> ${line}`), ''];
		case 'list':
			return [
				...block.items.map(({ text }, at) => `${block.ordered ? `${at + 1}.` : '-'} ${text}`),
				''
			];
		case 'picture':
			return [`${block.alt.text}: ${fileOf(block.id)}`];
		case 'sound':
			return [`${block.text.text}: ${fileOf(block.id)}`];
		case 'notice':
			return [
				'',
				`! ${block.title.text}`,
				...block.lines.flatMap(({ text }) => text.split('\n').map((line) => `! ${line}`)),
				''
			];
		case 'facts':
			return [
				...block.rows.map(
					({ label, value }) => `${label.text}: ${value.map(({ text }) => text).join('; ')}`
				),
				''
			];
		case 'table':
			return [
				block.caption.text,
				block.head.map(({ text }) => text).join(' | '),
				...block.rows.map(({ label, cells }) =>
					[label, ...cells].map(({ text }) => text).join(' | ')
				),
				''
			];
		case 'small':
			return ['', block.text.text];
		case 'page':
			return ['', ''];
	}
}
