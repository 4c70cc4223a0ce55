import { beforeAll, describe, expect, test } from 'vitest';
import { AREAS } from '../../../tests/support/access-areas/areas.ts';
import { accessWorld, type Who, type World } from '../../../tests/support/access-world.ts';
import { onBothEngines } from '../../../tests/support/engines.ts';
import { Refusal } from './errors.ts';
import { ACCESS } from './access-table.ts';
import { demand, may, NOBODY, OPERATOR, rolesOf, type Action } from './access.ts';
import { ROLES } from './roles.ts';

const ALL_STAFF: readonly Who[] = [
	'chair',
	'oldChair',
	'anotherOfficer',
	'socialWorker',
	'ticked',
	'manager',
	'advocate',
	'complaints',
	'complainedAbout',
	'participation',
	'admin'
];

/** The table in the open: who may do it to Amina, her statement or her meeting. Everybody else is refused. */
const ALLOWED: Readonly<Partial<Record<Action, readonly Who[]>>> = {
	'home.see': ['amina'],
	'draft.write': ['amina'],
	'statement.send': ['amina'],
	'statement.read_own': ['amina'],
	'statement.take_back': ['amina'],
	'statement.add': ['amina'],
	'request.see_own': ['amina'],
	// Everybody their own account’s; the operator and nobody have none.
	'settings.change_own': ['amina', 'brother', 'stranger', ...ALL_STAFF],
	'meeting.see_own': ['amina'],
	'statement.read': ['chair', 'ticked'],
	'statement.read_kept_for_chair': ['chair'],
	'statement.reply': ['chair'],
	'plan.see': ['amina', 'chair'],
	'desk.open': ALL_STAFF,
	'inbox.see': ['chair', 'oldChair', 'anotherOfficer'],
	'request.see': [
		'chair',
		'oldChair',
		'anotherOfficer',
		'advocate',
		'complaints',
		'complainedAbout',
		'participation'
	],
	// The complaint: of those who handle complaints, without the one it is about.
	'request.read': ['complaints'],
	'request.match': ['participation'],
	'request.pass_on': ['participation'],
	'young_person.see': ['chair', 'socialWorker', 'participation'],
	'young_person.list_all': ['participation'],
	'alert.see': ['chair', 'manager'],
	'alert.acknowledge': ['chair', 'manager'],
	'notice.see_all_missed': ['manager'],
	'figures.see': ['manager'],
	'together.start': ['chair', 'socialWorker', 'participation'],
	'together.adopt': ['amina'],
	'invitation.make': ['chair', 'participation', 'operator'],
	'council.change': ['admin'],
	'staff.add': ['operator'],
	'meeting.change': ['chair', 'operator'],
	'data.import': ['operator'],
	'data.backup': ['operator'],
	...Object.assign({}, ...AREAS.map(({ allowed }) => allowed))
};
const allowedTo = (action: Action): readonly Who[] => ALLOWED[action] ?? [];

const ACTIONS = Object.keys(ACCESS) as Action[];
const EVERYBODY: readonly Who[] = [
	...ALL_STAFF,
	'amina',
	'brother',
	'stranger',
	'machine',
	'operator',
	'nobody'
];

test('every row of the table has somebody who may, and somebody who is refused', () => {
	expect(Object.keys(ALLOWED).toSorted()).toEqual(ACTIONS.toSorted());
	for (const action of ACTIONS) {
		expect(allowedTo(action).length).toBeGreaterThan(0);
		expect(EVERYBODY.length).toBeGreaterThan(allowedTo(action).length);
	}
});

test('without a standing nothing is allowed, and a refusal does not tell why', () => {
	for (const action of ACTIONS) {
		expect(may(action, [])).toBe(false);
		expect(() => demand(action, [])).toThrow(expect.objectContaining({ code: 'not_found' }));
	}
});

test('nobody has no role, and the operator has that of the command line alone', () => {
	expect(rolesOf(NOBODY)).toEqual([]);
	expect(rolesOf(OPERATOR)).toEqual(['operator']);
});

test('no role alone opens what a young person wrote', () => {
	for (const action of [
		'statement.read',
		'statement.read_kept_for_chair',
		'statement.reply',
		'statement.read_own'
	] as const)
		expect(may(action, ROLES)).toBe(false);
});

onBothEngines('the access table', (engine) => {
	let world: World;
	beforeAll(async () => {
		world = await accessWorld(engine);
	});

	test('every row is tried', () => {
		expect(Object.keys(world.attempts).toSorted()).toEqual(ACTIONS.toSorted());
	});

	const attempt = (action: Action, who: Who): Promise<unknown> =>
		world.attempts[action]?.(world.actors[who]) ?? Promise.resolve();

	const traces = async () => {
		const { read } = world.app.database;
		return (await read.select().from(read.tables.auditEntries)).length;
	};

	describe.each(ACTIONS)('%s', (action) => {
		const refused = EVERYBODY.filter((who) => !allowedTo(action).includes(who));

		test.each(refused)('is refused to %s, and leaves nothing behind', async (who) => {
			const before = await traces();

			const refusal = await attempt(action, who).catch((reason: unknown) => reason);
			expect(refusal).toBeInstanceOf(Refusal);
			// Who is not signed in is told just that, before anything is looked up.
			expect(
				['nobody', 'operator', 'machine'].includes(who)
					? ['not_found', 'signed_out']
					: ['not_found']
			).toContain(refusal instanceof Refusal ? refusal.code : '');
			expect(await traces()).toBe(before);
		});

		test.each(allowedTo(action))('is allowed to %s', async (who) => {
			await expect(attempt(action, who)).resolves.not.toThrow();
		});
	});
});
