import { redirect, type RequestEvent } from '@sveltejs/kit';
import type { Actor } from '#lib/server/access.ts';
import type { Deciding } from '#lib/server/deciding/deciding.ts';
import { action, waitsForAuthor } from '#lib/server/hooks/answer.ts';

export const DONE = ['kept', 'sent', 'taken_back'] as const;

interface Of {
	readonly meetingId: string;
	readonly youngPersonId: string;
}
type Doing = (deciding: Deciding, actor: Actor, form: FormData, of: Of) => Promise<void>;
type After = RequestEvent<{ id: string }, '/desk/meetings/[id]/after'>;

/** Does it for the young person the page is about, and comes back to where they were on it. */
export const then = (done: (typeof DONE)[number], part: string, doing: Doing) =>
	action(async ({ locals, params, url }: After, form: FormData) => {
		if (locals.actor.kind === 'nobody') return waitsForAuthor(form);
		const about = url.searchParams.get('about') ?? '';
		const of = { meetingId: params.id, youngPersonId: about };
		await doing(locals.app.deciding, locals.actor, form, of);
		redirect(303, `/desk/meetings/${params.id}/after?about=${about}&done=${done}#${part}`);
	});
