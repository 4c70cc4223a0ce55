import { fieldOf, type Fields } from '#lib/forms/fields.ts';
import type { PagePost } from '#lib/server/drafts/save-page.ts';

/** What they asked for beside keeping the page. */
export type Wish =
	| { readonly kind: 'go_on' }
	/** Asked by the page itself while they write. */
	| { readonly kind: 'keep' }
	| { readonly kind: 'language'; readonly tag: string }
	/** Another line, a photo or a drawing for this question. */
	| { readonly kind: 'add' | 'photo' | 'draw'; readonly questionId: string };

const ANSWER = fieldOf('');

export function readPost(form: FormData, language: string): { post: PagePost; wish: Wish } {
	const asked = text(form, 'do');
	const wish = wishOf(asked, text(form, 'language'));
	const moving = wish.kind === 'go_on';
	return {
		wish,
		post: {
			fields: answerFields(form),
			enough: asked === 'enough',
			intent: asked === 'skip' ? 'skip' : moving ? 'next' : 'keep',
			language,
			author: text(form, 'author'),
			pageToken: text(form, 'page_token').slice(0, 64),
			turn: Number(text(form, 'turn')) || 0,
			stamps: Object.fromEntries(under(form, 's-').map(([id, value]) => [id, Number(value)])),
			choices: Object.fromEntries(
				under(form, 'keep-').flatMap(([id, value]) =>
					value === 'mine' || value === 'theirs' || value === 'both' ? [[id, value]] : []
				)
			),
			chairOnly: form.has('chair_only_asked') ? form.has('chair_only') : null
		}
	};
}

function wishOf(asked: string, tag: string): Wish {
	const [kind, questionId = ''] = asked.split(':');
	if (kind === 'add' || kind === 'photo' || kind === 'draw') return { kind, questionId };
	if (kind === 'keep') return { kind };
	return asked === '' && tag !== '' ? { kind: 'language', tag } : { kind: 'go_on' };
}

/** Every control of the page's questions, with all its values. */
export function answerFields(form: FormData): Fields {
	const fields: Record<string, string[]> = {};
	for (const [name, value] of form)
		if (name.startsWith(ANSWER) && typeof value === 'string') (fields[name] ??= []).push(value);
	return fields;
}

function under(form: FormData, start: string): [string, string][] {
	return [...form].flatMap(([name, value]) =>
		name.startsWith(start) && typeof value === 'string' ? [[name.slice(start.length), value]] : []
	);
}

function text(form: FormData, name: string): string {
	const value = form.get(name);
	return typeof value === 'string' ? value : '';
}
