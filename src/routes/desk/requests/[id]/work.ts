import { redirect } from '@sveltejs/kit';
import { MOVE_KINDS } from '#lib/rights/stages.ts';
import { invalid } from '#lib/server/errors.ts';
import { waitsForAuthor } from '#lib/server/hooks/answer.ts';
import { choiceOf, textOf } from '#lib/server/hooks/fields.ts';

/** One step that somebody who handles a request makes from its page. */
export async function work({ app, actor }: App.Locals, id: string, form: FormData) {
	if (actor.kind === 'nobody') return waitsForAuthor(form);
	const step = {
		id,
		sendKey: textOf(form, 'send_key'),
		version: Number(textOf(form, 'version'))
	};
	const written = { ...step, words: textOf(form, 'words') };
	switch (textOf(form, 'step')) {
		case 'assign':
			await app.requests.assign(actor, { ...step, staffId: textOf(form, 'staff') });
			break;
		case 'extend':
			await app.requests.extend(actor, { ...written, to: textOf(form, 'to') });
			break;
		case 'reply':
			await app.requests.reply(actor, written);
			break;
		case 'safeguard':
			await app.requests.safeguard(actor, step);
			break;
		default: {
			const move = choiceOf(form, 'step', MOVE_KINDS);
			if (!move) throw invalid('form_unreadable');
			const more = { on: textOf(form, 'on'), place: textOf(form, 'place') };
			await app.requests.move(actor, { ...written, ...more, step: move });
		}
	}
	redirect(303, `/desk/requests/${id}?done`);
}
