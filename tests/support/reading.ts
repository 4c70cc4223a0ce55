/** The sentences of a text, without what would be filled in and without markup. */
export function sentencesOf(text: string): string[] {
	return text
		.replace(/\{\{[^}]*\}\}/g, 'Sam')
		.replace(/<\/?[a-z][^>]*>/gi, '')
		.split(/(?<=[.!?…])["”’)]*\s+|:\s+|\n+/)
		.map((sentence) => sentence.trim())
		.filter((sentence) => wordsOf(sentence).length > 0);
}

export function wordsOf(text: string): string[] {
	return text.match(/[\p{L}\p{N}][\p{L}\p{N}'’-]*/gu) ?? [];
}

/** How many syllables an English word has, by its vowels: right nearly always, and never far off. */
export function syllablesOf(word: string): number {
	const letters = word.toLowerCase().replace(/[^a-z]/g, '');
	if (letters.length <= 3) return 1;
	const spoken = letters
		.replace(/(?:[^laeiouy]es|[^aeioutd]ed|[^laeiouy]e|ely$)$/, (end) => end.slice(0, 1))
		.replace(/^y/, '');
	return Math.max(1, spoken.match(/[aeiouy]{1,2}/g)?.length ?? 1);
}

/** The age at which a child reads such a text with ease: the Flesch–Kincaid grade, and five years. */
export function readingAge(texts: readonly string[]): number {
	const sentences = texts.flatMap(sentencesOf);
	const words = sentences.flatMap(wordsOf);
	const syllables = words.reduce((sum, word) => sum + syllablesOf(word), 0);
	const grade =
		0.39 * (words.length / sentences.length) + 11.8 * (syllables / words.length) - 15.59;
	return grade + 5;
}
