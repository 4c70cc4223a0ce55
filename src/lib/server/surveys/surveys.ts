import type { Actor } from '../access.ts';
import type { Core } from '../core.ts';
import { listCallbacks, markRung } from './callbacks.ts';
import {
	conferenceRecordState,
	readConferenceRecord,
	saveConferenceRecord
} from './conference-records.ts';
import { beginSheet, typeIn, typeInCallback, type Sheet } from './paper.ts';
import { readSurvey } from './survey-view.ts';
import { readSurveyWords } from './words.ts';

export type Surveys = ReturnType<typeof createSurveys>;

/** What parents said of conferences, and what their chairs saw of the same. */
export function createSurveys(core: Core) {
	const { read } = core.database;
	return {
		beginSheet: (actor: Actor) => beginSheet(core, actor),
		typeIn: (actor: Actor, sheet: Sheet) => typeIn(core, actor, sheet),
		typeInCallback: (actor: Actor, input: Parameters<typeof typeInCallback>[2]) =>
			typeInCallback(core, actor, input),
		callbacks: (actor: Actor) => listCallbacks(core, actor),
		markRung: (actor: Actor, callbackId: string) => markRung(core, actor, callbackId),
		see: (actor: Actor, asked: { readonly year: string }) => readSurvey(core, actor, asked),
		words: (actor: Actor, asked: { readonly quarter: string }) =>
			readSurveyWords(core, actor, asked),
		record: (actor: Actor, meetingId: string) => readConferenceRecord(core, read, actor, meetingId),
		recordState: (actor: Actor, meetingId: string) =>
			conferenceRecordState(core, read, actor, meetingId),
		saveRecord: (actor: Actor, input: Parameters<typeof saveConferenceRecord>[2]) =>
			saveConferenceRecord(core, actor, input)
	};
}
