import { randomUUID } from 'node:crypto';
import { redirect } from '@sveltejs/kit';
import { action, page } from '#lib/server/hooks/answer.ts';
import { fieldsOf, textOf } from '#lib/server/hooks/fields.ts';
import type { Slip } from '#lib/server/carers/give-link.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = page(async ({ locals, params, url }) => {
	const carers = await locals.app.carers.asked(locals.actor, params.id);
	return {
		carers,
		// The same page sent twice asks nobody twice.
		newId: randomUUID(),
		done: (['asked', 'again', 'taken_back'] as const).find((what) => url.searchParams.has(what)),
		origin: url.origin,
		// Whoever chairs nothing finds nothing behind the tabs.
		tabs: locals.actor.kind === 'staff' && locals.actor.roles.includes('iro')
	};
});

const ASKED = ['id', 'youngPersonId', 'name', 'role', 'email', 'language'] as const;
const ASKED_BEFORE = ['id', 'youngPersonId', 'consultationId'] as const;
const ASKED_ELSEWHERE = ['consultationId', 'email'] as const;

/** A slip is the answer to the post that makes it, as a card is: its address stands nowhere else. */
function given(slip: Slip | null, meetingId: string, done: string) {
	if (slip) return { slip };
	redirect(303, `/desk/meetings/${meetingId}/carers?${done}`);
}

export const actions: Actions = {
	ask: action(async ({ locals, params: { id: meetingId } }, form) => {
		const asked = { ...fieldsOf(form, ASKED), meetingId };
		return given(await locals.app.carers.ask(locals.actor, asked), meetingId, 'asked');
	}),
	before: action(async ({ locals, params: { id: meetingId } }, form) => {
		const asked = { ...fieldsOf(form, ASKED_BEFORE), meetingId };
		await locals.app.carers.askAsBefore(locals.actor, asked);
		redirect(303, `/desk/meetings/${meetingId}/carers?asked`);
	}),
	again: action(async ({ locals, params: { id: meetingId } }, form) => {
		const consultationId = textOf(form, 'consultationId');
		await locals.app.carers.askAgain(locals.actor, { meetingId, consultationId });
		redirect(303, `/desk/meetings/${meetingId}/carers?again`);
	}),
	elsewhere: action(async ({ locals, params: { id: meetingId } }, form) => {
		const asked = { ...fieldsOf(form, ASKED_ELSEWHERE), meetingId };
		return given(await locals.app.carers.askElsewhere(locals.actor, asked), meetingId, 'again');
	}),
	back: action(async ({ locals, params: { id: meetingId } }, form) => {
		const consultationId = textOf(form, 'consultationId');
		await locals.app.carers.takeBack(locals.actor, { meetingId, consultationId });
		redirect(303, `/desk/meetings/${meetingId}/carers?taken_back`);
	})
};
