import { randomUUID } from 'node:crypto';
import type { RequestEvent } from '@sveltejs/kit';
import { action, typed } from './answer.ts';
import { textOf } from './fields.ts';

const START = 'secret-';

/**
 * The field's name is another one on every page: browsers keep what was typed under a field's name and offer it to the
 * next person, and on a shared phone that is somebody else.
 */
export const newSecretField = (): string => START + randomUUID().slice(0, 8);

export function typedSecret(form: FormData): string {
	const name = [...form.keys()].find((key) => key.startsWith(START));
	return name ? textOf(form, name) : '';
}

/**
 * Tapping a picture where there is no JavaScript. Answered with the page, not with a redirect: the words would have to
 * stand in an address. Nothing is changed by it, so reloading does no harm.
 */
export const secretTaps = {
	tap: action(async ({ locals }: RequestEvent, form) => ({
		words: locals.app.secretWords.add(
			typedSecret(form),
			locals.translator,
			textOf(form, 'picture')
		),
		values: typed(form)
	})),
	undo: action(async ({ locals }: RequestEvent, form) => ({
		words: locals.app.secretWords.dropLast(typedSecret(form)),
		values: typed(form)
	}))
};
