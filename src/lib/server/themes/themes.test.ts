import { randomUUID } from 'node:crypto';
import { eq } from 'drizzle-orm';
import { expect, test } from 'vitest';
import { sendStatement } from '../../../../tests/support/drafts.ts';
import { eastbrook } from '../../../../tests/support/eastbrook.ts';
import { onBothEngines } from '../../../../tests/support/engines.ts';
import { addStaff } from '../../../../tests/support/people.ts';
import type { Answer } from '../../forms/answers.ts';
import { OPERATOR } from '../access.ts';
import type { App } from '../app.ts';
import { MOST_THEMES } from './change.ts';

const SAID: Readonly<Record<string, Answer>> = {
	'7': { kind: 'faces', value: 1 },
	'9': { kind: 'say', text: 'My tooth hurts.', pictures: [] }
};

onBothEngines('themes', (engine) => {
	async function begin() {
		const world = await eastbrook((options) => engine.open(options));
		const { app, sam, amina } = world;
		const admin = await addStaff(app, { name: 'Ines Costa', roles: ['admin'] });
		await world.review('2026-11-27T16:00');
		const { statementId } = await sendStatement(app, amina, { answers: SAID });
		const shown = async () => {
			const themes = await app.themes.ofStatement(sam.actor, statementId);
			if (!themes) throw new Error('there are none');
			return themes;
		};
		const mark = async (themeIds: readonly string[], seen?: string) =>
			app.themes.mark(sam.actor, {
				...{ statementId, themeIds: [...themeIds] },
				seen: seen ?? (await shown()).seen
			});
		const change = async (input: object) =>
			app.themes.change(admin.actor, {
				...{ version: (await app.themes.toEdit(admin.actor)).version },
				...input
			} as Parameters<typeof app.themes.change>[1]);
		return { ...world, admin, statementId, shown, mark, change };
	}

	const kept = async (app: App, statementId: string) => {
		const { statementThemes } = app.database.read.tables;
		const rows = await app.database.read
			.select()
			.from(statementThemes)
			.where(eq(statementThemes.statementId, statementId));
		return rows
			.map(({ themeId, source, confirmed }) => `${themeId} ${source} ${confirmed}`)
			.toSorted();
	};

	test('are suggested as it is sent, confirmed, taken away and added, and told to nobody else', async () => {
		const { app, sam, manager, amina, statementId, shown, mark } = await begin();
		expect(await kept(app, statementId)).toEqual(['health answers null', 'school answers null']);
		expect((await shown()).themes.filter(({ suggested }) => suggested)).toMatchObject([
			{ id: 'school', confirmed: null },
			{ id: 'health', confirmed: null }
		]);

		await mark(['school', 'siblings']);
		const said = ['health answers no', 'school answers yes', 'siblings officer yes'];
		expect(await kept(app, statementId)).toEqual(said);
		expect((await shown()).marked).toMatchObject({ by: 'Sam Okoro' });
		await mark(['health', 'school']);
		expect(await kept(app, statementId)).toEqual([
			'health answers yes',
			'school answers yes',
			'siblings officer no'
		]);

		await expect(app.themes.ofStatement(manager.actor, statementId)).resolves.toBeNull();
		await expect(app.themes.ofStatement(amina.actor, statementId)).resolves.toBeNull();
		const { auditEntries } = app.database.read.tables;
		const marked = await app.database.read
			.select()
			.from(auditEntries)
			.where(eq(auditEntries.action, 'theme.marked'));
		expect(marked).toHaveLength(2);
		expect(JSON.stringify(marked)).not.toContain('siblings');
		expect(sam.id).toBe(marked[0]?.actorId);
	});

	test('of two tabs are those of the first, and said twice the same said once', async () => {
		const { app, statementId, shown, mark } = await begin();
		const { seen } = await shown();
		const both = await Promise.allSettled([mark(['school'], seen), mark(['health'], seen)]);
		expect(both.map(({ status }) => status).toSorted()).toEqual(['fulfilled', 'rejected']);
		const first = await kept(app, statementId);
		const again = first.includes('school answers yes') ? ['school'] : ['health'];
		await mark(again, seen);
		expect(await kept(app, statementId)).toEqual(first);
		await expect(mark(['home'], seen)).rejects.toMatchObject({
			kind: 'conflict',
			code: 'theme_marked_meanwhile'
		});
		await expect(mark(['no-such-theme'])).rejects.toMatchObject({ code: 'form_unreadable' });
	});

	test('that were retired meanwhile cannot be added, and stay where they were', async () => {
		const { app, amina, statementId, shown, mark, change } = await begin();
		const { seen } = await shown();
		await change({ do: 'retire', id: 'school' });
		await change({ do: 'retire', id: 'money' });
		await expect(mark(['school', 'money'], seen)).rejects.toMatchObject({ code: 'theme_retired' });
		await mark(['school'], seen);
		expect(await kept(app, statementId)).toEqual(['health answers no', 'school answers yes']);
		expect((await shown()).themes.filter(({ active }) => !active)).toMatchObject([
			{ id: 'school' }
		]);

		const { statementId: second } = await sendStatement(app, amina, {
			formId: 'my-pathway-plan',
			answers: { '5': { kind: 'yes_no', value: 'yes' }, '2_right': { kind: 'yes_no', value: 'no' } }
		});
		expect(await kept(app, second)).toEqual(['home answers null']);
	});

	test('are not of a request, and go with a statement that is taken back', async () => {
		const { app, amina, statementId } = await begin();
		const asked = await sendStatement(app, amina, {
			formId: 'complain',
			answers: { '2': { kind: 'say', text: 'My money is late.', pictures: [] } }
		});
		expect(await kept(app, asked.statementId)).toEqual([]);
		const handler = await addStaff(app, { name: 'Martin Hughes', roles: ['complaints'] });
		await expect(app.themes.ofStatement(handler.actor, asked.statementId)).resolves.toBeNull();
		await expect(
			app.themes.mark(handler.actor, { statementId: asked.statementId, themeIds: [], seen: '' })
		).rejects.toMatchObject({ code: 'not_found' });

		await app.statements.takeBack(amina.actor, statementId);
		expect(await kept(app, statementId)).toEqual([]);
	});

	test('of old statements are suggested once, and nothing said is touched', async () => {
		const { app, amina, statementId, mark } = await begin();
		const { statementId: old } = await sendStatement(app, amina, {
			formId: 'good-news',
			answers: { '2': { kind: 'faces', value: 5 } }
		});
		await mark([]);
		const { statementThemes } = app.database.read.tables;
		await app.database.inTransaction((tx) =>
			tx.delete(statementThemes).where(eq(statementThemes.statementId, old))
		);
		expect(await app.themes.suggestForOld(OPERATOR)).toBe(1);
		expect(await kept(app, old)).toEqual(['praise answers null']);
		expect(await kept(app, statementId)).toEqual(['health answers no', 'school answers no']);
		expect(await app.themes.suggestForOld(OPERATOR)).toBe(0);
	});

	test('are named, put in order, retired and brought back by the administrator', async () => {
		const { app, admin, change } = await begin();
		const names = async () =>
			(await app.themes.toEdit(admin.actor)).inUse.slice(0, 3).map(({ id, name }) => name ?? id);
		await change({ do: 'rename', id: 'home', name: '  Home  life ' });
		await change({ do: 'down', id: 'home' });
		expect(await names()).toEqual(['family', 'Home life', 'siblings']);
		await change({ do: 'retire', id: 'family' });
		await change({ do: 'up', id: 'siblings' });
		expect(await names()).toEqual(['siblings', 'Home life', 'safety']);
		await change({ do: 'up', id: 'siblings' });
		expect(await names()).toEqual(['siblings', 'Home life', 'safety']);
		await change({ do: 'bring_back', id: 'family' });
		await change({ do: 'rename', id: 'home', name: '' });
		expect((await names()).toSorted()).toEqual(['family', 'home', 'siblings']);

		const id = randomUUID();
		await change({ do: 'add', id, name: 'The youth club' });
		await change({ do: 'add', id, name: 'The youth club' });
		expect((await app.themes.toEdit(admin.actor)).inUse.at(-1)).toMatchObject({
			id,
			code: null,
			name: 'The youth club'
		});
	});

	test('have names that are there, short and their own', async () => {
		const { admin, app, change } = await begin();
		const id = randomUUID();
		await change({ do: 'add', id, name: 'The youth club' });
		for (const [input, code] of [
			[{ do: 'add', id: randomUUID(), name: ' ' }, 'theme_name'],
			[{ do: 'add', id: randomUUID(), name: 'x'.repeat(61) }, 'theme_name'],
			[{ do: 'rename', id, name: '' }, 'theme_name'],
			[{ do: 'add', id: randomUUID(), name: 'the YOUTH club' }, 'theme_name_taken'],
			[{ do: 'rename', id: 'home', name: 'Safety' }, 'theme_name_taken'],
			[{ do: 'retire', id: randomUUID() }, 'not_found'],
			[{ do: 'add', id: 'home2', name: 'Two' }, 'form_unreadable']
		] as const)
			await expect(change(input)).rejects.toMatchObject({ code });
		const { version, inUse } = await app.themes.toEdit(admin.actor);
		await change({ do: 'retire', id });
		const seen = { version };
		await change({ ...seen, do: 'retire', id });
		await expect(change({ ...seen, do: 'retire', id: 'home' })).rejects.toMatchObject({
			kind: 'conflict',
			code: 'theme_list_changed'
		});
		for (let more = inUse.length - 1; more < MOST_THEMES; more++)
			await change({ do: 'add', id: randomUUID(), name: `Theme ${more}` });
		await expect(
			change({ do: 'add', id: randomUUID(), name: 'One too many' })
		).rejects.toMatchObject({ code: 'theme_too_many' });
	});
});
