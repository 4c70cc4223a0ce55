import { eq } from 'drizzle-orm';
import { expect, test } from 'vitest';
import { eastbrook } from '../../../../tests/support/eastbrook.ts';
import { onBothEngines } from '../../../../tests/support/engines.ts';
import { addStaff } from '../../../../tests/support/people.ts';
import type { App } from '../app.ts';
import { conferencesWithoutRecord } from './conference-records.ts';

const SEEN = {
	report: 'on_the_day',
	otherReports: 'some',
	parentsThere: 'one',
	metBefore: 'no',
	childTookPart: 'sent_words'
} as const;

const hold = (app: App, meetingId: string, heldOn: string) =>
	app.database.inTransaction(async (tx) => {
		const { meetings } = tx.tables;
		await tx.update(meetings).set({ heldOn }).where(eq(meetings.id, meetingId));
	});

onBothEngines('the chair’s own record of a conference', (engine) => {
	async function begin() {
		const world = await eastbrook((options) => engine.open(options));
		const meetingId = await world.conference('2026-11-19T10:00');
		return { ...world, meetingId };
	}

	test('is kept by its chair, some of it later, and of two at once one', async () => {
		const { app, sam, meetingId } = await begin();
		const given = { ...SEEN, meetingId, version: 0 };

		expect(await app.surveys.recordState(sam.actor, meetingId)).toBe('missing');
		await app.surveys.saveRecord(sam.actor, { ...given, childTookPart: null });
		await app.surveys.saveRecord(sam.actor, { ...given, childTookPart: null });
		expect(await app.surveys.recordState(sam.actor, meetingId)).toBe('begun');
		expect(await app.surveys.record(sam.actor, meetingId)).toMatchObject({
			meeting: { id: meetingId, kind: 'review_conference', on: '2026-11-19' },
			record: { ...SEEN, childTookPart: null },
			unsaid: ['childTookPart'],
			version: 1
		});
		await expect(app.surveys.saveRecord(sam.actor, given)).rejects.toMatchObject({
			kind: 'conflict',
			code: 'after_changed'
		});
		await app.surveys.saveRecord(sam.actor, { ...given, version: 1 });
		expect(await app.surveys.recordState(sam.actor, meetingId)).toBe('done');
	});

	test('cannot say that parents were met who were not there, nor nothing at all', async () => {
		const { app, sam, meetingId } = await begin();
		const nothing = {
			...{ report: null, otherReports: null, parentsThere: null, metBefore: null },
			...{ childTookPart: null, meetingId, version: 0 }
		};

		await expect(app.surveys.saveRecord(sam.actor, nothing)).rejects.toMatchObject({
			code: 'after_conference_empty'
		});
		await app.surveys.saveRecord(sam.actor, {
			...{ ...SEEN, parentsThere: 'none', metBefore: 'yes' },
			...{ meetingId, version: 0 }
		});
		expect(await app.surveys.record(sam.actor, meetingId)).toMatchObject({
			record: { metBefore: null },
			unsaid: []
		});
	});

	test('is of conferences alone that came, and of nobody else’s', async () => {
		const { app, sam, manager, review, conference, meetingId } = await begin();
		const other = await addStaff(app);
		const reviewId = await review('2026-11-19T10:00');
		const toCome = await conference('2026-12-01T10:00');

		for (const { actor } of [manager, other]) {
			await expect(app.surveys.record(actor, meetingId)).rejects.toMatchObject({
				code: 'not_found'
			});
			expect(await app.surveys.recordState(actor, meetingId)).toBe(null);
		}
		await expect(app.surveys.record(sam.actor, reviewId)).rejects.toMatchObject({
			code: 'not_found'
		});
		expect(await app.surveys.recordState(sam.actor, reviewId)).toBe(null);
		await expect(app.surveys.record(sam.actor, toCome)).rejects.toMatchObject({
			code: 'after_conference_to_come'
		});
	});

	test('is missing of those that were held in a period and have none, and stands beside what parents say', async () => {
		const { app, sam, manager, conference, meetingId } = await begin();
		const period = { from: '2025-04-01', to: '2026-03-31' };
		const early = await conference('2025-05-05T10:00');
		const late = await conference('2026-03-31T10:00');
		await hold(app, early, '2025-05-05');
		await hold(app, late, '2026-03-31');
		await hold(app, meetingId, '2026-11-19');
		const missing = async () =>
			(await conferencesWithoutRecord(app.database.read, period)).map(({ meetingId: id }) => id);

		expect(await missing()).toEqual([early, late]);
		await app.surveys.saveRecord(sam.actor, { ...SEEN, meetingId: early, version: 0 });
		expect(await missing()).toEqual([late]);

		const { gaps, records, told } = await app.surveys.see(manager.actor, { year: '2025' });
		expect({ records, conferences: told.conferences }).toEqual({ records: 1, conferences: 2 });
		expect(gaps.find(({ id }) => id === 'child')).toMatchObject({
			...{ parentsPercent: null, chairPercent: 100, points: null }
		});
	});
});
