/** A run of a sentence: plain, set in bold, or a link by its name. */
export interface Part {
	readonly text: string;
	readonly bold: boolean;
	/** The name of a link, to be looked up by the page. */
	readonly link: string | null;
}

/** Stands in for `<` inside values, so that what somebody wrote is never taken for a mark. */
const HELD = '\ue000';

export function hold(values: Readonly<Record<string, string | number>>): typeof values {
	return Object.fromEntries(
		Object.entries(values).map(([name, value]) => [
			name,
			typeof value === 'string' ? value.replaceAll('<', HELD) : value
		])
	);
}

/** Takes apart a translated sentence with `<b>…</b>` and `<link>…</link>` in it; other marks stay as written. */
export function partsOf(sentence: string, links: readonly string[]): Part[] {
	const parts: Part[] = [];
	let bold = false;
	let link: string | null = null;
	for (const piece of sentence.split(/(<\/?[a-z_]+>)/)) {
		const [, closing, name = ''] = /^<(\/?)([a-z_]+)>$/.exec(piece) ?? [];
		if (name === 'b') bold = closing === '';
		else if (links.includes(name)) link = closing === '' ? name : null;
		else if (piece !== '') parts.push({ text: piece.replaceAll(HELD, '<'), bold, link });
	}
	return parts;
}
