import { expect, test } from 'vitest';
import { eastbrook } from '../../../../tests/support/eastbrook.ts';
import { onBothEngines } from '../../../../tests/support/engines.ts';
import { HOME, join } from '../../../../tests/support/joining.ts';
import { addMeeting, addStaff, addYoungPerson } from '../../../../tests/support/people.ts';
import { NOBODY, OPERATOR } from '../access.ts';

onBothEngines('making cards', (engine) => {
	const begin = () => eastbrook((options) => engine.open(options));
	const nothingHere = { kind: 'not_found' };

	test('an officer, a chair to come, a participation worker and the operator may', async () => {
		const { app, sam, amina } = await begin();
		const pat = await addStaff(app, { roles: ['participation'] });
		const kim = await addStaff(app, { roles: ['iro'] });
		await addMeeting(app, { youngPersonIds: [amina.id], chairId: kim.id });

		for (const actor of [sam.actor, pat.actor, kim.actor, OPERATOR])
			expect(await app.accounts.makeInvitation(actor, amina.id)).toMatchObject({
				purpose: 'join',
				expiresAt: Date.parse('2026-11-28T09:00Z')
			});
	});

	test('nobody else may, and is told there is nothing', async () => {
		const { app, manager, amina } = await begin();
		const stranger = await addStaff(app, { roles: ['iro', 'admin', 'social_worker'] });
		const sibling = await addYoungPerson(app, { knownAs: 'Jo' });

		for (const { actor } of [manager, stranger, sibling, amina, { actor: NOBODY }]) {
			await expect(app.accounts.makeInvitation(actor, amina.id)).rejects.toMatchObject(nothingHere);
			await expect(app.accounts.revokeInvitation(actor, amina.id)).rejects.toMatchObject(
				nothingHere
			);
		}
	});

	test('a card that was stopped opens nothing', async () => {
		const { app, sam, amina } = await begin();
		const { code } = await app.accounts.makeInvitation(sam.actor, amina.id);

		await app.accounts.revokeInvitation(sam.actor, amina.id);

		await expect(app.accounts.openInvitation(code, HOME)).rejects.toMatchObject({
			code: 'code_replaced'
		});
	});

	test('stopping a card leaves those that were used as they are', async () => {
		const { app, sam, amina } = await begin();
		await join(app, sam, amina.id);

		await app.accounts.revokeInvitation(sam.actor, amina.id);

		const { cards } = await app.people.see(sam.actor, amina.id);
		expect(cards.map(({ state }) => state)).toEqual(['used']);
	});

	test('what was done with cards stands in the audit chain, in ids', async () => {
		const { app, sam, amina } = await begin();
		const { session } = await join(app, sam, amina.id);
		await app.accounts.signOut(session.token);

		const { auditEntries } = app.database.read.tables;
		const lines = await app.database.read.select().from(auditEntries).orderBy(auditEntries.seq);

		expect(lines.map(({ action }) => action)).toEqual([
			'invitation.made',
			'invitation.opened',
			'account.made',
			'sign_in.done',
			'sign_out.done'
		]);
		expect(lines.slice(0, 3).every(({ youngPersonId }) => youngPersonId === amina.id)).toBe(true);
		expect(await app.audit.verify(app.database.read)).toMatchObject({ brokenAt: null });
	});
});
