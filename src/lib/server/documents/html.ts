import { directionOf, type Block, type Document, type Text } from './document.ts';

/**
 * A document as one HTML file that needs nothing else, for a council's own site. Pictures and sounds are left out: only
 * documents without a person's things are made so.
 */
export function documentHtml({ title, blocks }: Document): string {
	return `<!doctype html>
<html lang="${escaped(title.language)}" dir="${directionOf(title)}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${escaped(title.text)}</title>
<style>${STYLE}</style>
</head>
<body>
<h1>${escaped(title.text)}</h1>
${blocks.map(htmlOf).filter(Boolean).join('\n')}
</body>
</html>
`;
}

const STYLE =
	'body{max-width:60rem;margin:2rem auto;padding:0 1rem;font:1rem/1.5 system-ui,sans-serif}' +
	'table{border-collapse:collapse;margin-block:1rem 2rem;min-width:50%}' +
	'caption{font-weight:700;text-align:start;padding-block:.5rem}' +
	'th,td{padding:.3rem .6rem;border-block-end:1px solid #999;text-align:end}' +
	'th:first-child{text-align:start;font-weight:400}thead th:first-child,thead th,.sum *{font-weight:700}' +
	'.soft{color:#444}@media(prefers-color-scheme:dark){body{background:#16181d;color:#eee}.soft{color:#bbb}}';

function htmlOf(block: Block): string {
	switch (block.kind) {
		case 'heading':
			return element(`h${block.level + 1}`, block.text);
		case 'line':
			return element('p', block.text, block.soft ? ' class="soft"' : '');
		case 'words':
			return element('blockquote', block.text);
		case 'list': {
			const items = block.items.map((item) => element('li', item)).join('');
			return block.ordered ? `<ol>${items}</ol>` : `<ul>${items}</ul>`;
		}
		case 'notice':
			return `<aside>${element('strong', block.title)}${block.lines.map((line) => element('p', line)).join('')}</aside>`;
		case 'facts':
			return `<dl>${block.rows
				.map(
					({ label, value }) =>
						element('dt', label) + value.map((line) => element('dd', line)).join('')
				)
				.join('')}</dl>`;
		case 'table':
			return [
				`<table>${element('caption', block.caption)}`,
				`<thead><tr>${block.head.map((head) => element('th', head, ' scope="col"')).join('')}</tr></thead>`,
				'<tbody>',
				...block.rows.map(
					({ label, cells, total }) =>
						`<tr${total ? ' class="sum"' : ''}>${element('th', label, ' scope="row"')}${cells
							.map((cell) => element('td', cell))
							.join('')}</tr>`
				),
				'</tbody></table>'
			].join('\n');
		case 'small':
			return element('p', block.text, ' class="soft"');
		case 'picture':
		case 'sound':
		case 'page':
			return '';
	}
}

function element(name: string, { text, language }: Text, attributes = ''): string {
	const words = escaped(text).replaceAll('\n', '<br>');
	return `<${name} lang="${escaped(language)}"${attributes}>${words}</${name}>`;
}

const ESCAPES: Readonly<Record<string, string>> = {
	'&': '&amp;',
	'<': '&lt;',
	'>': '&gt;',
	'"': '&quot;',
	"'": '&#39;'
};
const escaped = (text: string): string =>
	text.replaceAll(/[&<>"']/g, (sign) => ESCAPES[sign] ?? sign);
