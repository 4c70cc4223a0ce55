import { expect, test } from 'vitest';
import { onBothEngines } from '../support/engines.ts';
import { addAccount, addMeeting, addStaff, addYoungPerson } from '../support/people.ts';

onBothEngines('people for tests', (engine) => {
	test('are rows the vault can open', async () => {
		const app = await engine.open();

		const officer = await addStaff(app, { roles: ['iro', 'manager'] });
		const amina = await addYoungPerson(app, { officerId: officer.id });
		const meetingId = await addMeeting(app, { youngPersonIds: [amina.id], chairId: officer.id });
		await addAccount(app, amina);

		const { youngPeople, meetings } = app.database.read.tables;
		const [person] = await app.database.read.select().from(youngPeople);
		const keyring = await app.vault.unlock(app.database.read, [person?.keyId ?? '']);
		expect(
			keyring.openJson(
				person?.keyId ?? '',
				{ table: 'young_people', row: amina.id, column: 'profile' },
				person?.profileSealed ?? Buffer.alloc(0)
			)
		).toMatchObject({ knownAs: 'Amina' });
		expect(await app.database.read.select({ id: meetings.id }).from(meetings)).toEqual([
			{ id: meetingId }
		]);
	});
});
