import { eq } from 'drizzle-orm';
import { expect, test } from 'vitest';
import { sendStatement } from '../../../../tests/support/drafts.ts';
import { eastbrook } from '../../../../tests/support/eastbrook.ts';
import { onBothEngines, type Engine } from '../../../../tests/support/engines.ts';
import { addYoungPerson } from '../../../../tests/support/people.ts';
import { isUntold } from '../../figures/told-answers.ts';
import type { Answer } from '../../forms/answers.ts';

const FORM = 'before-my-review';
/** The half year it is; told from 1 April on. */
const HALF = '2026-H2';

/** So many young people, each of whom said this. */
async function council(engine: Engine, answers: readonly Readonly<Record<string, Answer>>[]) {
	const world = await eastbrook((options) => engine.open(options));
	const sent: string[] = [];
	for (const said of answers) {
		const person = await addYoungPerson(world.app, { officerId: world.sam.id });
		const { statementId } = await sendStatement(world.app, person, { formId: FORM, answers: said });
		sent.push(statementId);
	}
	return { ...world, sent };
}

const face = (value: 1 | 2 | 3 | 4 | 5): Record<string, Answer> => ({
	'1': { kind: 'faces', value }
});
const so = (many: number, answers: Record<string, Answer>) => Array(many).fill(answers);

onBothEngines('figures', (engine) => {
	test('count what was answered, and keep skipped and never come to apart', async () => {
		const { app, manager, clock } = await council(engine, [
			...so(5, face(4)),
			...so(6, face(2)),
			...so(5, { '1': { kind: 'skipped' }, '3': { kind: 'say', text: 'Quiet.', pictures: [] } }),
			...so(5, { '3': { kind: 'say', text: 'Loud.', pictures: [] } })
		]);
		clock.set('2027-04-01T09:00');

		const { statements, questions } = await app.figures.ofForm(manager.actor, FORM, HALF);

		expect(statements).toBe(21);
		expect(questions.find(({ id }) => id === '1')).toMatchObject({
			asked: 21,
			reached: { answered: 11, skipped: 5, not_sure: 0, rather_not: 0, never_come_to: 5 },
			groups: [
				{
					hidden: false,
					codes: [
						{ code: '1', count: 0 },
						{ code: '2', count: 6 },
						{ code: '3', count: 0 },
						{ code: '4', count: 5 },
						{ code: '5', count: 0 }
					]
				}
			]
		});
		expect(JSON.stringify(questions)).not.toMatch(/Quiet|Loud/);
	});

	test('of fewer than five statements they tell how many, which managers know, and no answer', async () => {
		const { app, manager, clock } = await council(engine, so(4, face(1)));
		clock.set('2027-04-01T09:00');

		const { statements, few, questions } = await app.figures.ofForm(manager.actor, FORM, HALF);

		expect({ statements, few }).toEqual({ statements: 4, few: true });
		expect(questions.filter(({ asked }) => asked !== 0).every(isUntold)).toBe(true);
		const { forms } = await app.figures.forms(manager.actor, HALF);
		expect(forms.find(({ formId }) => formId === FORM)).toEqual({ formId: FORM, statements: 4 });
	});

	test('of a question that fewer were asked they tell no answer either', async () => {
		const { app, sam, manager, clock } = await council(engine, so(6, face(5)));
		const alone = await addYoungPerson(app, { officerId: sam.id, unaccompanied: 'yes' });
		await sendStatement(app, alone, { formId: FORM, answers: face(5) });
		clock.set('2027-04-01T09:00');

		const { questions } = await app.figures.ofForm(manager.actor, FORM, HALF);

		// Some questions are asked of those alone who came by themselves.
		const few = questions.filter(({ asked }) => asked === 1);
		expect(few.length).toBeGreaterThan(0);
		expect(few.every(isUntold)).toBe(true);
	});

	test('a half year is told when it is over and not before, and a year never', async () => {
		const { app, manager, clock } = await council(engine, so(6, face(3)));

		expect(await app.figures.ofForm(manager.actor, FORM, HALF)).toMatchObject({
			half: null,
			statements: 0
		});
		clock.set('2027-03-31T23:59');
		expect((await app.figures.forms(manager.actor, HALF)).half).toBeNull();
		clock.set('2027-04-01T00:00');
		const { halves, half, statements } = await app.figures.ofForm(manager.actor, FORM, '2026');
		expect(halves.map(({ id }) => id)).toEqual([HALF]);
		expect({ id: half?.id, statements }).toEqual({ id: HALF, statements: 6 });
	});

	test('once told they stay as they were told: what is taken back later cannot be seen by the difference', async () => {
		const { app, manager, clock, sent } = await council(engine, so(7, face(3)));
		const takeBack = (statementId: string | undefined) =>
			app.database.inTransaction(async (tx) => {
				const { statements } = tx.tables;
				await tx
					.update(statements)
					.set({ takenBackAt: clock.now() })
					.where(eq(statements.id, statementId ?? ''));
			});
		await takeBack(sent[0]);
		clock.set('2027-04-01T09:00');
		const first = await app.figures.ofForm(manager.actor, FORM, HALF);
		await takeBack(sent[1]);

		expect(first.statements).toBe(6);
		expect(await app.figures.ofForm(manager.actor, FORM, HALF)).toEqual(first);
	});

	test('what goes to who handles a request is counted there alone', async () => {
		const { app, manager } = await council(engine, []);

		const { forms } = await app.figures.forms(manager.actor, '');

		expect(forms.map(({ formId }) => formId)).not.toContain('complain');
		await expect(app.figures.ofForm(manager.actor, 'complain', '')).rejects.toMatchObject({
			kind: 'not_found'
		});
	});

	test('leave a trace of their own, and none of a reading', async () => {
		const { app, manager, clock } = await council(engine, so(5, face(3)));
		clock.set('2027-04-01T09:00');

		await app.figures.ofForm(manager.actor, FORM, HALF);

		const { auditEntries } = app.database.read.tables;
		const rows = await app.database.read
			.select()
			.from(auditEntries)
			.where(eq(auditEntries.actorId, manager.id));
		expect(rows.map(({ action, youngPersonId }) => [action, youngPersonId])).toEqual([
			['figures.seen', null]
		]);
	});
});
