import type { Actor } from '../access.ts';
import type { Core } from '../core.ts';
import { ask, askAsBefore, type NewCarer } from './ask.ts';
import { askedCarers } from './asked.ts';
import { askAgain, askElsewhere, takeBack } from './asked-again.ts';
import { carerFigures, type AskedOf } from './figures.ts';
import { flaggedCarers, unansweredCarers } from './listed.ts';
import { openConsultation } from './open.ts';

export type Carers = ReturnType<typeof createCarers>;

/**
 * Carers asked before a review, over a link and without an account, and what they said: for whoever chairs, and apart
 * from anything the young person says.
 */
export function createCarers(core: Core) {
	const { read } = core.database;
	return {
		/** Who was asked before a review, and what came of it. */
		asked: (actor: Actor, meetingId: string) => askedCarers(core, read, actor, meetingId),
		ask: (actor: Actor, given: NewCarer) => ask(core, actor, given),
		askAsBefore: (actor: Actor, given: Parameters<typeof askAsBefore>[2]) =>
			askAsBefore(core, actor, given),
		askAgain: (actor: Actor, of: Parameters<typeof askAgain>[2]) => askAgain(core, actor, of),
		askElsewhere: (actor: Actor, of: Parameters<typeof askElsewhere>[2]) =>
			askElsewhere(core, actor, of),
		takeBack: (actor: Actor, of: Parameters<typeof takeBack>[2]) => takeBack(core, actor, of),
		/** What one of them said. */
		open: (actor: Actor, of: Parameters<typeof openConsultation>[2]) =>
			openConsultation(core, actor, of),
		/** How many were asked and answered. */
		figures: (actor: Actor, asked: AskedOf) => carerFigures(core, actor, asked),
		/** Where a carer says that a placement is under strain, before a review to come. */
		flagged: (actor: Actor) => flaggedCarers(core, actor),
		/** Who is behind the unanswered. */
		unanswered: (actor: Actor, asked: AskedOf, page?: number) =>
			unansweredCarers(core, actor, asked, page)
	};
}
