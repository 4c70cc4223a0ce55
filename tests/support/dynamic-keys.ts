import { FORMS } from '../../src/lib/forms/catalogue/forms.ts';
import { OUTSIDE_FORMS } from '../../src/lib/forms/catalogue/outside-forms.ts';

/**
 * Beginnings of keys that the code puts together where not even the beginning stands in it: which namespace, which form,
 * which code. What stands here is not searched for sentences nobody uses.
 */
export const DYNAMIC_KEYS: readonly string[] = [
	// A form's namespace bears its id.
	...[...FORMS, ...OUTSIDE_FORMS].map(({ id }) => `${id}:`),
	// Shared questions, which every form may use.
	'blocks:',
	// A refusal's code.
	'errors:',
	// The id of a secret's picture.
	'secret_words:',
	// A setting, and what can be chosen for it.
	...['size', 'letters', 'spacing', 'theme', 'light', 'contrast', 'read_aloud', 'face'].map(
		(setting) => `settings:${setting}.`
	),
	// The trail is told to the young person and to staff, each in their own words.
	'home:trail.',
	'desk:trail.',
	// Words every form shares, by the kind of answer (`forms/words.ts`).
	...[
		'faces.',
		'scale.',
		'sort.',
		'days.',
		'day_parts.',
		'yes',
		'no',
		'not_sure',
		'rather_not',
		'other',
		'skipped'
	].map((shared) => `forms:${shared}`)
];
