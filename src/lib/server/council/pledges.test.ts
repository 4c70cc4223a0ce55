import { expect, test } from 'vitest';
import { clockAt } from '../../../../tests/support/clock.ts';
import { onBothEngines } from '../../../../tests/support/engines.ts';
import { addStaff } from '../../../../tests/support/people.ts';
import type { App } from '../app.ts';
import { MAX_PLEDGE_CHARACTERS } from './pledges.ts';

const WE_LISTEN = 'We listen to you.\n\nWe tell you why.';

onBothEngines('the pledge', (engine) => {
	async function council() {
		const clock = clockAt('2026-11-21T09:00');
		const app = await engine.open({ now: clock.now });
		const admin = await addStaff(app, { name: 'Ines Costa', roles: ['admin'] });
		const other = await addStaff(app, { name: 'Omar Said', roles: ['admin'] });
		return { app, clock, admin: admin.actor, other: other.actor };
	}

	const linesOf = async (app: App) => {
		const { read } = app.database;
		const lines = await read.select().from(read.tables.auditEntries);
		return lines.filter(({ action }) => action === 'council.changed');
	};

	test('is not there until it is set', async () => {
		const { app, admin } = await council();

		expect(await app.council.pledgeIn('en')).toBeNull();
		expect(await app.council.pledgesToEdit(admin)).toEqual([
			{ language: 'en', text: '', version: 0, changed: null },
			{ language: 'ar', text: '', version: 0, changed: null }
		]);
	});

	test('is read in paragraphs, and says who set it and when', async () => {
		const { app, clock, admin } = await council();
		await app.council.changePledge(admin, { language: 'en', text: WE_LISTEN, version: 0 });

		expect(await app.council.pledgeIn('en')).toEqual({
			language: 'en',
			paragraphs: ['We listen to you.', 'We tell you why.']
		});
		expect((await app.council.pledgesToEdit(admin))[0]).toEqual({
			language: 'en',
			text: WE_LISTEN,
			version: 1,
			changed: { at: clock.now(), by: 'Ines Costa' }
		});
		expect(await linesOf(app)).toMatchObject([
			{ actorId: admin.id, subjectKind: 'pledge', subjectId: 'en' }
		]);
	});

	test('is read in another language where it is not put into theirs, and says which', async () => {
		const { app, admin } = await council();
		await app.council.changePledge(admin, { language: 'ar', text: 'نستمع إليك.', version: 0 });

		expect((await app.council.pledgeIn('en'))?.language).toBe('ar');

		await app.council.changePledge(admin, { language: 'en', text: WE_LISTEN, version: 0 });

		expect((await app.council.pledgeIn('en'))?.language).toBe('en');
		expect((await app.council.pledgeIn('ar'))?.language).toBe('ar');
		expect((await app.council.pledgeIn('so'))?.language).toBe('en');
	});

	test('of one hand is not written over by another that saw an older one', async () => {
		const { app, admin, other } = await council();
		await app.council.changePledge(admin, { language: 'en', text: 'One.', version: 0 });

		await expect(
			app.council.changePledge(other, { language: 'en', text: 'Two.', version: 0 })
		).rejects.toMatchObject({ kind: 'conflict', code: 'pledge_changed' });
		expect((await app.council.pledgeIn('en'))?.paragraphs).toEqual(['One.']);

		await app.council.changePledge(other, { language: 'en', text: 'Two.', version: 1 });
		expect((await app.council.pledgesToEdit(admin))[0]).toMatchObject({
			text: 'Two.',
			version: 2,
			changed: { by: 'Omar Said' }
		});
	});

	test('sent twice is set once', async () => {
		const { app, admin } = await council();
		const change = { language: 'en', text: WE_LISTEN, version: 0 };
		await app.council.changePledge(admin, change);
		await app.council.changePledge(admin, { ...change, text: ` ${WE_LISTEN}\r\n` });

		expect((await app.council.pledgesToEdit(admin))[0]?.version).toBe(1);
		expect(await linesOf(app)).toHaveLength(1);
	});

	test('can be taken away', async () => {
		const { app, admin } = await council();
		await app.council.changePledge(admin, { language: 'en', text: WE_LISTEN, version: 0 });
		await app.council.changePledge(admin, { language: 'en', text: ' ', version: 1 });

		expect(await app.council.pledgeIn('en')).toBeNull();
		expect((await app.council.pledgesToEdit(admin))[0]).toMatchObject({ text: '', version: 2 });
	});

	test('is plain text of a length people read', async () => {
		const { app, admin } = await council();
		const change = (text: string, language = 'en') =>
			app.council.changePledge(admin, { language, text, version: 0 });

		await expect(change('x'.repeat(MAX_PLEDGE_CHARACTERS + 1))).rejects.toMatchObject({
			code: 'pledge_too_long',
			detail: { most: MAX_PLEDGE_CHARACTERS }
		});
		await expect(change('We listen.', 'xx')).rejects.toMatchObject({ code: 'form_unreadable' });
		await change('x'.repeat(MAX_PLEDGE_CHARACTERS));
		expect((await app.council.pledgeIn('en'))?.paragraphs).toHaveLength(1);
	});

	test('that does not read as it should counts as not set', async () => {
		const { app } = await council();
		await app.database.inTransaction((tx) =>
			tx.insert(tx.tables.settings).values([
				{ key: 'council.pledge.en', value: 'not JSON', updatedAt: 1 },
				{ key: 'council.pledge.ar', value: '{"text":1}', updatedAt: 1 }
			])
		);

		expect(await app.council.pledgeIn('en')).toBeNull();
	});
});
