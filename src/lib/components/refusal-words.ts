import type { Translator } from '../language/translator.ts';

interface Refused {
	readonly code: string;
	readonly detail?: Readonly<Record<string, string | number | readonly string[]>> | undefined;
}

/** The sentence of a refusal's code, in the reader's language. */
export function refusalWords({ t, has }: Translator, { code, detail = {} }: Refused): string {
	const values: Record<string, string | number> = {};
	for (const [name, value] of Object.entries(detail))
		if (typeof value === 'string' || typeof value === 'number') values[name] = value;
	// Sentences about waiting, sizes and the like count one thing, whatever it is called.
	const count = Object.values(values).find((value) => typeof value === 'number');
	if (typeof count === 'number' && values['count'] === undefined) values['count'] = count;
	const known = has(`errors:${code}`) || (count !== undefined && has(`errors:${code}_other`));
	return t(`errors:${known ? code : 'unexpected'}`, values);
}
