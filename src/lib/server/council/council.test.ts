import { expect, test } from 'vitest';
import { onBothEngines } from '../../../../tests/support/engines.ts';
import { OPERATOR } from '../access.ts';
import { COUNCIL_DEFAULTS, saveCouncil } from './council.ts';

onBothEngines('council settings', (engine) => {
	test('a council that has set nothing still has numbers to call', async () => {
		const app = await engine.open();

		expect(app.council.current()).toEqual(COUNCIL_DEFAULTS);
		expect(app.council.current().helpLines).toContainEqual({
			id: 'childline',
			number: '0800 1111',
			by: 'call'
		});
	});

	test('what is set is there after the next look, and the rest stays as it was', async () => {
		const app = await engine.open();
		const change = { name: 'Eastbrook', outOfHoursNumber: '01632 960 999' };
		await app.database.inTransaction((tx) => saveCouncil(app, tx, OPERATOR, change));
		await app.database.inTransaction((tx) =>
			saveCouncil(app, tx, OPERATOR, { outOfHoursNumber: null })
		);

		expect(await app.council.refresh()).toEqual({ ...COUNCIL_DEFAULTS, name: 'Eastbrook' });
		expect(app.council.current().name).toBe('Eastbrook');
	});

	test('a setting that does not read as it should gives way to its default', async () => {
		const app = await engine.open();
		await app.database.inTransaction((tx) =>
			tx.insert(tx.tables.settings).values([
				{ key: 'council.leaveAddress', value: '"javascript:alert(1)"', updatedAt: 1 },
				{ key: 'council.name', value: '""', updatedAt: 1 }
			])
		);

		expect(await app.council.refresh()).toEqual(COUNCIL_DEFAULTS);
	});
});
