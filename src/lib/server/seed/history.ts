import { londonInstant } from '../../language/dates.ts';
import { dueByFor } from '../../meetings/due-dates.ts';
import type { MeetingKind } from '../../meetings/kinds.ts';
import { LAW } from '../../meetings/limits.ts';
import { addDays, addMonths, addWorkingDays, isWorkingDay } from '../../meetings/working-days.ts';
import { ageOn } from '../people.ts';
import type { CareStatus } from './demo-people.ts';
import type { Random } from './random.ts';

export interface SeedMeeting {
	readonly kind: MeetingKind;
	readonly scheduledAt: number | null;
	readonly dueBy: string | null;
	readonly heldOn: string | null;
	readonly participationCode: string | null;
	readonly decisionsSentOn: string | null;
	readonly recordSentOn: string | null;
}

const TIMES = ['10:00', '11:30', '13:30', '15:00', '16:00', '16:30'];

/** Which codes stand in the record, about as often as in councils' reports; empty is “not recorded”. */
const CODES = [
	...Array.from({ length: 45 }, () => 'PN1'),
	...Array.from({ length: 8 }, () => 'PN2'),
	...Array.from({ length: 4 }, () => 'PN3'),
	...Array.from({ length: 4 }, () => 'PN4'),
	...Array.from({ length: 8 }, () => 'PN5'),
	...Array.from({ length: 18 }, () => 'PN6'),
	...Array.from({ length: 7 }, () => 'PN7'),
	...Array.from({ length: 6 }, () => null)
];

const KIND_OF: Readonly<Record<CareStatus, MeetingKind>> = {
	looked_after: 'looked_after_review',
	child_protection: 'review_conference',
	care_leaver: 'pathway_review'
};

/**
 * The meetings somebody has had since `startedOn`, oldest first, as a council would have held them: most in time, some
 * late, some records slow, and when the next one is due.
 */
export function pastMeetings(
	random: Random,
	person: { readonly status: CareStatus; readonly startedOn: string; readonly dateOfBirth: string },
	today: string
): { readonly held: readonly SeedMeeting[]; readonly nextDueBy: string } {
	const kind = KIND_OF[person.status];
	const held: SeedMeeting[] = [];
	const initialHeld: string[] = [];
	if (person.status === 'child_protection') {
		held.push(
			heldMeeting(random, 'initial_conference', person.startedOn, person.startedOn, person)
		);
		initialHeld.push(person.startedOn);
	}
	const previousHeld: string[] = [];
	for (;;) {
		const dueBy =
			dueByFor(kind, {
				careStartedOn: person.startedOn,
				strategyOn: null,
				previousHeld,
				initialHeld,
				limits: LAW
			}) ?? addMonths(person.startedOn, 3);
		const late = random.chance(0.07);
		const heldOn = workingDay(
			addDays(dueBy, late ? random.between(1, 15) : -random.between(0, 12))
		);
		if (heldOn >= addDays(today, -2)) return { held, nextDueBy: dueBy };
		previousHeld.push(heldOn);
		held.push(heldMeeting(random, kind, heldOn, dueBy, person, today));
	}
}

/** A meeting that has a date and was not held yet. */
export function plannedMeeting(
	random: Random,
	kind: MeetingKind,
	on: string,
	dueBy: string
): SeedMeeting {
	return { ...notHeld(kind, dueBy), scheduledAt: londonInstant(`${on}T${random.pick(TIMES)}`) };
}

export function notHeld(kind: MeetingKind, dueBy: string): SeedMeeting {
	return {
		kind,
		scheduledAt: null,
		dueBy,
		heldOn: null,
		participationCode: null,
		decisionsSentOn: null,
		recordSentOn: null
	};
}

function heldMeeting(
	random: Random,
	kind: MeetingKind,
	heldOn: string,
	dueBy: string,
	person: { readonly dateOfBirth: string },
	today = heldOn
): SeedMeeting {
	const code = ageOn(person.dateOfBirth, heldOn) < 4 ? 'PN0' : random.pick(CODES);
	const isReview = kind === 'looked_after_review' || kind === 'pathway_review';
	return {
		...plannedMeeting(random, kind, heldOn, dueBy),
		heldOn,
		participationCode: isReview ? code : null,
		decisionsSentOn: sentOn(random, heldOn, [2, 5], [6, 9], today),
		recordSentOn: sentOn(random, heldOn, [9, 20], [21, 32], today)
	};
}

function sentOn(
	random: Random,
	heldOn: string,
	inTime: readonly [number, number],
	late: readonly [number, number],
	today: string
): string | null {
	const range = random.chance(0.85) ? inTime : late;
	const on = addWorkingDays(heldOn, random.between(...range));
	return random.chance(0.04) || on > today ? null : on;
}

export function workingDay(date: string): string {
	return isWorkingDay(date) ? date : workingDay(addDays(date, -1));
}
