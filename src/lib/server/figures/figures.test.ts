import { eq } from 'drizzle-orm';
import { expect, test } from 'vitest';
import { sendStatement } from '../../../../tests/support/drafts.ts';
import { eastbrook } from '../../../../tests/support/eastbrook.ts';
import { onBothEngines, type Engine } from '../../../../tests/support/engines.ts';
import { addYoungPerson } from '../../../../tests/support/people.ts';
import type { Answer } from '../../forms/answers.ts';
import { FEWEST } from './figures.ts';

const FORM = 'before-my-review';

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

onBothEngines('figures', (engine) => {
	test('count what was answered, and keep skipped and never come to apart', async () => {
		const { app, manager } = await council(engine, [
			face(4),
			face(4),
			face(2),
			{ '1': { kind: 'skipped' }, '3': { kind: 'say', text: 'Quiet.', pictures: [] } },
			{ '3': { kind: 'say', text: 'Loud.', pictures: [] } }
		]);

		const { statements, questions } = await app.figures.ofForm(manager.actor, FORM, {});

		expect(statements).toBe(5);
		const first = questions.find((one) => one.id === '1' && !one.few);
		expect(first).toMatchObject({ asked: 5, answered: 3, skipped: 1, neverComeTo: 1 });
		expect(first).toHaveProperty(
			'groups.0.codes',
			expect.arrayContaining([{ code: '4', count: 2 }])
		);
		expect(JSON.stringify(questions)).not.toMatch(/Quiet|Loud/);
	});

	test(`of fewer than ${FEWEST} statements they tell nothing`, async () => {
		const { app, manager } = await council(engine, [face(1), face(1), face(1), face(1)]);

		expect(await app.figures.ofForm(manager.actor, FORM, {})).toMatchObject({
			statements: null,
			questions: []
		});
		const { forms } = await app.figures.forms(manager.actor, {});
		expect(forms.find(({ formId }) => formId === FORM)).toEqual({ formId: FORM, statements: null });
	});

	test('of a question that fewer were asked they tell nothing either', async () => {
		const { app, sam, manager } = await council(engine, Array(5).fill(face(5)));
		const alone = await addYoungPerson(app, { officerId: sam.id, unaccompanied: 'yes' });
		await sendStatement(app, alone, { formId: FORM, answers: face(1) });

		const { questions } = await app.figures.ofForm(manager.actor, FORM, {});

		// Some questions are asked of those alone who came by themselves.
		expect(questions.some(({ few }) => few)).toBe(true);
		expect(questions.some((one) => !one.few && one.asked > 0 && one.asked < FEWEST)).toBe(false);
	});

	test('leave out what was taken back and what was sent outside the period', async () => {
		const { app, manager, clock, sent } = await council(engine, Array(6).fill(face(3)));
		await app.database.inTransaction(async (tx) => {
			const { statements } = tx.tables;
			await tx
				.update(statements)
				.set({ takenBackAt: clock.now() })
				.where(eq(statements.id, sent[0] ?? ''));
		});

		const now = await app.figures.ofForm(manager.actor, FORM, {});
		const before = { from: '2026-01-01', to: '2026-11-20' };

		expect(now.statements).toBe(5);
		expect((await app.figures.ofForm(manager.actor, FORM, before)).statements).toBe(0);
	});

	test('leave a trace of their own, and none of a reading', async () => {
		const { app, manager } = await council(engine, Array(5).fill(face(3)));

		await app.figures.ofForm(manager.actor, FORM, {});

		const { auditEntries } = app.database.read.tables;
		const rows = await app.database.read
			.select()
			.from(auditEntries)
			.where(eq(auditEntries.actorId, manager.id));
		expect(rows.map(({ action, youngPersonId }) => [action, youngPersonId])).toEqual([
			['figures.seen', null]
		]);
	});

	test.each([
		{ from: '2026-11-21', to: '2026-11-20' },
		{ from: 'yesterday', to: '2026-11-20' }
	])('refuse the period %o', async (period) => {
		const { app, manager } = await council(engine, []);

		await expect(app.figures.ofForm(manager.actor, FORM, period)).rejects.toMatchObject({
			code: 'period_wrong'
		});
	});
});
