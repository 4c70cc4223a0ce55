import { expect, test } from 'vitest';
import { sendStatement } from '../../../../tests/support/drafts.ts';
import { eastbrook } from '../../../../tests/support/eastbrook.ts';
import { onBothEngines } from '../../../../tests/support/engines.ts';
import {
	addAccount,
	addMeeting,
	addStaff,
	addYoungPerson
} from '../../../../tests/support/people.ts';
import type { Answer } from '../../forms/answers.ts';
import { NO_PLAN } from '../../meetings/participation-plan.ts';
import { actsFor } from '../access.ts';
import { plainText } from '../documents/plain-text.ts';

const say = (text: string): Answer => ({ kind: 'say', text, pictures: [] });
const SECRET = 'They shout at night.';
const FOR_SAM = 'I am scared of the dark.';
const MOST = 'I want to see my brother.';

onBothEngines('the brief for a meeting', (engine) => {
	async function begin() {
		const base = await eastbrook((options) => engine.open(options));
		const { app, sam, amina, conference } = base;
		const brother = await addYoungPerson(app, { knownAs: 'Idris', officerId: sam.id });
		const meetingId = await conference('2026-11-27T10:00', [amina.id, brother.id]);
		await sendStatement(app, amina, {
			formId: 'before-my-conference',
			answers: {
				S2: { kind: 'pick', value: 'helped' },
				S3: { kind: 'people', people: [{ name: 'Auntie Joy' }] },
				'4_more': say('My room is warm.'),
				'5': say(SECRET),
				'6': { kind: 'scale', value: 5 },
				'7': say(FOR_SAM),
				'12': { kind: 'star', starred: 'this', text: MOST, pictures: [] },
				Z1: { kind: 'pick', value: 'mostly' },
				'13': { kind: 'yes_no', value: 'yes' },
				'13_which': { kind: 'protect', questions: ['5'] },
				Z4: { kind: 'people', people: [{ name: 'Uncle Max' }] }
			},
			chairOnly: ['7']
		});
		const place = { meetingId, youngPersonId: amina.id };
		return { ...base, brother, meetingId, place };
	}

	test('has what matters most first, and apart what is not for the room', async () => {
		const { app, sam, amina, place } = await begin();
		const view = await app.preparing.brief(sam.actor, place);
		expect(view.first).toMatchObject([{ given: { answer: { text: MOST } }, alone: null }]);
		const aloud = view.statements.flatMap(({ sections }) => sections.flatMap(({ items }) => items));
		expect(aloud.map(({ question }) => question.id)).toEqual(['4_more']);
		expect(view.helped.map(({ question }) => question.id)).toEqual(['S2', 'S3']);
		expect(view.alone.map(({ question, alone }) => [question.id, alone])).toEqual([
			['5', 'protected'],
			['6', 'safety'],
			['7', 'chair'],
			['Z1', 'safety']
		]);
		expect(view.mustNotSee).toEqual(['Uncle Max']);

		// It is an opening like any other, on the page and on paper.
		const { document } = await app.preparing.briefDocument(sam.actor, place, 'en');
		const [sent] = await app.statements.listOwn(amina.actor);
		expect(sent?.trail).toMatchObject([{}, {}, { kind: 'opened', by: 'Sam Okoro', asChair: true }]);
		const { openings } = await app.openings.list(amina.actor, {});
		expect(openings).toMatchObject([{ what: 'statement', by: 'Sam Okoro' }]);
		const { read } = app.database;
		const trail = await read.select().from(read.tables.auditEntries);
		const actions = trail.map(({ action }) => action);
		expect(actions.filter((action) => action === 'statement.opened')).toHaveLength(2);
		expect(actions.filter((action) => action === 'brief.opened')).toHaveLength(2);

		const text = plainText(document, () => '');
		const [forTheRoom = '', forSam = ''] = text.split('Only for you');
		expect(forTheRoom).toContain(MOST);
		for (const words of [SECRET, FOR_SAM]) {
			expect(forTheRoom).not.toContain(words);
			expect(forSam).toContain(words);
		}
		expect(text.indexOf('Not for handing round')).toBeLessThan(text.indexOf(MOST));
		expect(document.title.text).not.toMatch(/Amina/);
	});

	test('of brothers and sisters is apart, and for whoever chairs now, or stands in, alone', async () => {
		const { app, sam, manager, brother, amina, place, meetingId } = await begin();
		const kai = await addYoungPerson(app, { knownAs: 'Kai', officerId: sam.id });
		const other = await addStaff(app, { name: 'Priya Nair' });
		const worker = await addStaff(app, { roles: ['social_worker'] });
		const theirs = await app.preparing.brief(sam.actor, { ...place, youngPersonId: brother.id });
		expect(JSON.stringify(theirs)).not.toMatch(/shout|brother\.|Max|Amina/);
		expect(theirs).toMatchObject({ first: [], statements: [], alone: [] });

		for (const { actor } of [manager, other, worker, amina, brother]) {
			await expect(app.preparing.brief(actor, place)).rejects.toMatchObject({ kind: 'not_found' });
			await expect(app.preparing.before(actor, meetingId)).rejects.toMatchObject({
				kind: 'not_found'
			});
		}
		const strange = { ...place, youngPersonId: kai.id };
		await expect(app.preparing.brief(sam.actor, strange)).rejects.toMatchObject({
			kind: 'not_found'
		});
		const standsIn = { ...other.actor, actsFor: [other.id, sam.id] };
		expect(actsFor(standsIn)).toContain(sam.id);
		expect((await app.preparing.brief(standsIn, place)).first).toHaveLength(1);
	});

	test('has how they want the meeting, and their participation plan', async () => {
		const { app, sam, amina, review } = await begin();
		const meetingId = await review('2026-11-25T10:00');
		await sendStatement(app, amina, {
			formId: 'plan-my-meeting',
			meetingId,
			answers: {
				'2': { kind: 'pick', value: 'home' },
				'4': { kind: 'people', people: [{ name: 'Uncle Max', choice: 'not_come' }] },
				'7': say('My dad.')
			}
		});
		await app.preparing.writePlan(sam.actor, {
			youngPersonId: amina.id,
			version: 0,
			plan: { ...NO_PLAN, helps: 'Time to think', interpreter: 'woman', dialect: 'Sudanese' }
		});
		const view = await app.preparing.brief(sam.actor, { meetingId, youngPersonId: amina.id });
		expect(view.wishes.map(({ question }) => question.id)).toEqual(['2']);
		expect(view.alone.map(({ alone }) => alone)).toEqual(['not_wanted', 'not_aloud']);
		expect(view.plan).toMatchObject({ helps: 'Time to think', dialect: 'Sudanese' });
	});
});

