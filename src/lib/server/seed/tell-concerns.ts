import { randomUUID } from 'node:crypto';
import { and, eq, lt } from 'drizzle-orm';
import { londonDate, londonInstant } from '../../language/dates.ts';
import { addDays, isWorkingDay } from '../../meetings/working-days.ts';
import type { Actor } from '../access.ts';
import type { App } from '../app.ts';
import { createAudit } from '../audit/audit.ts';
import { createConcerns } from '../concerns/concerns.ts';
import type { ConcernStep } from '../concerns/step.ts';
import type { Core } from '../core.ts';
import { createMidway } from '../midway/midway.ts';
import { GOING } from '../midway/views.ts';
import { ENDED, MIDWAY_WORDS, OPEN, type ConcernStory, type ToldStep } from './concern-stories.ts';
import type { WrittenPerson } from './people-rows.ts';
import { createRandom, type Random } from './random.ts';
import type { Council } from './tell-forms.ts';

const SEED = 20_250_606;
/** Each story of the past is told of so many young people. */
const TIMES_TOLD = 2;
/** Whose story goes on at the site itself: their open concerns are part of it. */
const WITH_A_CONCERN = ['EB-1007', 'EB-1010'];
const LEFT_ALONE = 9;
const READ_AFTER_DAYS = 14;

/** What officers disputed in three years and how it ended, what is open today, and their looks between meetings. */
export async function tellConcerns(app: App, council: Council): Promise<void> {
	const random = createRandom(SEED);
	let clock = app.now();
	const now = () => clock;
	const core: Core = { ...app, now, audit: createAudit(app.vault, now) };
	const concerns = createConcerns(core);
	const midway = createMidway(core);
	const today = londonDate(app.now());
	const manager = council.accounts.staff.get(council.staff.get('S04')?.id ?? '');
	const officerOf = (person: WrittenPerson) => council.accounts.staff.get(person.officerId);
	const at = (on: string, time: string) => {
		let day = on;
		while (!isWorkingDay(day)) day = addDays(day, 1);
		clock = Math.min(londonInstant(`${day}T${time}`), app.now());
	};

	async function tell(person: WrittenPerson, by: Actor, raisedOn: string, story: ConcernStory) {
		at(raisedOn, '11:20');
		const sendKey = randomUUID();
		const concernId = await concerns.raise(by, {
			sendKey,
			youngPersonId: person.id,
			meetingId: person.meetings.find(({ heldOn }) => heldOn === addDays(raisedOn, -1))?.id ?? null,
			colour: story.colour,
			words: story.words,
			telling: {
				how: story.notTold ? 'not' : story.own ? 'own' : 'ready',
				words: story.own ?? '',
				why: story.notTold ?? '',
				offerAdvocate: true
			}
		});
		for (const [index, step] of story.steps.entries()) {
			at(addDays(raisedOn, step.after), `15:0${index}`);
			const answers = step.do === 'respond' && manager ? manager : by;
			await concerns.step(answers, stepOf(step, concernId, `${sendKey}-${index}`, index + 1));
		}
	}

	const others = [...council.people].filter(([ref]) => Number(ref.slice(-4)) > 1000 + LEFT_ALONE);
	const told = others.flatMap(([, person]) => {
		const by = officerOf(person);
		const held = person.meetings.flatMap(({ heldOn }) =>
			heldOn !== null && heldOn < addDays(today, -100) ? heldOn : []
		);
		return by && held.length > 0 ? [{ person, by, held }] : [];
	});
	for (const story of Array.from({ length: TIMES_TOLD }, () => ENDED).flat()) {
		const { person, by, held } = random.pick(told);
		await tell(person, by, addDays(random.pick(held), 1), story);
	}
	const open = [
		...WITH_A_CONCERN.flatMap((ref) => council.people.get(ref) ?? []),
		...told.map(({ person }) => person).filter(({ id }) => id !== council.people.get('EB-1010')?.id)
	];
	for (const [index, story] of OPEN.entries()) {
		const person = open[index];
		const by = person && officerOf(person);
		if (person && by) await tell(person, by, addDays(today, -story.daysAgo), story);
	}
	clock = app.now();
	const everybody = [...council.people.values()].flatMap((person) => {
		const by = officerOf(person);
		return by ? [{ person, by }] : [];
	});
	const due = await checksToDo(random, everybody, today, (by, id) => midway.ofPerson(by, id));
	for (const { by, youngPersonId, meetingId, dueOn } of due) {
		const done = addDays(dueOn, random.between(-4, 5));
		const doneOn = done < today ? done : today;
		at(doneOn, '16:30');
		const going = random.pick(GOING);
		const check = { youngPersonId, meetingId, version: 0, doneOn };
		await midway.save(by, { ...check, going, words: MIDWAY_WORDS[going] });
	}
	// What was told long ago was read long ago.
	const { notices } = app.database.read.tables;
	const old = lt(notices.createdAt, londonInstant(`${addDays(today, -READ_AFTER_DAYS)}T00:00`));
	await app.database.inTransaction((tx) =>
		tx
			.update(notices)
			.set({ seenAt: app.now() })
			.where(and(eq(notices.kind, 'concern_stage'), old))
	);
}

/** The look between meetings that was due last, of nearly everybody: a few are late, as they are anywhere. */
async function checksToDo(
	random: Random,
	people: readonly { readonly person: WrittenPerson; readonly by: Actor }[],
	today: string,
	checksOf: ReturnType<typeof createMidway>['ofPerson']
) {
	const found = [];
	for (const { person, by } of people) {
		const { checks } = await checksOf(by, person.id);
		const last = checks
			.filter(({ dueOn, heldOn }) => dueOn < today && heldOn < addDays(dueOn, -5))
			.sort((a, b) => b.dueOn.localeCompare(a.dueOn))[0];
		if (last && random.chance(0.9))
			found.push({ by, youngPersonId: person.id, meetingId: last.meetingId, dueOn: last.dueOn });
	}
	return found;
}

function stepOf(told: ToldStep, concernId: string, sendKey: string, version: number): ConcernStep {
	return { ...told, concernId, sendKey, version };
}
