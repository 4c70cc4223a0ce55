import fc from 'fast-check';
import { expect, test } from 'vitest';
import { eastbrook } from '../../../../tests/support/eastbrook.ts';
import { onBothEngines } from '../../../../tests/support/engines.ts';
import { parentsConference } from '../../forms/catalogue/parents-conference.ts';
import { londonInstant } from '../../language/dates.ts';
import { UNKNOWN_LINKS_AT_ADDRESS } from '../accounts/throttle.ts';
import { openSurveyAnswers } from '../surveys/answers.ts';
import { makeLink, tokenOf } from './links.ts';
import type { Visit } from './outside.ts';

const HOME = '192.0.2.10';
const GONE = { kind: 'not_found', code: 'not_found' };

onBothEngines('answering over a link', (engine) => {
	async function setUp() {
		const base = await eastbrook((options) => engine.open(options));
		const { app } = base;
		const meetingId = await base.conference('2026-11-20T14:00');
		const link = async (reach: 'one' | 'room', expires = '2026-12-10T00:00') => {
			const id = await app.database.inTransaction((tx) =>
				makeLink(app, tx, {
					purpose: 'survey',
					reach,
					meetingId,
					language: 'en',
					madeByStaffId: base.sam.id,
					expiresAt: londonInstant(expires)
				})
			);
			const visit: Visit = {
				purpose: 'survey',
				token: tokenOf(app, id),
				cookie: null,
				address: HOME
			};
			return { id, visit };
		};
		const begin = async (visit: Visit) => {
			const begun = await app.outside.begin(visit, { language: 'en', afresh: true });
			return { ...visit, cookie: begun.cookie };
		};
		const opened = async (visit: Visit) => {
			const { view, sendKey } = await app.outside.open(visit);
			return { author: view?.author ?? '', sendKey: sendKey ?? '', draft: view?.draft ?? null };
		};
		let pages = 0;
		const save = async (
			visit: Visit,
			pageId: string,
			fields: Record<string, string[]>,
			more: object = {}
		) => {
			const { author, draft } = await opened(visit);
			const stamps = Object.fromEntries(
				Object.entries(draft?.answers ?? {}).map(([id, { updatedAt }]) => [id, updatedAt])
			);
			return app.outside.save(visit, {
				...{ pageId, fields, author, stamps, intent: 'next', language: 'en' },
				...{ pageToken: `page-${(pages += 1)}`, turn: 1, choices: {}, chairOnly: null },
				...more
			});
		};
		const send = async (visit: Visit, sendKey?: string) =>
			app.outside.send(visit, {
				sendKey: sendKey ?? (await opened(visit)).sendKey,
				language: 'en'
			});
		const rows = async () => {
			const { read } = app.database;
			const { surveyResponses, surveyCallbacks, outsideLinks, outsideDrafts } = read.tables;
			return {
				responses: await read.select().from(surveyResponses),
				callbacks: await read.select().from(surveyCallbacks),
				links: await read.select().from(outsideLinks),
				drafts: await read.select().from(outsideDrafts)
			};
		};
		return { ...base, meetingId, link, begin, opened, save, send, rows };
	}

	test('keeps what a parent said, and nothing that leads to them, to the conference or to the hour', async () => {
		const { app, link, begin, save, send, rows, meetingId } = await setUp();
		const { id, visit } = await link('one');
		const parent = await begin(visit);
		await save(parent, 'P1', { 'a-P1': ['yes'], 'a-P2': ['not_sure'] });
		await save(parent, 'P3', { 'a-P3': ['3_or_more'] });
		await save(parent, 'P18', { 'a-P18': ['yes'] });
		await save(parent, 'P18_how', { 'a-P18_name': ['Fatima'], 'a-P18_phone': ['020 7946 0000'] });

		expect(await send(parent)).toEqual({ room: false });

		const { responses, callbacks, links, drafts } = await rows();
		expect(links).toEqual([]);
		expect(drafts).toEqual([]);
		expect(callbacks).toMatchObject([{ askedOn: '2026-11-21', language: 'en' }]);
		expect(responses).toMatchObject([
			{ conferenceKind: 'review', respondedOn: '2026-11-01', source: 'link', language: 'en' }
		]);
		const [response] = responses;
		const answers = response ? openSurveyAnswers(app, response) : {};
		expect(answers).toMatchObject({
			P1: { kind: 'yes_no', value: 'yes' },
			P2: { kind: 'not_sure' },
			P3: { kind: 'pick', value: '3_or_more' }
		});
		expect(Object.keys(answers).filter((one) => one.startsWith('P18'))).toEqual([]);
		expect(JSON.stringify(responses)).not.toMatch(new RegExp(`${meetingId}|${id}`));
		const { read } = app.database;
		const told = (await read.select().from(read.tables.auditEntries)).filter(({ action }) =>
			action.startsWith('survey.')
		);
		expect(told).toMatchObject([
			{ action: 'survey.received', actorKind: 'nobody', subjectId: null, youngPersonId: null }
		]);
	});

	test('a link that was used, guessed, taken back, out of time or of another purpose is the same nothing', async () => {
		const { app, link, begin, save, send, clock, sam, meetingId } = await setUp();
		const used = await link('one');
		const parent = await begin(used.visit);
		await save(parent, 'P1', { 'a-P1': ['yes'] });
		await send(parent);
		const late = await link('one', '2026-11-22T00:00');
		await app.outside.openRoom(sam.actor, { meetingId, language: 'en' });
		const { room } = await app.outside.see(sam.actor, meetingId);
		const takenBack = { ...used.visit, token: room?.path.split('/')[2] ?? '' };
		await app.outside.start(takenBack);
		await app.outside.endRoom(sam.actor, meetingId);
		const working = await link('one');
		clock.set('2026-11-23T09:00');

		for (const visit of [
			...[parent, late.visit, takenBack],
			{ ...used.visit, token: 'a'.repeat(43) },
			{ ...used.visit, token: '' },
			{ ...used.visit, token: 'x'.repeat(100_000) },
			{ ...working.visit, purpose: 'carer' } as const
		])
			for (const attempt of [
				() => app.outside.start(visit),
				() => app.outside.open(visit),
				() => app.outside.begin(visit, { language: 'en', afresh: false }),
				() => app.outside.forget(visit),
				() => save(visit, 'P1', { 'a-P1': ['no'] }),
				() => app.outside.send(visit, { sendKey: 'made-up', language: 'en' })
			])
				await expect(attempt()).rejects.toMatchObject(GONE);
		await app.outside.start(working.visit);
	});

	test('whoever tries many links waits, and others do not', async () => {
		const { app, link, clock } = await setUp();
		const { visit } = await link('room');
		const guess = { ...visit, token: 'b'.repeat(43) };
		for (let at = 0; at < UNKNOWN_LINKS_AT_ADDRESS.points; at += 1)
			await expect(app.outside.start(guess)).rejects.toMatchObject(GONE);

		await expect(app.outside.start(guess)).rejects.toMatchObject({ kind: 'throttled' });
		await expect(app.outside.start(visit)).rejects.toMatchObject({ kind: 'throttled' });
		await app.outside.start({ ...visit, address: '198.51.100.7' });
		clock.add(15 * 60_000);
		await app.outside.start(visit);
	});

	test('two taps at the same moment, and one long after, are one answer', async () => {
		const { link, begin, save, send, opened, rows } = await setUp();
		const { visit } = await link('one');
		const parent = await begin(visit);
		await save(parent, 'P8', { 'a-P8': ['2'] });
		const { sendKey } = await opened(parent);

		await Promise.all([send(parent, sendKey), send(parent, sendKey)]);
		await send({ ...parent, cookie: null }, sendKey);

		expect((await rows()).responses).toHaveLength(1);
	});

	test('of two people with one link the first is heard, and the other finds nothing', async () => {
		const { link, begin, save, send, opened, rows } = await setUp();
		const { visit } = await link('one');
		const [one, other] = [await begin(visit), await begin(visit)];
		await save(one, 'P1', { 'a-P1': ['yes'] });
		await save(other, 'P1', { 'a-P1': ['no'] });
		const keys = [(await opened(one)).sendKey, (await opened(other)).sendKey];

		const ends = await Promise.allSettled([send(one, keys[0]), send(other, keys[1])]);

		expect(ends.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected']);
		expect(await rows()).toMatchObject({ responses: [{}], drafts: [], links: [] });
	});

	test('a cookie opens what was begun over its own link, as it was given out, and nothing else', async () => {
		const { app, link, begin, save } = await setUp();
		const [one, other] = [await link('room'), await link('room')];
		const parent = await begin(one.visit);
		await save(parent, 'P17', { 'a-P17': ['They were kind.'] });

		const seen = async (visit: Visit) => (await app.outside.open(visit)).view;
		expect(await seen({ ...other.visit, cookie: parent.cookie })).toBeNull();
		expect(await seen({ ...parent, cookie: `${parent.cookie ?? ''}x` })).toBeNull();
		expect(await seen({ ...parent, cookie: (parent.cookie ?? '').toUpperCase() })).toBeNull();
		expect((await seen(parent))?.draft?.answers['P17']?.answer).toMatchObject({
			text: 'They were kind.'
		});
		const { read } = app.database;
		for (const row of await read.select().from(read.tables.outsideDrafts)) {
			expect(row.answersSealed.toString('utf8')).not.toContain('kind.');
			expect(row.tokenHash).not.toBe(parent.cookie);
		}
	});

	test('the next person on a tablet has nothing of the one before, nor a page of theirs', async () => {
		const { app, link, begin, save, send, opened, rows } = await setUp();
		const { visit } = await link('room');
		const first = await begin(visit);
		await save(first, 'P1', { 'a-P1': ['yes'] });
		const { author } = await opened(first);
		const { sendKey } = await opened(first);
		expect(await send(first)).toEqual({ room: true });

		expect((await app.outside.open(first)).view).toBeNull();
		const next = await begin(visit);
		expect((await opened(next)).draft?.answers).toEqual({});
		const left = { author, intent: 'next' };
		await expect(save(next, 'P1', { 'a-P1': ['no'] }, left)).rejects.toMatchObject({
			code: 'draft_gone'
		});
		await expect(send(next, sendKey)).resolves.toEqual({ room: true });
		await save(next, 'P1', { 'a-P2': ['no'] });
		await send(next);
		expect((await rows()).responses.map(({ source }) => source)).toEqual(['room', 'room']);
	});

	test('the page that keeps itself brings back nothing that was sent', async () => {
		const { link, begin, save, opened, send, rows } = await setUp();
		const { visit } = await link('room');
		const parent = await begin(visit);
		await save(parent, 'P1', { 'a-P1': ['yes'] });
		const { author } = await opened(parent);
		await send(parent);

		await expect(
			save(parent, 'P1', { 'a-P1': ['no'] }, { author, intent: 'keep' })
		).rejects.toMatchObject({ code: 'draft_gone' });
		expect((await rows()).drafts).toEqual([]);
	});

	test('a pause of half an hour costs nothing; after a long one, what is typed now begins anew', async () => {
		const { link, begin, save, opened, clock } = await setUp();
		const { visit } = await link('room');
		const parent = await begin(visit);
		await save(parent, 'P1', { 'a-P1': ['yes'] });
		const { author } = await opened(parent);
		clock.add(31 * 60_000);
		expect((await opened(parent)).draft?.answers['P1']).toBeDefined();
		clock.add(3 * 3_600_000);

		const saved = await save(parent, 'P17', { 'a-P17': ['Thank you'] }, { author });

		expect(saved).toMatchObject({ kept: true, next: 'P18' });
		expect((await opened({ ...parent, cookie: saved.cookie })).draft?.answers).toMatchObject({
			P17: { answer: { text: 'Thank you' } }
		});
	});

	test('two tabs: what one wrote, the other does not lose', async () => {
		const { link, begin, save } = await setUp();
		const parent = await begin((await link('one')).visit);
		await save(parent, 'P10', { 'a-P10b': ['From one tab'] });

		const stale = await save(parent, 'P10', { 'a-P10b': ['From the other'] }, { stamps: {} });

		expect(stale).toMatchObject({ kept: false, faults: [{ code: 'answer_changed_elsewhere' }] });
	});

	test('what is too long or cannot be is refused, and the rest of the page with it', async () => {
		const { link, begin, save, opened } = await setUp();
		const parent = await begin((await link('one')).visit);

		const huge = { 'a-P10': ['3'], 'a-P10b': ['x'.repeat(5001)] };
		expect(await save(parent, 'P10', huge)).toMatchObject({ kept: false });
		expect(await save(parent, 'P3', { 'a-P3': ['4'] })).toMatchObject({ kept: false });
		await expect(save(parent, 'nowhere', {})).rejects.toMatchObject({ kind: 'invalid' });

		expect((await opened(parent)).draft?.answers).toEqual({});
	});

	test('nothing said is nothing to send, and the link still works', async () => {
		const { app, link, begin, save, send } = await setUp();
		const { visit } = await link('one');
		const parent = await begin(visit);
		await save(parent, 'P1', {});

		await expect(send(parent)).rejects.toMatchObject({ code: 'nothing_to_send' });
		await app.outside.start(visit);
	});

	test('whatever is answered on the way, it ends at the check, and every answer is there', async () => {
		const { link, begin, save, opened } = await setUp();
		const { visit } = await link('room');
		const values: Record<string, readonly string[]> = {
			yes_no: ['', 'yes', 'no', 'not_sure', 'rather_not'],
			faces: ['', '1', '5', 'rather_not'],
			scale: ['', '0', '10'],
			say: ['', 'هذا رأيي', 'It was loud.'],
			words: ['', 'Ada']
		};
		const answerOf = (question: (typeof parentsConference.pages)[number]['questions'][number]) =>
			fc.constantFrom(
				...(question.type === 'pick'
					? ['', ...question.options.map(({ id }) => id)]
					: (values[question.type] ?? ['']))
			);
		const questions = parentsConference.pages.flatMap((page) => page.questions);
		const everything = fc.record(
			Object.fromEntries(questions.map((question) => [question.id, answerOf(question)]))
		);
		await fc.assert(
			fc.asyncProperty(everything, async (given) => {
				const parent = await begin(visit);
				const said: Record<string, string> = { ...given, P18_phone: '0207' };
				let pageId: string | null = 'P1';
				const asked: string[] = [];
				while (pageId !== null) {
					const page = parentsConference.pages.find(({ id }) => id === pageId);
					const ids = page?.questions.map(({ id }) => id) ?? [];
					const fields = Object.fromEntries(ids.map((id) => [`a-${id}`, [said[id] ?? '']]));
					const saved = await save(parent, pageId, fields);
					if (!saved.kept) throw new Error('refused');
					asked.push(...ids);
					pageId = saved.next;
				}
				const { draft } = await opened(parent);
				expect(Object.keys(draft?.answers ?? {})).toEqual(asked);
				expect(asked.includes('P18_phone')).toBe(said['P18'] === 'yes');
				for (const id of asked)
					expect(draft?.answers[id]?.answer.kind === 'skipped').toBe((said[id] ?? '') === '');
			}),
			{ numRuns: 8 }
		);
	});
});
