import type { Actor } from '../access.ts';
import type { Core } from '../core.ts';
import { conflict } from '../errors.ts';
import { holdMeeting } from '../meetings/desk-changes.ts';
import { sittingsOf } from '../meetings/sittings.ts';
import { chairedMeeting } from './chaired.ts';

/**
 * Says that a meeting was held, as its own page does, where nobody has said so yet: the chair stays who it was, and the
 * last part of a series is marked.
 * @throws Refusal conflict `after_series` while parts of it are still to come
 */
export async function holdUnlessHeld(
	core: Core,
	actor: Actor,
	of: { readonly meetingId: string; readonly heldOn: string }
): Promise<void> {
	const { read } = core.database;
	const { row } = await chairedMeeting(core, read, actor, 'meeting.decide', of.meetingId);
	if (row.cancelledAt !== null) throw conflict('after_cancelled');
	if (row.heldOn !== null) return;
	const open = (await sittingsOf(read, [row.id])).filter(({ heldAt }) => heldAt === null);
	if (open.length > 1) throw conflict('after_series');
	await holdMeeting(core, actor, { ...of, sittingId: open[0]?.id ?? '' });
}
