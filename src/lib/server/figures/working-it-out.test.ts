import { randomUUID } from 'node:crypto';
import { eq } from 'drizzle-orm';
import { expect, test } from 'vitest';
import { attack } from '../../../../tests/support/attacker.ts';
import { sendStatement } from '../../../../tests/support/drafts.ts';
import { eastbrook } from '../../../../tests/support/eastbrook.ts';
import { onBothEngines, type Engine } from '../../../../tests/support/engines.ts';
import { createNotebook } from '../../../../tests/support/figures-seen.ts';
import { addMeeting, addStaff, addYoungPerson } from '../../../../tests/support/people.ts';
import type { Answer } from '../../forms/answers.ts';
import { formOf } from '../../forms/catalogue/forms.ts';
import type { Question } from '../../forms/definition.ts';
import { PARTICIPATION_CODES } from '../../meetings/participation.ts';
import { addDays } from '../../meetings/working-days.ts';
import { firstStage, movesFrom, stageAfter } from '../../rights/stages.ts';
import { REQUEST_KINDS } from '../../rights/requests.ts';
import { createRandom, type Random } from '../seed/random.ts';

const FORM = 'before-my-review';
const YEAR = 2026;
const HALVES = ['2026-H1', '2026-H2'] as const;

/** Any answer to a question that is counted. */
function answerTo(question: Question, random: Random): Answer | null {
	const ids = (options: readonly { readonly id: string }[]) =>
		options.map(({ id }) => id).filter((id) => id !== 'not_sure' && id !== 'rather_not');
	if (random.chance(0.2)) return random.chance(0.5) ? { kind: 'skipped' } : null;
	if (random.chance(0.1)) return { kind: 'not_sure' };
	switch (question.type) {
		case 'faces':
			return { kind: 'faces', value: random.pick([1, 2, 3, 4, 4, 4, 5]) };
		case 'scale':
			return { kind: 'scale', value: random.pick([0, 2, 5, 8, 8, 8, 10]) };
		case 'yes_no':
			return { kind: 'yes_no', value: random.chance(0.8) ? 'yes' : 'no' };
		case 'pick':
			return { kind: 'pick', value: random.pick(ids(question.options)) };
		case 'picks':
			return { kind: 'picks', values: ids(question.options).filter(() => random.chance(0.4)) };
		default:
			return null;
	}
}

/** A council whose numbers are small in many places, in a year that is over. */
async function council(engine: Engine, seed: number, size: { people: number; each: number }) {
	const random = createRandom(seed);
	const world = await eastbrook((options) => engine.open(options), '2026-04-01T09:00');
	const { app, clock, sam } = world;
	const people = [];
	for (let one = 0; one < size.people; one += 1)
		people.push(
			await addYoungPerson(app, {
				officerId: sam.id,
				sex: random.pick(['female', 'male', 'male']),
				ethnicity: random.pick(['A', 'B', 'B', 'B', 'C', 'D']),
				unaccompanied: random.pick(['yes', 'no', 'no', null]),
				dateOfBirth: `${random.pick([2008, 2012, 2012, 2018, 2024])}-05-02`
			})
		);
	const day = () => addDays('2026-04-01', random.between(0, 360));
	for (let one = 0; one < size.people * 2; one += 1) {
		const heldOn = day();
		await addMeeting(app, {
			kind: random.pick(['looked_after_review', 'looked_after_review', 'initial_conference']),
			youngPersonIds: [random.pick(people).id],
			heldOn,
			dueBy: random.chance(0.1) ? null : addDays(heldOn, random.pick([0, 3, 3, 3, -2])),
			participationCode: random.pick([...PARTICIPATION_CODES, 'PN1', 'PN1', null]),
			chairId: sam.id
		});
	}
	const questions = formOf(FORM)?.pages.flatMap((page) => page.questions) ?? [];
	for (let one = 0; one < size.each; one += 1) {
		clock.set(`${one % 2 ? '2026-06-10' : '2026-12-10'}T10:00`);
		const answers = questions.flatMap((question) => {
			const answer = answerTo(question, random);
			return answer ? [[question.id, answer] as const] : [];
		});
		await sendStatement(app, random.pick(people), {
			formId: FORM,
			answers: Object.fromEntries(answers)
		});
	}
	await app.database.inTransaction(async (tx) => {
		await tx.delete(tx.tables.requestSteps);
		await tx.delete(tx.tables.requests);
		for (let one = 0; one < size.each; one += 1) {
			const kind = random.pick([...REQUEST_KINDS, 'advocate', 'advocate', 'complaint'] as const);
			const on = day();
			const id = randomUUID();
			const first = firstStage(kind);
			const [move] = movesFrom(kind, first, 'handler', false);
			const next = move && random.chance(0.6) ? stageAfter(kind, first, move) : null;
			const createdAt = Date.parse(`${on}T12:00Z`);
			const row = { id, kind, raisedBy: 'form', sendKey: id, language: 'en', state: 'opened' };
			await tx.insert(tx.tables.requests).values({ ...row, createdAt, stage: next ?? first });
			const step = { requestId: id, language: 'en', createdAt };
			const dueOn = addDays(on, random.pick([2, 30]));
			await tx.insert(tx.tables.requestSteps).values({
				...{ ...step, id: randomUUID(), number: 0, sendKey: `${id}/0` },
				...{ kind: 'received', stage: first, startedOn: on, dueOn }
			});
			if (next && move)
				await tx.insert(tx.tables.requestSteps).values({
					...{ ...step, id: randomUUID(), number: 1, sendKey: `${id}/1` },
					...{ kind: move, stage: next, startedOn: addDays(on, random.pick([1, 9])), dueOn: null }
				});
		}
	});
	clock.set('2027-05-03T09:00');
	return world;
}

