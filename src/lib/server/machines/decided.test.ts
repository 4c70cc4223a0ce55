import { randomUUID } from 'node:crypto';
import * as v from 'valibot';
import { expect, test } from 'vitest';
import { eastbrook } from '../../../../tests/support/eastbrook.ts';
import { onBothEngines } from '../../../../tests/support/engines.ts';
import { linesInPdf } from '../../../../tests/support/pdf-text.ts';
import { addStaff, addYoungPerson } from '../../../../tests/support/people.ts';
import type { Paper } from '../../meetings/letter.ts';
import type { App } from '../app.ts';
import { decisionPlace, recordPlace } from '../deciding/places.ts';
import { letterPlace } from '../letters/rows.ts';
import { SCHEMAS } from './endpoints.ts';
import { peopleOf } from './refs.ts';
import { pageOf } from './schemas.ts';
import { API_SCOPES } from './scopes.ts';

const PAPER: Paper = {
	language: 'en',
	face: 'standard',
	title: 'Your review',
	hello: 'Dear Amina',
	parts: [
		{
			kind: 'decision',
			picture: null,
			title: 'Seeing your brother',
			starred: true,
			outcome: 'agreed',
			lines: [
				{ kind: 'says', text: 'You asked:' },
				{ kind: 'words', text: 'My brother', language: 'en', note: null, original: null }
			]
		}
	],
	from: 'Sam Okoro'
};

/** What a meeting of theirs led to, as the services leave it. */
async function decide(
	app: App,
	of: { readonly meetingId: string; readonly youngPersonId: string },
	sent: boolean
): Promise<void> {
	const now = app.now();
	const { keyId, keys } = (await peopleOf(app, app.database.read, [of.youngPersonId]))(
		of.youngPersonId
	);
	const said = (words: string) => ({ words, language: 'en' });
	await app.database.inTransaction(async (tx) => {
		for (const [position, kept] of [null, 'chair', 'protected'].entries()) {
			const id = randomUUID();
			await tx.insert(tx.tables.decisions).values({
				...of,
				id,
				sendKey: id,
				kept,
				position,
				starred: position === 0 ? 1 : 0,
				pointSealed: keys.sealJson(keyId, decisionPlace(id, 'point'), said(`Point ${kept}`)),
				outcome: 'agreed',
				version: 1,
				createdAt: now,
				updatedAt: now + position
			});
		}
		await tx.insert(tx.tables.meetingOutcomes).values({
			meetingId: of.meetingId,
			outcomeSealed: Buffer.alloc(0),
			decisionsSentAt: sent ? now : null,
			version: 1,
			updatedAt: now
		});
		const letterId = randomUUID();
		await tx.insert(tx.tables.letters).values({
			...of,
			id: letterId,
			language: 'en',
			face: 'standard',
			letterSealed: keys.sealJson(keyId, letterPlace(letterId), { words: null, paper: PAPER }),
			state: sent ? 'sent' : 'approved',
			sentAt: sent ? now : null,
			version: 1,
			updatedAt: now
		});
		await tx.insert(tx.tables.records).values({
			...of,
			wordsSealed: keys.sealJson(keyId, recordPlace(of.meetingId, of.youngPersonId), {
				...said('We met at school.'),
				decisions: null
			}),
			sentAt: sent ? now : null,
			version: 1,
			updatedAt: now
		});
	});
}

onBothEngines('what meetings decided, for programs', (engine) => {
	test('is there once it was sent, without what was raised for the chair alone', async () => {
		const { app, amina, sam, review, conference } = await eastbrook((options) =>
			engine.open(options)
		);
		const admin = await addStaff(app, { roles: ['admin'] });
		const brother = await addYoungPerson(app, { knownAs: 'Idris', officerId: sam.id });
		const meetingId = await review('2026-11-20T10:00');
		await decide(app, { meetingId, youngPersonId: amina.id }, true);
		const openId = await conference('2026-11-20T15:00', [brother.id]);
		await decide(app, { meetingId: openId, youngPersonId: brother.id }, false);
		const { token } = await app.machines.makeKey(admin.actor, {
			id: randomUUID(),
			name: 'Case system',
			scopes: API_SCOPES,
			expiresOn: '2027-01-01'
		});
		const machine = await app.machines.machineOf(token);
		if (!machine) throw new Error('the key opens nothing');
		const none = new URLSearchParams();

		const decisions = await app.machines.listDecisions(machine, none);
		const letters = await app.machines.listLetters(machine, none);
		const records = await app.machines.listRecords(machine, none);

		expect(v.parse(pageOf(SCHEMAS.Decision), decisions)).toEqual(decisions);
		expect(decisions.items.map(({ point, protected: kept }) => [point.words, kept])).toEqual([
			['Point null', false],
			['Point protected', true]
		]);
		expect(v.parse(pageOf(SCHEMAS.Letter), letters)).toEqual(letters);
		expect(letters.items.map(({ lines }) => lines.map(({ text }) => text))).toEqual([
			['Dear Amina', 'Seeing your brother', 'You asked:', 'My brother', 'Sam Okoro']
		]);
		expect(v.parse(pageOf(SCHEMAS.Record), records)).toEqual(records);
		expect(records.items.map(({ record }) => record.words)).toEqual(['We met at school.']);

		const { document } = await app.machines.letterDocument(machine, letters.items[0]?.id ?? '');
		expect((await linesInPdf(await app.documents.print(document))).join(' ')).toContain(
			'My brother'
		);
		const { openings } = await app.openings.list(amina.actor, {});
		expect(openings.map(({ how, what }) => `${how} ${what}`).toSorted()).toEqual([
			'fetched decision',
			'fetched decision',
			'fetched letter',
			'fetched record'
		]);
		expect((await app.openings.list(brother.actor, {})).openings).toEqual([]);
	});
});
