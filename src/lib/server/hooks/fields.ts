/** A text field of a form; empty when it is missing or a file. */
export function textOf(form: FormData, name: string): string {
	const value = form.get(name);
	return typeof value === 'string' ? value : '';
}

/** A field that has to be one of a few values. */
export function choiceOf<const T extends string>(
	form: FormData,
	name: string,
	choices: readonly T[]
): T | null {
	const value = textOf(form, name);
	return choices.find((choice) => choice === value) ?? null;
}
