import type { Form } from '../../forms/definition.ts';
import { demandOfStaff, type Actor } from '../access.ts';
import type { Core } from '../core.ts';
import { dismissNotice, noticesOf } from '../notices/notices.ts';
import { alertsFor } from '../safety/safety.ts';
import type { AlertView, InboxView, NoticeView } from '../statements/views.ts';
import { deskFrame, type DeskFrame } from './frame.ts';
import { inbox } from './inbox.ts';

export type Desk = ReturnType<typeof createDesk>;

export function createDesk(core: Core, forms: readonly Form[]) {
	const { read } = core.database;
	return {
		/** Who sits at the desk, and what waits for them. */
		frame: (actor: Actor): Promise<DeskFrame> => deskFrame(core, read, actor),
		/** An officer's meetings with what came in. Managers have none: alerts and missed notices are theirs. */
		inbox: (actor: Actor, input: { readonly page?: string } = {}): Promise<InboxView> =>
			inbox(core, read, forms, actor, input.page),
		alerts: (actor: Actor): Promise<AlertView[]> => alertsFor(core, read, actor),
		/** What the actor is told at their desk. */
		async notices(actor: Actor): Promise<NoticeView[]> {
			demandOfStaff('desk.open', actor);
			return noticesOf(core, read, actor);
		},
		/** Statements nobody opened before their meeting, as a manager is told of them: who and when, no words. */
		async missed(actor: Actor): Promise<NoticeView[]> {
			demandOfStaff('notice.see_all_missed', actor);
			return noticesOf(core, read, actor, 'missed');
		},
		/** Puts away something they were told. */
		async dismiss(actor: Actor, noticeId: string): Promise<void> {
			demandOfStaff('desk.open', actor);
			await dismissNotice(core, actor, noticeId);
		}
	};
}
