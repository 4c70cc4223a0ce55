/** A text field of a form; empty when it is missing or a file. */
export function textOf(form: FormData, name: string): string {
	const value = form.get(name);
	return typeof value === 'string' ? value : '';
}

/** Several text fields of a form, by name. */
export function fieldsOf<const T extends string>(
	form: FormData,
	names: readonly T[]
): Record<T, string> {
	const fields = names.map((name) => [name, textOf(form, name)]);
	return Object.fromEntries(fields) as Record<T, string>;
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
