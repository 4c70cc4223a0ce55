import { expect, test } from 'vitest';
import { eastbrook, noticesTo } from '../../../../tests/support/eastbrook.ts';
import { onBothEngines } from '../../../../tests/support/engines.ts';
import { addMeeting, addYoungPerson } from '../../../../tests/support/people.ts';
import type { Gap } from '../../figures/completeness.ts';

onBothEngines('what is missing before the return', (engine) => {
	async function begin() {
		const world = await eastbrook(engine.open);
		const { app, sam } = world;
		const manager = world.manager.actor;
		const toddler = await addYoungPerson(app, {
			knownAs: 'Bea',
			dateOfBirth: '2023-01-05',
			officerId: sam.id,
			sex: null
		});
		const held = (youngPersonId: string, given: object = {}) =>
			addMeeting(app, {
				youngPersonIds: [youngPersonId],
				scheduledAt: null,
				heldOn: '2026-06-30',
				dueBy: '2026-07-01',
				chairId: sam.id,
				...given
			});
		const missing = (gap: Gap, given: object = {}) =>
			app.completeness.missing(manager, { year: '2026', gap, ...given });
		const count = async (gap: Gap) =>
			(await missing(gap)).gaps.find((one) => one.gap === gap)?.count;
		return { ...world, manager, toddler, held, missing, count };
	}

	test('is counted and listed, of one year, each sort apart', async () => {
		const { app, amina, toddler, sam, held, missing, count } = await begin();
		await held(amina.id, { participationCode: null });
		await held(amina.id, { participationCode: null, heldOn: '2026-03-31' });
		await held(amina.id, { participationCode: 'PN0' });
		await held(toddler.id, { participationCode: 'PN1', dueBy: null });
		await held(toddler.id, { participationCode: 'PN0' });
		await addMeeting(app, {
			youngPersonIds: [amina.id],
			scheduledAt: app.now() - 86_400_000,
			chairId: sam.id
		});
		await held(amina.id, { kind: 'review_conference' });

		expect(await count('no_code')).toBe(1);
		expect(await count('wrong_code')).toBe(2);
		expect(await count('not_closed')).toBe(1);
		expect(await count('no_due_date')).toBe(1);
		expect(await count('no_conference_record')).toBe(1);
		expect((await missing('no_code')).rows).toMatchObject([
			{ youngPerson: { name: 'Amina Osman' }, chair: 'Sam Okoro', code: null, underFour: false }
		]);
	});

	test('is mended in one tap, and the chair is told', async () => {
		const { app, amina, toddler, sam, manager, held, missing, count } = await begin();
		const meetingId = await held(toddler.id, { participationCode: null });
		const [row] = (await missing('no_code')).rows;

		expect(row?.suggested).toBe('PN0');
		await app.completeness.recordCode(manager, {
			meetingId,
			youngPersonId: toddler.id,
			code: row?.suggested ?? ''
		});

		expect(await count('no_code')).toBe(0);
		expect(await noticesTo(app, sam.actor)).toContain('code_recorded');
		await expect(
			app.completeness.recordCode(manager, { meetingId, youngPersonId: amina.id, code: 'PN1' })
		).rejects.toMatchObject({ code: 'not_found' });
	});

	test('a manager changes no code that is right, and records none that is wrong', async () => {
		const { app, amina, manager, held } = await begin();
		const of = {
			meetingId: await held(amina.id, { participationCode: 'PN1' }),
			youngPersonId: amina.id
		};
		const open = { meetingId: await held(amina.id), youngPersonId: amina.id };

		await expect(
			app.completeness.recordCode(manager, { ...of, code: 'PN7' })
		).rejects.toMatchObject({ code: 'complete_already' });
		await expect(
			app.completeness.recordCode(manager, { ...open, code: 'PN0' })
		).rejects.toMatchObject({ code: 'after_code_440' });
		await expect(app.completeness.recordCode(manager, { ...open, code: '' })).rejects.toMatchObject(
			{ code: 'after_code_167' }
		);
	});

	test('the chair is asked once', async () => {
		const { app, amina, sam, manager, held, missing } = await begin();
		const meetingId = await held(amina.id, { participationCode: null });

		await app.completeness.ask(manager, { meetingId, gap: 'no_code' });
		await app.completeness.ask(manager, { meetingId, gap: 'no_code' });

		const asked = (await noticesTo(app, sam.actor)).filter((kind) => kind === 'please_complete');
		expect(asked).toHaveLength(1);
		expect((await missing('no_code')).rows[0]?.askedAt).toBe(app.now());
	});

	test('a page, a year or a sort that is not there shows the nearest that is', async () => {
		const { amina, held, missing } = await begin();
		await held(amina.id, { participationCode: null });

		expect(await missing('no_code', { page: '99' })).toMatchObject({ page: 1, shown: 'no_code' });
		expect(await missing('no_code', { page: 'x', year: '1066' })).toMatchObject({ year: 2026 });
	});
});
