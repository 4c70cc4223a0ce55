import { randomUUID } from 'node:crypto';
import { eq } from 'drizzle-orm';
import { expect, test } from 'vitest';
import { sendStatement } from '../../../../tests/support/drafts.ts';
import { eastbrook, noticesTo } from '../../../../tests/support/eastbrook.ts';
import { onBothEngines } from '../../../../tests/support/engines.ts';
import { addStaff, addYoungPerson } from '../../../../tests/support/people.ts';
import { overdueConcerns } from './overdue.ts';
import type { NewConcern } from './raise.ts';

const WORDS = 'Contact with her brother was agreed in May and nobody has arranged it.';

onBothEngines('concerns', (engine) => {
	async function begin() {
		// What happens in one minute happens one after the other all the same.
		let ticks = 0;
		const world = await eastbrook(({ now }) => engine.open({ now: () => now() + ticks++ }));
		const { app, sam, amina } = world;
		const asked: NewConcern = {
			sendKey: 'c1',
			youngPersonId: amina.id,
			colour: 'amber',
			words: WORDS,
			telling: { how: 'ready', offerAdvocate: true }
		};
		const concernId = await app.concerns.raise(sam.actor, asked);
		const step = async (what: object, actor = sam.actor) => {
			const { version } = await app.concerns.open(sam.actor, concernId);
			await app.concerns.step(actor, {
				...{ concernId, version, sendKey: randomUUID() },
				...what
			} as Parameters<typeof app.concerns.step>[1]);
		};
		return { ...world, asked, concernId, step };
	}

	test('begin informally, are told to the young person with an advocate offered, and leave no word in clear', async () => {
		const { app, sam, amina, asked, concernId } = await begin();

		expect(await app.concerns.raise(sam.actor, asked)).toBe(concernId);
		expect(await app.concerns.open(sam.actor, concernId)).toMatchObject({
			words: WORDS,
			colour: 'amber',
			stage: { id: 'informal' },
			dueOn: '2026-11-27',
			late: false,
			telling: { how: 'ready' },
			steps: [{ kind: 'raised', by: 'Sam Okoro', dueOn: '2026-11-27' }]
		});
		expect(await noticesTo(app, amina.actor)).toEqual(['concern_raised']);
		expect(await app.concerns.listOwn(amina.actor)).toMatchObject([
			{ by: 'Sam Okoro', advocateOffered: true, dueOn: '2026-11-27', steps: [{ kind: 'raised' }] }
		]);
		const { read } = app.database;
		const { concerns, auditEntries, messages } = read.tables;
		const all = [
			await read.select().from(concerns),
			await read.select().from(auditEntries),
			await read.select().from(messages)
		];
		expect(JSON.stringify(all)).not.toContain('brother');
		const actions = (await read.select().from(auditEntries)).map(({ action }) => action);
		expect(actions).toContain('concern.raised');
		expect(actions).toContain('concern.opened');
	});

	test('say why the young person is not told, and tell them later', async () => {
		const { app, sam, amina, asked } = await begin();
		const id = await app.concerns.raise(sam.actor, {
			...asked,
			sendKey: 'c2',
			telling: { how: 'not', why: 'She is in hospital until Friday.', offerAdvocate: false }
		});
		const silent = await app.concerns.open(sam.actor, id);
		expect(silent).toMatchObject({ toldAt: null, telling: { how: 'not' } });
		expect(await app.concerns.listOwn(amina.actor)).toHaveLength(1);

		const words = 'I asked why you have not seen Idris.';
		await app.concerns.step(sam.actor, {
			...{ do: 'tell', concernId: id, version: silent.version, sendKey: 'tell' },
			telling: { how: 'own', words, offerAdvocate: true }
		});
		expect(await app.concerns.listOwn(amina.actor)).toMatchObject([
			{ telling: { how: 'own', words }, advocateOffered: true },
			{}
		]);
		for (const [telling, code] of [
			[{ how: 'not', why: ' ', offerAdvocate: false }, 'concern_why_not_told'],
			[{ how: 'own', words: '', offerAdvocate: false }, 'concern_telling']
		] as const)
			await expect(
				app.concerns.raise(sam.actor, { ...asked, sendKey: 'c3', telling })
			).rejects.toMatchObject({ kind: 'invalid', code });
	});

	test('go up by the council’s stages, each with its clock, and past some with a reason', async () => {
		const { app, clock, sam, manager, amina, concernId, step } = await begin();
		await step({ do: 'move', to: 'team_manager' });
		expect(await app.concerns.open(sam.actor, concernId)).toMatchObject({
			stage: { id: 'team_manager' },
			dueOn: '2026-12-04'
		});
		expect(await noticesTo(app, manager.actor)).toEqual(['concern_stage']);

		clock.set('2026-12-04T23:59');
		expect(await overdueConcerns(app, app.database.read, clock.now())).toEqual([]);
		clock.set('2026-12-05T00:00');
		expect(await overdueConcerns(app, app.database.read, clock.now())).toEqual([
			{
				concernId,
				stageDueOn: '2026-12-04',
				raisedByStaffId: sam.id,
				youngPersonId: amina.id,
				barredStaffIds: []
			}
		]);
		expect((await app.concerns.list(manager.actor)).late).toBe(1);

		await expect(step({ do: 'move', to: 'outside' })).rejects.toMatchObject({
			code: 'concern_why_skip'
		});
		await expect(step({ do: 'move', to: 'informal', words: 'Back.' })).rejects.toMatchObject({
			code: 'concern_stage'
		});
		await step({ do: 'move', to: 'outside', words: 'Nobody inside can settle it.' });
		expect(await overdueConcerns(app, app.database.read, clock.now())).toEqual([]);
		const { steps } = await app.concerns.open(manager.actor, concernId);
		expect(steps.map(({ kind, stage }) => `${kind} ${stage.id}`)).toEqual([
			'raised informal',
			'moved team_manager',
			'skipped outside'
		]);
		expect((await app.concerns.listOwn(amina.actor))[0]?.steps.map(({ kind }) => kind)).toEqual([
			'raised',
			'moved',
			'moved'
		]);
	});

	test('are answered, change colour and are closed once, with what became of them', async () => {
		const { app, sam, manager, amina, concernId, step } = await begin();
		await step({ do: 'respond', words: 'It is booked for the 9th.' }, manager.actor);
		await step({ do: 'recolour', colour: 'green', words: '' });
		await expect(step({ do: 'recolour', colour: 'green' })).rejects.toMatchObject({
			code: 'concern_same_colour'
		});
		await expect(step({ do: 'close', outcome: 'solved', words: '' })).rejects.toMatchObject({
			code: 'concern_words'
		});
		await step({ do: 'close', outcome: 'solved', words: 'They met twice.' });

		await expect(step({ do: 'respond', words: 'More.' })).rejects.toMatchObject({
			kind: 'conflict',
			code: 'concern_closed'
		});
		expect(await app.concerns.open(sam.actor, concernId)).toMatchObject({
			colour: 'green',
			outcome: 'solved',
			late: false,
			next: []
		});
		expect((await app.concerns.list(sam.actor)).rows).toEqual([]);
		expect((await app.concerns.list(sam.actor, { closed: true })).rows).toHaveLength(1);
		expect((await app.concerns.listOwn(amina.actor))[0]).toMatchObject({ dueOn: null });
		expect(await noticesTo(app, amina.actor)).toContain('concern_closed');
	});

	test('of two at once take one, and the same tap twice', async () => {
		const { app, sam, manager, concernId } = await begin();
		const tap = {
			concernId,
			version: 1,
			sendKey: 'tap',
			do: 'respond',
			words: 'Yes.'
		} as const;
		await app.concerns.step(manager.actor, tap);
		await app.concerns.step(manager.actor, tap);

		await expect(
			app.concerns.step(sam.actor, { ...tap, sendKey: 'another' })
		).rejects.toMatchObject({ kind: 'conflict', code: 'concern_changed' });
		await expect(app.concerns.step(sam.actor, tap)).rejects.toMatchObject({ code: 'not_found' });
		expect((await app.concerns.open(sam.actor, concernId)).steps).toHaveLength(2);
	});

	test('are narrowed by colour, stage, officer and young person, what is due first on top', async () => {
		const { app, clock, sam, manager, amina, asked, concernId } = await begin();
		const lena = await addStaff(app, { name: 'Lena Ford' });
		const kai = await addYoungPerson(app, { knownAs: 'Kai', officerId: lena.id });
		clock.set('2026-11-20T09:00');
		const kais = await app.concerns.raise(lena.actor, {
			...{ ...asked, sendKey: 'k', colour: 'red' },
			youngPersonId: kai.id
		});
		const ids = async (filters: Parameters<typeof app.concerns.list>[1], actor = manager.actor) =>
			(await app.concerns.list(actor, filters)).rows.map(({ id }) => id);

		expect(new Set(await ids({}))).toEqual(new Set([kais, concernId]));
		expect(await ids({ colour: 'red' })).toEqual([kais]);
		expect(await ids({ colour: 'blue' })).toHaveLength(2);
		expect(await ids({ stage: 'director' })).toEqual([]);
		expect(await ids({ officerId: sam.id })).toEqual([concernId]);
		expect(await ids({ youngPersonId: amina.id })).toEqual([concernId]);
		expect(await ids({}, lena.actor)).toEqual([kais]);
		expect(await app.concerns.list(lena.actor, { youngPersonId: amina.id })).toMatchObject({
			rows: [],
			youngPerson: null
		});
		expect((await app.concerns.list(manager.actor)).officers.map(({ name }) => name)).toEqual([
			'Lena Ford',
			'Sam Okoro'
		]);
	});

	test('are nothing to her worker, whatever else they are, nor to whom the statement is locked from', async () => {
		const { app, sam, amina, manager, asked, review } = await begin();
		const both = await addStaff(app, { name: 'Both', roles: ['manager', 'social_worker'] });
		await review('2026-11-27T16:00');
		const { statementId } = await sendStatement(app, amina);
		await app.database.inTransaction(async (tx) => {
			const { youngPeople, statementBarred } = tx.tables;
			await tx
				.update(youngPeople)
				.set({ socialWorkerId: both.id })
				.where(eq(youngPeople.id, amina.id));
			await tx.insert(statementBarred).values({ statementId, staffId: manager.id });
		});
		const id = await app.concerns.raise(sam.actor, { ...asked, sendKey: 'c9', statementId });

		expect(await app.concerns.open(sam.actor, id)).toMatchObject({ statementId });
		for (const { actor } of [both, manager])
			await expect(app.concerns.open(actor, id)).rejects.toMatchObject({ code: 'not_found' });
		expect((await app.concerns.list(both.actor)).rows).toEqual([]);
		expect((await app.concerns.list(manager.actor)).rows).toHaveLength(1);
		const idris = await addYoungPerson(app, { knownAs: 'Idris', officerId: sam.id });
		await expect(
			app.concerns.raise(sam.actor, {
				...{ ...asked, sendKey: 'c10', statementId },
				youngPersonId: idris.id
			})
		).rejects.toMatchObject({ code: 'not_found' });
	});
});
