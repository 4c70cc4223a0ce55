import { eq } from 'drizzle-orm';
import sharp from 'sharp';
import * as v from 'valibot';
import { beforeAll, expect, test } from 'vitest';
import { sendStatement, addDraft } from '../../../../tests/support/drafts.ts';
import { eastbrook } from '../../../../tests/support/eastbrook.ts';
import { onBothEngines } from '../../../../tests/support/engines.ts';
import { linesInPdf } from '../../../../tests/support/pdf-text.ts';
import { addStaff, addYoungPerson } from '../../../../tests/support/people.ts';
import { NOBODY, type MachineActor } from '../access.ts';
import { CALLS } from './calls.ts';
import { SCHEMAS } from './endpoints.ts';
import { pageOf } from './schemas.ts';
import { API_SCOPES } from './scopes.ts';

const WORDS = 'I want to see my brother more';
const KEPT = 'Only Sam may know about the stairs';

onBothEngines('programs', (engine) => {
	let world: Awaited<ReturnType<typeof made>>;

	async function made() {
		const base = await eastbrook((options) => engine.open(options));
		const { app, clock, amina, review } = base;
		const admin = await addStaff(app, { name: 'Ines Costa', roles: ['admin'] });
		const meetingId = await review('2026-11-27T16:00');
		const pictureBytes = await sharp({
			create: { width: 8, height: 8, channels: 3, background: '#336699' }
		})
			.webp()
			.toBuffer();
		const { sendKey } = await addDraft(app, amina, {
			answers: {
				'1': { kind: 'faces', value: 4 },
				'4': { kind: 'say', text: WORDS, pictures: ['open-picture'] },
				'3': { kind: 'say', text: KEPT, pictures: ['kept-picture'] }
			},
			chairOnly: ['3'],
			pictures: { 'open-picture': '4', 'kept-picture': '3' },
			pictureBytes
		});
		const { statementId } = await app.statements.send(amina.actor, {
			formId: 'before-my-review',
			sendKey
		});
		// Somebody of theirs must not see this one, and the case record is read by many.
		const { statementId: hiddenId } = await sendStatement(app, amina, {
			answers: {
				'1': { kind: 'faces', value: 2 },
				Z4: { kind: 'people', people: [{ name: 'my worker' }] }
			}
		});
		const { statementId: complaintId } = await sendStatement(app, amina, {
			formId: 'complain',
			answers: { '2': { kind: 'say', text: 'Nobody came.', pictures: [] } }
		});
		clock.set('2026-11-21T10:00');
		const key = (scopes: readonly string[], expiresOn = '2027-11-21') =>
			app.machines.makeKey(admin.actor, {
				id: crypto.randomUUID(),
				name: 'Case system',
				scopes,
				expiresOn
			});
		const { token } = await key(API_SCOPES);
		const machine = await app.machines.machineOf(token);
		if (!machine) throw new Error('the key opens nothing');
		return { ...base, admin, key, machine, meetingId, statementId, hiddenId, complaintId };
	}

	beforeAll(async () => {
		world = await made();
	});

	const none = new URLSearchParams();
	const read = (actor: MachineActor) => world.app.machines.readStatement(actor, world.statementId);
	const traces = async (action: string) => {
		const { read: queries } = world.app.database;
		const { auditEntries } = queries.tables;
		return queries.select().from(auditEntries).where(eq(auditEntries.action, action));
	};

	test('fetch a statement without what was said for the chair alone, and leave a trace of their own', async () => {
		const { app, machine, amina, sam, statementId } = world;

		const statement = await read(machine);

		expect(v.parse(SCHEMAS.Statement, statement)).toEqual(statement);
		expect(statement.keptForChair).toBe(1);
		expect(JSON.stringify(statement)).toContain(WORDS);
		expect(JSON.stringify(statement)).not.toContain(KEPT);
		expect(statement.attachments.map(({ id }) => id)).toEqual(['open-picture']);
		// Not opened: whoever chairs has it before them still.
		expect((await app.desk.inbox(sam.actor)).rows[0]?.state).toBe('new');
		const { openings } = await app.openings.list(amina.actor, {});
		expect(openings).toEqual([
			expect.objectContaining({
				how: 'fetched',
				what: 'statement',
				by: 'Case system',
				statement: expect.objectContaining({ id: statementId })
			})
		]);
	});

	test('have it as a PDF, and its picture, and never the picture that was kept', async () => {
		const { app, machine, statementId } = world;

		const { document, pictures } = await app.machines.statementDocument(machine, statementId);
		const text = (await linesInPdf(await app.documents.print(document, pictures))).join(' ');
		const picture = await app.machines.readAttachment(machine, statementId, 'open-picture');

		expect(text).toContain(WORDS);
		expect(text).not.toContain(KEPT);
		expect([...(pictures ?? new Map()).keys()]).toEqual(['open-picture']);
		expect(picture.kind).toBe('picture');
		await expect(
			app.machines.readAttachment(machine, statementId, 'kept-picture')
		).rejects.toMatchObject({ kind: 'not_found' });
	});

	test('never see a complaint, nor what somebody must not see', async () => {
		const { app, machine, complaintId, hiddenId } = world;

		const { items } = await app.machines.listStatements(machine, none);
		const figures = await app.machines.requestFigures(machine, none);

		for (const id of [complaintId, hiddenId]) {
			expect(items.map((item) => item.id)).not.toContain(id);
			await expect(app.machines.readStatement(machine, id)).rejects.toMatchObject({
				kind: 'not_found'
			});
		}
		expect(v.parse(SCHEMAS.RequestFigures, figures).items).toContainEqual({
			kind: 'complaint',
			asked: 1,
			open: 1,
			closed: 0,
			withdrawn: 0
		});
	});

	test('go through a list page by page, whatever is sent meanwhile', async () => {
		const { app, clock, machine } = world;
		const kai = await addYoungPerson(app, { knownAs: 'Kai', ref: 'EB-7' });
		const sent: string[] = [];
		const send = async () => {
			clock.add(1000);
			const { statementId } = await sendStatement(app, kai);
			sent.push(statementId);
		};
		for (let each = 0; each < 3; each += 1) await send();

		const seen: string[] = [];
		let next: string | null = '?limit=2&ref=EB-7';
		while (next !== null) {
			const params: URLSearchParams = new URL(next, 'http://sayso.invalid').searchParams;
			const page = await app.machines.listStatements(machine, params);
			expect(v.parse(pageOf(SCHEMAS.StatementInList), page)).toEqual(page);
			seen.push(...page.items.map(({ id }) => id));
			if (seen.length === 2) await send();
			({ next } = page);
		}

		expect(seen).toEqual(sent);
		const others = await app.machines.listStatements(
			machine,
			new URLSearchParams({ ref: 'nobody' })
		);
		expect(others.items).toEqual([]);
	});

	test('answers hold to what the description says', async () => {
		const { app, clock, machine, meetingId, amina } = world;
		clock.set('2026-11-28T09:00');
		await app.database.inTransaction(async (tx) => {
			const { meetings } = tx.tables;
			await tx.update(meetings).set({ heldOn: '2026-11-27' }).where(eq(meetings.id, meetingId));
		});
		const { machines } = app;

		const meetings = await machines.listMeetings(machine, none);
		const participation = await machines.listParticipation(machine, none);

		expect(v.parse(pageOf(SCHEMAS.Meeting), meetings)).toEqual(meetings);
		expect(v.parse(pageOf(SCHEMAS.Participation), participation)).toEqual(participation);
		expect(participation.items[0]).toMatchObject({ code: null, heldOn: '2026-11-27' });
		for (const list of [machines.listDecisions, machines.listLetters, machines.listRecords])
			expect(await list(machine, none)).toEqual({ items: [], next: null });
		expect(amina.id).not.toBe('');
	});

	test('are told which parameter cannot be taken', async () => {
		const { app, machine } = world;
		for (const [query, field] of [
			['limit=0', 'limit'],
			['limit=101', 'limit'],
			['limit=ten', 'limit'],
			['limit=1&limit=2', 'limit'],
			['since=yesterday', 'since'],
			['since=', 'since'],
			['since=2026-13-45T00:00:00Z', 'since'],
			['cursor=x', 'cursor'],
			['cursor=W10', 'cursor'],
			['ref=', 'ref'],
			['colour=red', 'colour'],
			[`ref=${'a'.repeat(500)}`, 'ref']
		] as const)
			await expect(
				app.machines.listStatements(machine, new URLSearchParams(query))
			).rejects.toMatchObject({ code: 'api_query', detail: { field } });
	});

	test('do nothing with a key that lacks the scope, ended, was revoked, or is none', async () => {
		const { app, clock, admin, key, statementId } = world;
		const narrow = await app.machines.machineOf((await key(['meetings'])).token);
		const revoked = await key(['statements']);
		const short = await key(['statements'], '2026-11-30');
		const before = (await traces('machine.read')).length;

		if (!narrow) throw new Error('the key opens nothing');
		await expect(read(narrow)).rejects.toMatchObject({ kind: 'forbidden' });
		await expect(app.machines.readStatement(NOBODY, statementId)).rejects.toMatchObject({
			kind: 'signed_out'
		});
		await app.machines.revokeKey(admin.actor, revoked.id);
		expect(await app.machines.machineOf(revoked.token)).toBeNull();
		expect(await app.machines.machineOf(short.token)).not.toBeNull();
		clock.set('2026-12-01T00:00');
		expect(await app.machines.machineOf(short.token)).toBeNull();
		for (const token of ['', 'sayso_', `sayso_${'A'.repeat(43)}`, 'x'.repeat(5000)])
			expect(await app.machines.machineOf(token)).toBeNull();
		expect(await traces('machine.read')).toHaveLength(before);
		// Nothing in the database opens anything.
		const { read: queries } = app.database;
		const rows = await queries.select().from(queries.tables.apiKeys);
		expect(JSON.stringify(rows)).not.toContain(short.token);
	});

	test('a key needs a name, a scope and an end within a year, and is made once', async () => {
		const { app, admin } = world;
		const given = {
			id: crypto.randomUUID(),
			name: ' Case  system ',
			scopes: ['letters', 'nothing'],
			expiresOn: '2027-12-01'
		};
		const make = (more: Partial<typeof given>) =>
			app.machines.makeKey(admin.actor, { ...given, scopes: ['letters'], ...more });

		for (const [more, code] of [
			[{ name: ' ' }, 'machines_name_missing'],
			[{ scopes: [] }, 'machines_scope_missing'],
			[{ expiresOn: '2027-12-02' }, 'machines_expiry_wrong'],
			[{ expiresOn: '2026-11-30' }, 'machines_expiry_wrong'],
			[{ expiresOn: 'soon' }, 'machines_expiry_wrong']
		] as const)
			await expect(
				make({ ...more, scopes: 'scopes' in more ? [] : ['letters'] })
			).rejects.toMatchObject({ code });
		await make({});
		await expect(make({})).rejects.toMatchObject({ code: 'machines_key_made' });
	});

	test('say what they copied to the case record, once, and the young person sees it', async () => {
		const { app, amina, machine, statementId, meetingId } = world;
		const { read: queries } = app.database;
		const { openings: before } = await app.openings.list(amina.actor, {});
		const { youngPerson } = await read(machine);
		const copy = { kind: 'statement', id: statementId, youngPerson, copiedOn: '2026-11-28' };
		const report = (body: unknown) => app.machines.reportCopy(machine, body);

		expect(await report(copy)).toEqual({ made: true, copy });
		expect(await report({ ...copy, copiedOn: '2026-11-30' })).toMatchObject({ made: false });

		expect((await read(machine)).copied).toEqual({
			on: '2026-11-28',
			by: 'Case system',
			byMachine: true
		});
		const { openings } = await app.openings.list(amina.actor, {});
		expect(openings.filter(({ how }) => how === 'copied')).toEqual([
			expect.objectContaining({ what: 'statement', on: '2026-11-28', by: 'Case system' })
		]);
		expect(openings.length).toBeGreaterThan(before.length);
		for (const [body, field] of [
			[{ ...copy, kind: 'plan' }, 'kind'],
			[{ ...copy, id: 'x' }, 'id'],
			[{ ...copy, copiedOn: '2099-01-01' }, 'copiedOn'],
			[{ ...copy, youngPerson: { ref: 7 } }, 'youngPerson.ref'],
			[{ ...copy, words: 'more' }, 'words'],
			[null, '']
		] as const)
			await expect(report(body)).rejects.toMatchObject({ code: 'api_body', detail: { field } });
		await expect(report({ ...copy, id: meetingId })).rejects.toMatchObject({ kind: 'not_found' });
		expect(await queries.select().from(queries.tables.caseCopies)).toHaveLength(1);
	});

	test('staff say the same of what is theirs, and take it back', async () => {
		const { app, sam, manager, amina, meetingId } = world;
		const of = { kind: 'record', subjectId: meetingId, youngPersonId: amina.id } as const;
		const state = () => app.machines.copyState(sam.actor, of);
		const mark = (copiedOn: string) => app.machines.markCopied(sam.actor, { ...of, copiedOn });

		await expect(mark('2026-12-02')).rejects.toMatchObject({ code: 'machines_copied_on_wrong' });
		await expect(mark('')).rejects.toMatchObject({ code: 'machines_copied_on_wrong' });
		expect(await state()).toMatchObject({ copied: null, mayMark: true });
		await mark('2026-11-30');
		await mark('2026-12-01');
		expect(await state()).toMatchObject({ copied: { on: '2026-11-30', by: 'Sam Okoro' } });
		expect(await app.machines.copyState(manager.actor, of)).toMatchObject({ mayMark: false });
		await expect(app.machines.unmarkCopied(manager.actor, of)).rejects.toMatchObject({
			kind: 'not_found'
		});
		await app.machines.unmarkCopied(sam.actor, of);
		expect((await state()).copied).toBeNull();
	});

	test('an officer sees what does not stand there yet', async () => {
		const { app, sam, amina, statementId, hiddenId } = world;

		const { items } = await app.machines.toCopy(sam.actor, 1);

		expect(items.map(({ subjectId }) => subjectId)).toEqual([hiddenId]);
		expect(items.map(({ subjectId }) => subjectId)).not.toContain(statementId);
		expect(items[0]).toMatchObject({ kind: 'statement', youngPersonId: amina.id });
	});

	test('are held when they run wild', async () => {
		const { app, key } = world;
		const machine = await app.machines.machineOf((await key(['requests'])).token);
		if (!machine) throw new Error('the key opens nothing');
		const figures = () => app.machines.requestFigures(machine, none);
		await figures();
		await app.database.inTransaction(async (tx) => {
			await tx.update(tx.tables.throttles).set({ points: CALLS.points });
		});

		await expect(figures()).rejects.toMatchObject({ kind: 'throttled' });
	});
});