/** Everything a manager sees of what they may open no list of, and the year as everybody sees it. */
async function everythingSeen(world: Awaited<ReturnType<typeof council>>) {
	const { app, manager } = world;
	const officer = await addStaff(app, { name: 'Ola Reid', roles: ['iro'] });
	const notebook = createNotebook();
	const form = formOf(FORM);
	if (!form) throw new Error('no such form');
	for (const half of HALVES) {
		const { requests } = await app.requestFigures.ofHalf(manager.actor, half);
		if (requests) notebook.requests(half, requests.told);
		const { statements, questions } = await app.figures.ofForm(manager.actor, FORM, half);
		notebook.answers(`answers/${half}`, form, statements, questions);
	}
	await app.yearFigures.tell(manager.actor, String(YEAR));
	const { told } = await app.yearFigures.see(officer.actor, String(YEAR));
	if (told) notebook.year(YEAR, told.told);
	return notebook.seen();
}

onBothEngines('who sees all pages with hidden numbers', (engine) => {
	test.each([
		{ seed: 1, people: 12, each: 10 },
		{ seed: 3, people: 30, each: 50 }
	])('works none of them out, of $people young people', async ({ seed, ...size }) => {
		const seen = await everythingSeen(await council(engine, seed, size));
		const hidden = [...seen.numbers].filter(([, count]) => count === null);

		expect(hidden.length).toBeGreaterThan(5);
		expect(attack(seen)).toEqual([]);
		for (const [name, count] of seen.numbers)
			// Who was asked a question is no secret where no answer decides it.
			if (!/\/asked$|^answers\/[^/]+$/.test(name))
				expect(count === null || count === 0 || count >= 5, name).toBe(true);
	});

	test('a year stays as it was told, whatever is corrected afterwards', async () => {
		const world = await council(engine, 4, { people: 20, each: 12 });
		const { app, manager } = world;
		const before = await everythingSeen(world);
		await app.database.inTransaction(async (tx) => {
			await tx
				.update(tx.tables.meetingYoungPeople)
				.set({ participationCode: 'PN1' })
				.where(eq(tx.tables.meetingYoungPeople.participationCode, 'PN2'));
			await tx.update(tx.tables.requests).set({ state: 'withdrawn' });
		});

		await app.yearFigures.tell(manager.actor, String(YEAR));
		expect((await everythingSeen(world)).numbers).toEqual(before.numbers);
	});

	test('a year is told when it is over, and by nobody before', async () => {
		const { app, manager, clock } = await council(engine, 5, { people: 6, each: 4 });

		clock.set('2027-03-31T23:00');
		await expect(app.yearFigures.tell(manager.actor, String(YEAR))).rejects.toMatchObject({
			code: 'figures_year'
		});
		clock.set('2027-04-01T00:00');
		expect(await app.yearFigures.see(manager.actor, String(YEAR))).toMatchObject({
			years: [YEAR],
			year: YEAR,
			told: null,
			mayTell: true
		});
	});
});
