import { expect, test } from 'vitest';
import { sendStatement } from '../../../../tests/support/drafts.ts';
import { onBothEngines, type Engine } from '../../../../tests/support/engines.ts';
import { importFiles } from '../../../../tests/support/import-files.ts';
import { OPERATOR } from '../access.ts';
import { importFolder } from './import-folder.ts';

const START = Date.parse('2026-11-21T09:00:00Z');
const COLUMNS = 'ref,kind,young_person_refs,scheduled_for,held_on,cancelled,chair_ref';

/** Amina, her officer Sam and Helen, and whatever meetings an import brings. */
async function begin(engine: Engine) {
	let now = START;
	const app = await engine.open({ now: () => now });
	const bring = async (...meetings: string[]) => {
		const files = { 'meetings.csv': [COLUMNS, ...meetings] };
		const outcome = await importFolder(app, OPERATOR, importFiles(files));
		expect(outcome.faults).toEqual([]);
	};
	await importFolder(
		app,
		OPERATOR,
		importFiles({
			'staff.csv': [
				'ref,name,email,roles',
				'S1,Sam Okoro,sam@eastbrook.example,iro',
				'S2,Helen Marsh,helen@eastbrook.example,iro'
			],
			'young-people.csv': [
				'ref,first_name,last_name,date_of_birth,iro_ref',
				'Y1,Amina,Idris,2011-03-05,S1',
				'Y2,Noor,Haddad,2011-04-05,S1'
			]
		})
	);
	const { read } = app.database;
	const { youngPeople, staff, meetings } = read.tables;
	const [person] = await read.select().from(youngPeople);
	const officers = await read.select().from(staff);
	if (!person) throw new Error('nobody was imported');
	const amina = {
		id: person.id,
		actor: { kind: 'young_person', id: person.id, accountId: 'amina' } as const
	};
	const refOf = async (id: string | undefined) =>
		(await read.select().from(meetings)).find((meeting) => meeting.id === id)?.ref ?? null;
	const sent = async () => {
		const [statement] = await app.statements.listOwn(amina.actor);
		return { state: statement?.state, meeting: await refOf(statement?.meeting?.id) };
	};
	const openAs = (index: number, statementId: string) => {
		const id = officers[index]?.id ?? '';
		const actor = { kind: 'staff', id, accountId: `a${index}`, roles: ['iro'] } as const;
		return app.statements.open(actor, statementId);
	};
	const samIs = officers.findIndex(({ id }) => id === person.officerId);
	return {
		bring,
		sent,
		send: () => sendStatement(app, amina),
		openAsSam: (statementId: string) => openAs(samIs, statementId),
		openAsHelen: (statementId: string) => openAs(1 - samIs, statementId),
		later: (to: string) => {
			now = Date.parse(to);
		}
	};
}

onBothEngines('an import carries statements on', (engine) => {
	test('one that waits links when a date is imported', async () => {
		const { bring, send, sent } = await begin(engine);
		await send();
		expect(await sent()).toEqual({ state: 'waiting', meeting: null });

		await bring('M1,looked_after_review,Y1,,,,S1');
		expect(await sent()).toEqual({ state: 'waiting', meeting: null });
		await bring('M1,looked_after_review,Y1,2026-11-27T16:00,,,S1');

		expect(await sent()).toEqual({ state: 'linked', meeting: 'M1' });
	});

	test('a meeting that is moved keeps it', async () => {
		const { bring, send, sent } = await begin(engine);
		await bring(
			'M1,looked_after_review,Y1,2026-11-27T16:00,,,S1',
			'M2,looked_after_review,Y1,2026-12-10T16:00,,,S1'
		);
		await send();

		await bring('M1,looked_after_review,Y1,2026-12-20T16:00,,,S1');

		expect(await sent()).toEqual({ state: 'linked', meeting: 'M1' });
	});

	test('a cancelled one hands it to the next, or it waits', async () => {
		const { bring, send, sent } = await begin(engine);
		await bring(
			'M1,looked_after_review,Y1,2026-11-27T16:00,,,S1',
			'M2,looked_after_review,Y1,2026-12-10T16:00,,,S1'
		);
		await send();

		await bring('M1,looked_after_review,Y1,2026-11-27T16:00,,yes,S1');
		expect(await sent()).toEqual({ state: 'linked', meeting: 'M2' });
		await bring('M2,looked_after_review,Y1,2026-12-10T16:00,,yes,S1');

		expect(await sent()).toEqual({ state: 'waiting', meeting: null });
	});

	test('held and opened it is closed; held and never opened it is missed, and goes on', async () => {
		const opened = await begin(engine);
		await opened.bring('M1,looked_after_review,Y1,2026-11-27T16:00,,,S1');
		const { statementId } = await opened.send();
		await opened.openAsSam(statementId);
		opened.later('2026-11-28T09:00:00Z');
		await opened.bring('M1,looked_after_review,Y1,2026-11-27T16:00,2026-11-27,,S1');
		expect(await opened.sent()).toEqual({ state: 'closed', meeting: 'M1' });

		const missed = await begin(engine);
		await missed.bring(
			'M1,looked_after_review,Y1,2026-11-27T16:00,,,S1',
			'M2,looked_after_review,Y1,2027-05-27T16:00,,,S1'
		);
		await missed.send();
		missed.later('2026-11-28T09:00:00Z');
		await missed.bring('M1,looked_after_review,Y1,2026-11-27T16:00,2026-11-27,,S1');

		expect(await missed.sent()).toEqual({ state: 'linked', meeting: 'M2' });
	});

	test('another chair in the file is who may open it from then on', async () => {
		const { bring, send, openAsSam, openAsHelen } = await begin(engine);
		await bring('M1,looked_after_review,Y1,2026-11-27T16:00,,,S1');
		const { statementId } = await send();
		await expect(openAsHelen(statementId)).rejects.toThrow('not_found');

		await bring('M1,looked_after_review,Y1,2026-11-27T16:00,,,S2');

		await openAsHelen(statementId);
		await expect(openAsSam(statementId)).rejects.toThrow('not_found');
	});

	test('a meeting that is somebody else’s after all lets go of it', async () => {
		const { bring, send, sent } = await begin(engine);
		await bring('M1,looked_after_review,Y1,2026-11-27T16:00,,,S1');
		await send();

		await bring('M1,looked_after_review,Y2,2026-11-27T16:00,,,S1');

		expect(await sent()).toEqual({ state: 'waiting', meeting: null });
	});
});