onBothEngines('how a young person takes part', (engine) => {
	test('is written by their officer and by participation workers, with nobody’s change lost, and read by them', async () => {
		const { app, sam, manager, amina } = await eastbrook((options) => engine.open(options));
		const zoe = await addStaff(app, { name: 'Zoe Campbell', roles: ['participation'] });
		const other = await addStaff(app);
		const write = (actor: typeof sam.actor, version: number, helps: string) =>
			app.preparing.writePlan(actor, {
				youngPersonId: amina.id,
				version,
				plan: { ...NO_PLAN, helps, language: 'Arabic' }
			});
		expect(await app.preparing.ownPlan(amina.actor)).toBeNull();
		await write(sam.actor, 0, 'A quiet room');
		await write(sam.actor, 0, 'A quiet room');
		await expect(write(zoe.actor, 0, 'Drawing')).rejects.toMatchObject({
			code: 'participation_plan_changed'
		});
		await write(zoe.actor, 1, 'Drawing');
		await expect(write(zoe.actor, 2, 'x'.repeat(1001))).rejects.toMatchObject({
			code: 'participation_plan_too_long'
		});
		for (const { actor } of [manager, other])
			await expect(write(actor, 2, 'Nothing')).rejects.toMatchObject({ kind: 'not_found' });

		expect(await app.preparing.planToWrite(sam.actor, amina.id)).toMatchObject({
			version: 2,
			// Without an interpreter there is no language for one.
			plan: { helps: 'Drawing', language: '' },
			changed: { by: 'Zoe Campbell' },
			aboutMe: null
		});
		expect(await app.preparing.ownPlan(amina.actor)).toMatchObject({
			plan: { helps: 'Drawing' },
			changed: { by: 'Zoe Campbell' }
		});
		const { openings } = await app.openings.list(amina.actor, {});
		expect(openings).toMatchObject([{ what: 'plan', by: 'Sam Okoro' }]);
	});

	test('and whether they were seen alone, with a day that can be', async () => {
		const { app, sam, manager, amina, review } = await eastbrook((options) => engine.open(options));
		await addAccount(app, amina);
		const meetingId = await review('2026-11-27T10:00');
		const note = (seenAlone: string | null, on: string | null, actor = sam.actor) =>
			app.preparing.recordSeenAlone(actor, {
				meetingId,
				youngPersonId: amina.id,
				seenAlone,
				on
			});
		for (const [seenAlone, on, code] of [
			[null, '2026-11-20', 'seen_alone_missing'],
			['perhaps', '2026-11-20', 'form_unreadable'],
			['yes', '2026-13-01', 'form_unreadable'],
			['yes', null, 'seen_alone_no_date'],
			['refused', null, 'seen_alone_no_date'],
			['yes', '2026-11-22', 'seen_alone_future'],
			['yes', '2011-03-04', 'seen_alone_early']
		] as const)
			await expect(note(seenAlone, on)).rejects.toMatchObject({ code });
		await expect(note('yes', '2026-11-20', manager.actor)).rejects.toMatchObject({
			kind: 'not_found'
		});
		await note('refused', '2026-11-20');
		await note('yes', '2026-11-21');
		const seen = { seenAlone: 'yes', seenAloneOn: '2026-11-21' };
		expect(await app.preparing.before(sam.actor, meetingId)).toMatchObject({ rows: [seen] });
		const off = await addMeeting(app, {
			youngPersonIds: [amina.id],
			chairId: sam.id,
			cancelledAt: 1
		});
		await expect(
			app.preparing.recordSeenAlone(sam.actor, {
				meetingId: off,
				youngPersonId: amina.id,
				seenAlone: 'no',
				on: null
			})
		).rejects.toMatchObject({ code: 'seen_alone_cancelled' });
	});
});
