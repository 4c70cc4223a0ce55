import { expect, test } from 'vitest';
import { addDraft, sendStatement } from '../../../../tests/support/drafts.ts';
import { eastbrook } from '../../../../tests/support/eastbrook.ts';
import { onBothEngines } from '../../../../tests/support/engines.ts';
import { addMeeting, addStaff, addYoungPerson } from '../../../../tests/support/people.ts';
import { londonInstant as at } from '../../language/dates.ts';
import type { Answer } from '../../forms/answers.ts';
import { EXTRA_DAYS_SETTING } from '../meetings/extra-days.ts';

const UNSAFE: Record<string, Answer> = { Z1: { kind: 'pick', value: 'no' } };

onBothEngines('the inbox', (engine) => {
	async function begin() {
		const base = await eastbrook((options) => engine.open(options));
		const { app, sam } = base;
		/** A child of Sam's with a review. */
		const child = async (knownAs: string, local: string | null) => {
			const person = await addYoungPerson(app, { knownAs, lastName: 'Bell', officerId: sam.id });
			const scheduledAt = local === null ? null : at(local);
			const meetingId = await addMeeting(app, {
				youngPersonIds: [person.id],
				scheduledAt,
				chairId: sam.id
			});
			return { ...person, meetingId };
		};
		const states = async (page?: string) =>
			(await app.desk.inbox(sam.actor, page === undefined ? {} : { page })).rows.map(
				({ youngPerson, state }) => [youngPerson.name.split(' ')[0], state]
			);
		return { ...base, child, states };
	}

	test('rows come by the next meeting, each with how it stands', async () => {
		const { app, sam, child, states } = await begin();
		const far = await child('Far', '2027-01-15T10:00');
		const answered = await child('Answered', '2026-12-01T10:00');
		const opened = await child('Opened', '2026-11-30T10:00');
		await child('Silent', '2026-12-02T10:00');
		const begun = await child('Begun', '2026-12-03T10:00');
		const fresh = await child('Fresh', '2026-11-27T16:00');
		await sendStatement(app, fresh, { language: 'ar', face: 'easy' });
		for (const one of [answered, opened]) {
			const { statementId } = await sendStatement(app, one);
			await app.statements.open(sam.actor, statementId);
			if (one === answered)
				await app.statements.reply(sam.actor, {
					statementId,
					sendKey: 'k',
					readyReply: 'thank_you'
				});
		}
		await addDraft(app, begun);

		expect(await states()).toEqual([
			['Fresh', 'new'],
			['Opened', 'opened'],
			['Answered', 'answered'],
			['Silent', 'not_heard'],
			['Begun', 'draft'],
			['Far', 'none']
		]);
		const view = await app.desk.inbox(sam.actor);
		expect(view.notHeard).toBe(2);
		expect(view.rows[0]).toMatchObject({
			meeting: { id: fresh.meetingId, daysAway: 6, chair: { name: 'Sam Okoro' } },
			youngPerson: { name: 'Fresh Bell', age: 15 },
			statements: [{ language: 'ar', face: 'easy', openedAt: null, repliedAt: null }]
		});
		expect(far.meetingId).toBe(view.rows.at(-1)?.meeting.id);
	});

	test('silence counts from twenty working days before, bank holidays and the council’s own days not counted', async () => {
		const { app, child, states } = await begin();
		// Twenty working days after Saturday 21 November is Friday 18 December.
		await child('Near', '2026-12-18T16:00');
		await child('Later', '2026-12-21T09:00');
		expect(await states()).toEqual([
			['Near', 'not_heard'],
			['Later', 'none']
		]);

		await app.database.inTransaction((tx) =>
			tx.insert(tx.tables.settings).values({
				key: EXTRA_DAYS_SETTING,
				value: JSON.stringify(['2026-12-01']),
				updatedAt: app.now()
			})
		);
		expect(await states()).toEqual([
			['Near', 'not_heard'],
			['Later', 'not_heard']
		]);
	});

	test('a page covers sixty days and names the next one with something in it', async () => {
		const { app, sam, child, states } = await begin();
		await child('Now', '2026-11-27T16:00');
		await child('Spring', '2027-03-10T10:00');
		await child('Summer', '2027-08-02T10:00');

		const { nextPage } = await app.desk.inbox(sam.actor);

		expect(nextPage).toBe('2027-03-10');
		expect(await states(nextPage ?? '')).toEqual([['Spring', 'none']]);
		expect(await states('2027-08-02')).toEqual([['Summer', 'none']]);
		expect((await app.desk.inbox(sam.actor, { page: '2027-08-02' })).nextPage).toBeNull();
		expect(await states('not a date')).toEqual([['Now', 'not_heard']]);
	});

	test('a meeting that is over and not closed stays on top while it holds a statement', async () => {
		const { app, clock, child, states } = await begin();
		const over = await child('Over', '2026-11-25T10:00');
		await child('Quiet', '2026-11-25T11:00');
		await child('Today', '2026-11-27T08:00');
		await sendStatement(app, over);
		clock.set('2026-11-27T09:00');

		expect(await states()).toEqual([
			['Over', 'new'],
			['Today', 'not_heard']
		]);
	});

	test('what waits for a date stands apart, with the allocated officer, who may open it', async () => {
		const { app, sam, child } = await begin();
		const waiting = await child('Waiting', null);
		const { statementId } = await sendStatement(app, waiting);

		const view = await app.desk.inbox(sam.actor);

		expect(view.rows).toEqual([]);
		expect(view.waiting).toMatchObject([
			{ id: statementId, youngPerson: { name: 'Waiting Bell' }, openedAt: null }
		]);
		expect((await app.statements.open(sam.actor, statementId)).meeting).toBeNull();
	});

	test('meetings without a chair are the allocated officer’s', async () => {
		const { app, sam, amina } = await begin();
		const meetingId = await addMeeting(app, {
			youngPersonIds: [amina.id],
			scheduledAt: at('2026-11-27T16:00')
		});
		const { statementId } = await sendStatement(app, amina);
		expect((await app.desk.inbox(sam.actor)).rows).toMatchObject([
			{ meeting: { id: meetingId, chair: { name: 'Sam Okoro' } } }
		]);
		expect((await app.statements.open(sam.actor, statementId)).mayReply).toBe(true);
	});

	test('an officer sees nothing of young people they do not chair for', async () => {
		const { app, child } = await begin();
		const theirs = await child('Theirs', '2026-11-27T16:00');
		await sendStatement(app, theirs, { answers: UNSAFE });
		const other = await addStaff(app, { name: 'Another Officer' });
		expect(await app.desk.inbox(other.actor)).toEqual({
			alerts: [],
			rows: [],
			waiting: [],
			delivered: [],
			notHeard: 0,
			notices: [],
			nextPage: null
		});
	});

	test('alerts stand first', async () => {
		const { app, sam, child } = await begin();
		const unsafe = await child('Unsafe', '2027-05-27T16:00');
		const { statementId } = await sendStatement(app, unsafe, { answers: UNSAFE });
		const { alerts } = await app.desk.inbox(sam.actor);
		expect(alerts).toMatchObject([
			{ kind: 'not_safe', statementId, youngPerson: { name: 'Unsafe Bell' }, acknowledgedBy: null }
		]);
	});

	test('a notice is put away by whom it was for, and by nobody else', async () => {
		const { app, sam, amina, review } = await begin();
		await review('2026-11-21T08:00');
		await sendStatement(app, amina);
		const [notice] = await app.desk.notices(sam.actor);
		const other = await addStaff(app, { name: 'Another Officer' });

		await expect(app.desk.dismiss(other.actor, notice?.id ?? '')).rejects.toMatchObject({
			kind: 'not_found'
		});
		await app.desk.dismiss(sam.actor, notice?.id ?? '');
		await app.desk.dismiss(sam.actor, notice?.id ?? '');

		expect(await app.desk.notices(sam.actor)).toEqual([]);
	});
});
