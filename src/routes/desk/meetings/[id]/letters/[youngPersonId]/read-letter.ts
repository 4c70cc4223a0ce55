import type { InBoth, LetterWords } from '#lib/meetings/letter.ts';
import { textOf } from '#lib/server/hooks/fields.ts';

/** What an officer wrote, from the fields of the page: WordsFields.svelte names them. */
export function readLetter(form: FormData): LetterWords {
	const both = (name: string, theirs = `${name}_theirs`): InBoth => ({
		words: textOf(form, name),
		theirs: textOf(form, theirs)
	});
	const ids = [...form.keys()].flatMap((name) =>
		name.startsWith('note-') ? name.slice('note-'.length) : []
	);
	return {
		language: textOf(form, 'wrote_in') || 'en',
		opening: both('opening'),
		closing: both('closing'),
		decisions: Object.fromEntries(
			ids.map((id) => [
				id,
				{
					note: both(`note-${id}`, `note_theirs-${id}`),
					theirs: {
						point: textOf(form, `point-${id}`),
						decided: textOf(form, `decided-${id}`),
						why: textOf(form, `why-${id}`)
					}
				}
			])
		)
	};
}

/** The reverse: what its fields hold. */
export function fieldsOfLetter(words: LetterWords): Record<string, string> {
	return {
		opening: words.opening.words,
		opening_theirs: words.opening.theirs,
		closing: words.closing.words,
		closing_theirs: words.closing.theirs,
		...Object.fromEntries(
			Object.entries(words.decisions).flatMap(([id, { note, theirs }]) => [
				[`note-${id}`, note.words],
				[`note_theirs-${id}`, note.theirs],
				[`point-${id}`, theirs.point],
				[`decided-${id}`, theirs.decided],
				[`why-${id}`, theirs.why]
			])
		)
	};
}
