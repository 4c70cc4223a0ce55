import type { Translator } from '../../language/translator.ts';
import type { Actor } from '../access.ts';
import type { Core } from '../core.ts';
import type { Document } from '../documents/document.ts';
import { afterMeeting } from './after.ts';
import { agree, object, readDecisions } from './agreeing.ts';
import { changeDecision, raiseDecision, removeDecision } from './change-decision.ts';
import { listDecisions } from './list.ts';
import { meetingsOpenTo, type OpenTo } from './open-to.ts';
import { completeOutcome } from './outcome.ts';
import { confirmCode, sayParticipation } from './participation.ts';
import { addPoint, takePoint } from './points.ts';
import { recordDocument } from './record-document.ts';
import { readRecord, saveRecord, sendRecord, type RecordChange } from './record.ts';
import { answerObjections, sendToManagers, takeBack } from './sending.ts';
import type { AfterView, DecisionsList, DecisionsView, RecordView } from './views.ts';

export type Deciding = ReturnType<typeof createDeciding>;

/** What a meeting decided: by its chair, under the managers' eyes, and written down. */
export function createDeciding(
	core: Core,
	given: { readonly translator: (tag: string) => Translator }
) {
	const { read } = core.database;
	type Input<Verb extends (core: Core, actor: Actor, input: never) => unknown> =
		Parameters<Verb>[2];
	return {
		after: (actor: Actor, input: Input<typeof afterMeeting>): Promise<AfterView> =>
			afterMeeting(core, actor, input),
		addPoint: (actor: Actor, input: Input<typeof addPoint>): Promise<void> =>
			addPoint(core, actor, input),
		takePoint: (actor: Actor, input: Input<typeof takePoint>): Promise<void> =>
			takePoint(core, actor, input),
		changeDecision: (actor: Actor, input: Input<typeof changeDecision>): Promise<void> =>
			changeDecision(core, actor, input),
		removeDecision: (actor: Actor, input: Input<typeof removeDecision>): Promise<void> =>
			removeDecision(core, actor, input),
		raiseDecision: (actor: Actor, id: string): Promise<void> => raiseDecision(core, actor, id),
		sayParticipation: (actor: Actor, input: Input<typeof sayParticipation>): Promise<void> =>
			sayParticipation(core, actor, input),
		confirmCode: (actor: Actor, input: Input<typeof confirmCode>): Promise<void> =>
			confirmCode(core, actor, input),
		completeOutcome: (actor: Actor, input: Input<typeof completeOutcome>): Promise<void> =>
			completeOutcome(core, actor, input),

		sendToManagers: (actor: Actor, meetingId: string): Promise<void> =>
			sendToManagers(core, actor, meetingId),
		takeBack: (actor: Actor, meetingId: string): Promise<void> => takeBack(core, actor, meetingId),
		answerObjections: (actor: Actor, input: Input<typeof answerObjections>): Promise<void> =>
			answerObjections(core, actor, input),

		list: (actor: Actor, input: { readonly page?: number } = {}): Promise<DecisionsList> =>
			listDecisions(core, read, actor, input),
		/** Which of these meetings somebody may open, and as what. */
		openTo: (actor: Actor, meetingIds: readonly string[]): Promise<Map<string, OpenTo>> =>
			meetingsOpenTo(read, actor, meetingIds),
		read: (actor: Actor, meetingId: string): Promise<DecisionsView> =>
			readDecisions(core, actor, meetingId),
		object: (actor: Actor, input: Input<typeof object>): Promise<void> =>
			object(core, actor, input),
		agree: (actor: Actor, meetingId: string): Promise<void> => agree(core, actor, meetingId),

		record: (actor: Actor, of: Input<typeof readRecord>): Promise<RecordView> =>
			readRecord(core, actor, of),
		saveRecord: (actor: Actor, input: RecordChange): Promise<void> =>
			saveRecord(core, actor, input),
		sendRecord: (actor: Actor, input: RecordChange): Promise<void> =>
			sendRecord(core, actor, input),
		/** @param language it is printed in */
		recordDocument: (
			actor: Actor,
			of: Input<typeof readRecord>,
			language: string
		): Promise<Document> => recordDocument(core, given.translator(language), actor, of)
	};
}
