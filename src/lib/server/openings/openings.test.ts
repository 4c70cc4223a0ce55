import { expect, test } from 'vitest';
import { sendStatement } from '../../../../tests/support/drafts.ts';
import { eastbrook } from '../../../../tests/support/eastbrook.ts';
import { onBothEngines } from '../../../../tests/support/engines.ts';
import { addStaff, addYoungPerson } from '../../../../tests/support/people.ts';

onBothEngines('who opened what', (engine) => {
	const world = () => eastbrook((options) => engine.open(options));

	test('is told with name, role and the day: each person, thing and day once, newest first', async () => {
		const { app, clock, sam, amina } = await world();
		const { statementId } = await sendStatement(app, amina, {
			answers: { '3': { kind: 'say', text: '', pictures: ['a-picture'] } },
			pictures: { 'a-picture': '3' }
		});
		await app.statements.open(sam.actor, statementId);
		clock.set('2026-11-21T10:00');
		await app.statements.open(sam.actor, statementId);
		await app.pictures.openForDesk(sam.actor, 'a-picture');
		clock.set('2026-11-22T10:00');
		await app.statements.open(sam.actor, statementId);

		const { openings, pages } = await app.openings.list(amina.actor, {});

		expect(pages).toBe(1);
		expect(openings.map(({ by, role, what }) => [by, role, what])).toEqual([
			['Sam Okoro', 'officer', 'statement'],
			['Sam Okoro', 'officer', 'picture'],
			['Sam Okoro', 'officer', 'statement']
		]);
		expect(openings.map(({ statement }) => statement?.id)).toEqual(Array(3).fill(statementId));
	});

	test('tells of their page too, and of nobody but staff', async () => {
		const { app, amina } = await world();
		const zoe = await addStaff(app, { name: 'Zoe Campbell', roles: ['participation'] });
		const { statementId } = await sendStatement(app, amina);
		await app.people.see(zoe.actor, amina.id);
		await app.statements.readOwn(amina.actor, statementId);

		expect((await app.openings.list(amina.actor, {})).openings).toMatchObject([
			{ by: 'Zoe Campbell', role: 'participation', what: 'details', statement: null }
		]);
	});

	test('is nobody else’s to see', async () => {
		const { app, sam, amina } = await world();
		const { statementId } = await sendStatement(app, amina);
		await app.statements.open(sam.actor, statementId);
		const other = await addYoungPerson(app, { officerId: sam.id });

		expect((await app.openings.list(other.actor, {})).openings).toEqual([]);
		await expect(app.openings.list(sam.actor, {})).rejects.toMatchObject({ kind: 'not_found' });
		const helped = { ...amina.actor, only: { formId: 'before-my-review', togetherId: 'x' } };
		await expect(app.openings.list(helped, {})).rejects.toMatchObject({ kind: 'not_found' });
	});
});
