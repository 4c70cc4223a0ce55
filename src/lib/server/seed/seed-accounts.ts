import { randomUUID } from 'node:crypto';
import { languageOf } from '../../language/languages.ts';
import {
	createStaffAccount,
	createYoungPersonAccount,
	insertYoungPersonAccount
} from '../accounts/account-making.ts';
import { createSecrets } from '../accounts/secrets.ts';
import { OPERATOR, type Actor } from '../access.ts';
import { createAudit } from '../audit/audit.ts';
import type { Core } from '../core.ts';
import type { Tx } from '../db/database.ts';
import { ageOn } from '../people.ts';
import { londonDate, londonMidnight } from '../../language/dates.ts';
import { DEMO_STAFF } from './demo-people.ts';
import { DEMO_SIGN_INS } from './demo-sign-ins.ts';
import type { WrittenPerson, WrittenStaff } from './people-rows.ts';
import type { Random } from './random.ts';

type YoungPersonActor = Actor & { readonly kind: 'young_person' };

/** Who can act, by the id of the person. */
export interface Accounts {
	readonly youngPeople: ReadonlyMap<string, YoungPersonActor>;
	readonly staff: ReadonlyMap<string, Actor>;
	/** References of those who say something before a meeting that is near. */
	readonly soon: readonly string[];
}

const SPEAKERS_SOON = 7;
const NEAR_DAYS = 30;
const HOUR = 3_600_000;
const DAY = 24 * HOUR;

/** Those of the story can sign in. Some of the others have an account too, with a secret that nobody knows. */
export async function openAccounts(
	core: Core,
	tx: Tx,
	random: Random,
	people: ReadonlyMap<string, WrittenPerson>,
	staff: WrittenStaff
): Promise<Accounts> {
	const youngPeople = new Map<string, YoungPersonActor>();
	const staffActors = new Map<string, Actor>();
	for (const { ref, roles } of DEMO_STAFF) {
		const member = staff.get(ref);
		const signIn = DEMO_SIGN_INS.find((one) => one.kind === 'staff' && one.email === member?.email);
		if (!member || signIn?.kind !== 'staff') continue;
		const accountId = await createStaffAccount(core, tx, { ...signIn, staffId: member.id });
		staffActors.set(member.id, { kind: 'staff', id: member.id, accountId, roles });
	}
	const nobodyKnows = await createSecrets(core.vault).hash(randomUUID());
	const today = londonDate(core.now());
	const soon: string[] = [];

	for (const [ref, person] of people) {
		const language = languageOf(person.language).tag;
		const signIn = DEMO_SIGN_INS.find((one) => 'ref' in one && one.ref === ref);
		if (signIn?.kind === 'no_account') continue;
		const given = { youngPersonId: person.id, language };
		const { knownAs, dateOfBirth } = person.seed.profile;
		const speaks = ref === 'EB-1010' || (ageOn(dateOfBirth, today) >= 7 && random.chance(0.55));
		if (signIn?.kind !== 'young_person' && !speaks) continue;
		const then = backThen(core, person.seed.startedOn);
		const accountId =
			signIn?.kind === 'young_person'
				? await createYoungPersonAccount(then, tx, { ...signIn, ...given })
				: await insertYoungPersonAccount(then, tx, OPERATOR, {
						...given,
						signInName: `${knownAs} ${ref.slice(-4)}`,
						secretHash: nobodyKnows
					});
		youngPeople.set(person.id, { kind: 'young_person', id: person.id, accountId });
		if (!signIn && ref !== 'EB-1010' && soon.length < SPEAKERS_SOON && isNear(person, core.now()))
			soon.push(ref);
	}
	return { youngPeople, staff: staffActors, soon };
}

/** The day after they came into care: what they said since was said with an account. */
function backThen(core: Core, startedOn: string): Core {
	const at = londonMidnight(startedOn) + DAY + 10 * HOUR;
	const now = () => Math.min(at, core.now());
	return { ...core, now, audit: createAudit(core.vault, now) };
}

/** Their next review is near: that of a conference is for the form that comes with a later version. */
function isNear({ meetings }: WrittenPerson, now: number): boolean {
	return meetings.some(
		({ kind, heldOn, scheduledAt }) =>
			kind === 'looked_after_review' &&
			heldOn === null &&
			scheduledAt !== null &&
			scheduledAt > now &&
			scheduledAt < now + NEAR_DAYS * DAY
	);
}
