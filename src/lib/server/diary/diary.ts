import type { Translator } from '../../language/translator.ts';
import type { Actor } from '../access.ts';
import type { Core } from '../core.ts';
import {
	calendarFile,
	makeCalendar,
	ownCalendar,
	revokeCalendar,
	type CalendarView
} from './calendar.ts';
import { caseload, type CaseloadView } from './caseload.ts';
import { formToChange, formToMake } from './form-facts.ts';
import { meetingView, ownPlace, type DiaryMeeting } from './meeting.ts';

export type Diary = ReturnType<typeof createDiary>;

/** When meetings are, whose is next, and what is to be done about each. */
export function createDiary(
	core: Core,
	{ translator }: { readonly translator: (tag: string) => Translator }
) {
	const { read } = core.database;
	return {
		/** A meeting with the young people of it whom the actor may know of, for its page and the head of all about it. */
		meeting: (actor: Actor, meetingId: string): Promise<DiaryMeeting> =>
			meetingView(core, read, actor, meetingId),
		/** Where a young person's own meeting is. */
		ownPlace: (actor: Actor, meetingId: string) => ownPlace(core, read, actor, meetingId),
		caseload: (actor: Actor, input: Parameters<typeof caseload>[3] = {}): Promise<CaseloadView> =>
			caseload(core, read, actor, input),
		formToMake: (actor: Actor, input: Parameters<typeof formToMake>[3]) =>
			formToMake(core, read, actor, input),
		formToChange: (actor: Actor, meetingId: string) => formToChange(core, read, actor, meetingId),
		calendar: (actor: Actor): Promise<CalendarView> => ownCalendar(read, actor),
		makeCalendar: (actor: Actor) => makeCalendar(core, actor),
		revokeCalendar: (actor: Actor): Promise<void> => revokeCalendar(core, actor),
		/** For a calendar with an address, signed in or not. */
		calendarFile: (token: string, origin: string): Promise<string> =>
			calendarFile(core, read, token, { translator, origin })
	};
}
