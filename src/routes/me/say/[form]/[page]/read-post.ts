import type { Moved } from '#lib/components/questions/question-view.ts';
import { afterMove, placeAfter, type AgendaMove } from '#lib/forms/agenda.ts';
import { fieldOf, type Fields } from '#lib/forms/fields.ts';
import type { PagePost } from '#lib/server/drafts/page-post.ts';

/** What they asked for beside keeping the page. */
export type Wish =
	| { readonly kind: 'go_on' }
	/** Asked by the page itself while they write. */
	| { readonly kind: 'keep' }
	| { readonly kind: 'language'; readonly tag: string }
	/** Another line, a photo, a drawing or a voice note for this question. */
	| { readonly kind: 'add' | 'photo' | 'draw' | 'voice'; readonly questionId: string }
	/** One of the buttons of an agenda. */
	| { readonly kind: 'rearrange'; readonly questionId: string; readonly move: AgendaMove };

const ANSWER = fieldOf('');

export function readPost(form: FormData, language: string): { post: PagePost; wish: Wish } {
	const asked = text(form, 'do');
	const wish = wishOf(asked, text(form, 'language'));
	const moving = wish.kind === 'go_on';
	return {
		wish,
		post: {
			fields:
				wish.kind === 'rearrange' ? afterMove(answerFields(form), wish.move) : answerFields(form),
			enough: asked === 'enough',
			intent: asked === 'skip' ? 'skip' : moving ? 'next' : 'keep',
			language,
			author: text(form, 'author'),
			draftKey: text(form, 'draft'),
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
	const [kind, questionId = '', place, to] = asked.split(':');
	const at = Number(place);
	if (kind === 'add' || kind === 'photo' || kind === 'draw' || kind === 'voice')
		return { kind, questionId };
	if (kind === 'move' && (to === 'up' || to === 'down'))
		return { kind: 'rearrange', questionId, move: { kind, questionId, at, to } };
	if (kind === 'star' || kind === 'take')
		return { kind: 'rearrange', questionId, move: { kind, questionId, at } };
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

/** The same page again after an agenda's button: where it leads, and what was done, by place and never by words. */
export function movedTo(wish: Extract<Wish, { kind: 'rearrange' }>, toCheck: boolean): string {
	const { move, questionId } = wish;
	const did = move.kind === 'move' ? move.to : move.kind;
	const at = move.kind === 'move' ? placeAfter(move) : move.at;
	const query = new URLSearchParams({ moved: `${questionId}:${did}:${at}` });
	if (toCheck) query.set('back', 'check');
	const focus = did === 'take' ? `moved-${questionId}` : `item-${questionId}-${at}`;
	return `?${query}#${focus}`;
}

/** What the address says was just done. */
export function movedFrom(url: URL): Moved | null {
	const [, questionId, did, at] =
		/^(\w{1,30}):(up|down|star|take):(\d{1,2})$/.exec(url.searchParams.get('moved') ?? '') ?? [];
	if (!questionId || !isDid(did)) return null;
	return { questionId, did, at: Number(at) };
}

const isDid = (did: string | undefined): did is Moved['did'] =>
	did === 'up' || did === 'down' || did === 'star' || did === 'take';
