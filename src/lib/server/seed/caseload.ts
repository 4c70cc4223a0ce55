import { addDays, addMonths } from '../../meetings/working-days.ts';
import type { YoungPersonProfile } from '../people.ts';
import { ETHNICITIES, FIRST_NAMES, LAST_NAMES, TEAMS } from './demo-names.ts';
import {
	DEMO_CASELOAD,
	DEMO_YOUNG_PEOPLE,
	type CareStatus,
	type DemoYoungPerson,
	type StaffRef
} from './demo-people.ts';
import { notHeld, pastMeetings, plannedMeeting, workingDay, type SeedMeeting } from './history.ts';
import type { Random } from './random.ts';

/** A young person as the seed writes them, with their meetings. */
export interface SeedPerson {
	readonly profile: YoungPersonProfile;
	readonly sex: string;
	readonly ethnicity: string | null;
	readonly disabled: string | null;
	readonly unaccompanied: string | null;
	readonly language: string;
	readonly officer: StaffRef;
	readonly socialWorker: StaffRef;
	readonly team: string;
	readonly status: CareStatus;
	readonly startedOn: string;
	/** Conferences are held for a household: these have theirs with everybody else of the same name. */
	readonly household: string | null;
	readonly meetings: readonly SeedMeeting[];
}

/** The people of the story, the rest of two caseloads of 60 children, and three more families with a plan. */
export function inventPeople(random: Random, today: string): SeedPerson[] {
	const named = DEMO_YOUNG_PEOPLE.map((person) => namedPerson(random, person, today));
	const children = named.filter(({ officer }) => officer !== 'S03').length;
	const names = freshNames(random);
	const rest = Array.from({ length: DEMO_CASELOAD - children }, (_, index) =>
		inventChild(random, names(), `EB-${1100 + index}`, index, today)
	);
	return [...named, ...rest, ...inventFamilies(random, names, today)];
}

function namedPerson(random: Random, person: DemoYoungPerson, today: string): SeedPerson {
	const dateOfBirth = born(person.age, 120 + Number(person.ref.slice(-2)) * 7, today);
	const startedOn = addMonths(today, -person.monthsInCare);
	const past = pastMeetings(random, { ...person, startedOn, dateOfBirth }, today);
	const planned = person.next.map(({ kind, inDays }) =>
		plannedMeeting(
			random,
			kind,
			addDays(today, inDays),
			later(past.nextDueBy, addDays(today, inDays))
		)
	);
	return {
		...person,
		profile: { ...person, dateOfBirth },
		startedOn,
		household: person.status === 'child_protection' ? person.lastName : null,
		meetings: [...past.held, ...planned]
	};
}

function inventChild(
	random: Random,
	name: InventedName,
	ref: string,
	index: number,
	today: string
): SeedPerson {
	const age = random.chance(0.1) ? random.between(1, 4) : random.between(6, 17);
	const months = Math.min(random.between(2, 36), age * 12 - 3);
	const alone = age >= 14 && random.chance(0.15);
	const dateOfBirth = born(age, random.between(3, 350), today);
	const startedOn = addDays(addMonths(today, -months), -random.between(0, 27));
	const past = pastMeetings(random, { status: 'looked_after', startedOn, dateOfBirth }, today);
	const dated = past.nextDueBy < addMonths(today, 3) || random.chance(0.4);
	const on = later(workingDay(addDays(past.nextDueBy, -random.between(0, 14))), addDays(today, 2));
	const next = dated
		? plannedMeeting(random, 'looked_after_review', on, past.nextDueBy)
		: notHeld('looked_after_review', past.nextDueBy);
	return {
		profile: { ref, ...name, dateOfBirth, dialect: null },
		sex: name.sex,
		ethnicity: random.pick(ETHNICITIES),
		disabled: random.chance(0.14) ? 'yes' : 'no',
		unaccompanied: alone ? 'yes' : 'no',
		language: alone && random.chance(0.5) ? 'ar' : 'en',
		officer: index % 2 === 0 ? 'S02' : 'S01',
		socialWorker: random.pick(['S08', 'S10', 'S11'] as const),
		team: random.pick(TEAMS),
		status: 'looked_after',
		startedOn,
		household: null,
		meetings: [...past.held, next]
	};
}

function inventFamilies(random: Random, names: () => InventedName, today: string): SeedPerson[] {
	return [1, 2, 3].flatMap((children, family) => {
		const { lastName } = names();
		const startedOn = addMonths(today, -(2 + family * 3));
		const past = pastMeetings(
			random,
			{ status: 'child_protection', startedOn, dateOfBirth: '2010-01-01' },
			today
		);
		const on = later(workingDay(addDays(past.nextDueBy, -4)), addDays(today, 4 + family));
		const meetings = [
			...past.held,
			plannedMeeting(random, 'review_conference', on, past.nextDueBy)
		];
		return Array.from({ length: children }, (_, index): SeedPerson => {
			const name = names();
			return {
				profile: {
					ref: `EB-12${family}${index}`,
					firstName: name.firstName,
					knownAs: name.knownAs,
					lastName,
					dateOfBirth: born(random.between(5, 15), random.between(3, 350), today),
					dialect: null
				},
				sex: name.sex,
				ethnicity: random.pick(ETHNICITIES),
				disabled: 'no',
				unaccompanied: 'no',
				language: 'en',
				officer: 'S03',
				socialWorker: 'S11',
				team: 'Safeguarding North',
				status: 'child_protection',
				startedOn,
				household: lastName,
				meetings
			};
		});
	});
}

interface InventedName {
	readonly firstName: string;
	readonly knownAs: string;
	readonly lastName: string;
	readonly sex: 'female' | 'male';
}

/** No two people of one name. */
function freshNames(random: Random): () => InventedName {
	const taken = new Set(DEMO_YOUNG_PEOPLE.map(({ knownAs, lastName }) => `${knownAs} ${lastName}`));
	return function fresh(): InventedName {
		const [firstName, sex] = random.pick(FIRST_NAMES);
		const lastName = random.pick(LAST_NAMES);
		const name = `${firstName} ${lastName}`;
		if (taken.has(name)) return fresh();
		taken.add(name);
		return { firstName, knownAs: firstName, lastName, sex };
	};
}

/** A date of birth that makes them `age` today, their last birthday so many days ago. */
function born(age: number, daysSinceBirthday: number, today: string): string {
	return addDays(addMonths(today, -12 * age), -daysSinceBirthday);
}

function later(a: string, b: string): string {
	return a > b ? a : b;
}
