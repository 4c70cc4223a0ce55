import { randomUUID } from 'node:crypto';
import type { MeetingKind } from '../../src/lib/meetings/kinds.ts';
import type { Actor } from '../../src/lib/server/access.ts';
import type { Role } from '../../src/lib/server/roles.ts';
import type { App } from '../../src/lib/server/app.ts';
import { keepStandings } from '../../src/lib/server/figures/standing.ts';
import {
	staffPlace,
	youngPersonPlace,
	type StaffProfile,
	type YoungPersonProfile
} from '../../src/lib/server/people.ts';
import { emailIndexOf, nameIndexOf, refIndexOf } from '../../src/lib/server/people/name-index.ts';

export interface Person<Kind extends Actor['kind']> {
	readonly id: string;
	readonly actor: Extract<Actor, { kind: Kind }>;
}

export async function addStaff(
	app: App,
	given: {
		name?: string;
		email?: string;
		ref?: string | null;
		roles?: readonly Role[];
		active?: boolean;
	} = {}
): Promise<Person<'staff'>> {
	const id = randomUUID();
	const roles = given.roles ?? ['iro'];
	const profile: StaffProfile = {
		ref: given.ref ?? null,
		name: given.name ?? 'Sam Okafor',
		email: given.email ?? `staff-${id}@eastbrook.example`
	};
	await app.database.inTransaction(async (tx) => {
		await tx.insert(tx.tables.staff).values({
			id,
			refIndex: profile.ref === null ? null : refIndexOf(app.vault, 'staff', profile.ref),
			profileSealed: app.vault.council.sealJson(app.vault.councilKeyId, staffPlace(id), profile),
			emailIndex: emailIndexOf(app.vault, profile.email),
			active: given.active === false ? 0 : 1,
			createdAt: app.now()
		});
		for (const role of roles) await tx.insert(tx.tables.staffRoles).values({ staffId: id, role });
	});
	return { id, actor: { kind: 'staff', id, accountId: `account-of-${id}`, roles } };
}

export async function addYoungPerson(
	app: App,
	given: {
		firstName?: string;
		lastName?: string;
		knownAs?: string;
		dateOfBirth?: string;
		ref?: string;
		dialect?: string | null;
		language?: string;
		sex?: string | null;
		ethnicity?: string | null;
		disabled?: 'yes' | 'no' | null;
		unaccompanied?: 'yes' | 'no' | null;
		officerId?: string | null;
		socialWorkerId?: string | null;
		team?: string | null;
	} = {}
): Promise<Person<'young_person'>> {
	const id = randomUUID();
	const knownAs = given.knownAs ?? given.firstName ?? 'Amina';
	const profile: YoungPersonProfile = {
		ref: given.ref ?? `yp-${id}`,
		firstName: given.firstName ?? knownAs,
		lastName: given.lastName ?? 'Osman',
		knownAs,
		dateOfBirth: given.dateOfBirth ?? '2011-03-05',
		dialect: given.dialect ?? null
	};
	await app.database.inTransaction(async (tx) => {
		const keyId = await app.vault.newKey(tx, app.now());
		const keyring = await app.vault.unlock(tx, [keyId]);
		await tx.insert(tx.tables.youngPeople).values({
			id,
			keyId,
			refIndex: refIndexOf(app.vault, 'young_people', profile.ref),
			nameIndex: nameIndexOf(app.vault, profile),
			profileSealed: keyring.sealJson(keyId, youngPersonPlace(id), profile),
			sex: given.sex ?? null,
			ethnicity: given.ethnicity ?? null,
			disabled: given.disabled ?? null,
			unaccompanied: given.unaccompanied ?? null,
			language: given.language ?? 'en',
			officerId: given.officerId ?? null,
			socialWorkerId: given.socialWorkerId ?? null,
			team: given.team ?? null,
			createdAt: app.now()
		});
	});
	return { id, actor: { kind: 'young_person', id, accountId: `account-of-${id}` } };
}

/** @returns its id */
export async function addMeeting(
	app: App,
	given: {
		kind?: MeetingKind;
		youngPersonIds: readonly string[];
		scheduledAt?: number | null;
		chairId?: string | null;
		ref?: string | null;
		dueBy?: string | null;
		heldOn?: string | null;
		cancelledAt?: number | null;
		participationCode?: string | null;
	}
): Promise<string> {
	const id = randomUUID();
	await app.database.inTransaction(async (tx) => {
		await tx.insert(tx.tables.meetings).values({
			id,
			ref: given.ref ?? null,
			kind: given.kind ?? 'looked_after_review',
			scheduledAt: given.scheduledAt ?? null,
			dueBy: given.dueBy ?? null,
			heldOn: given.heldOn ?? null,
			cancelledAt: given.cancelledAt ?? null,
			chairId: given.chairId ?? null,
			decisionsSentOn: null,
			recordSentOn: null,
			createdAt: app.now()
		});
		for (const youngPersonId of given.youngPersonIds)
			await tx.insert(tx.tables.meetingYoungPeople).values({
				meetingId: id,
				youngPersonId,
				participationCode: given.participationCode ?? null
			});
		await keepStandings(app, tx, { meetingIds: [id] });
	});
	return id;
}

/** An account's row, for what hangs on one (sessions, a chosen face); without a secret, so nobody signs in to it. */
export async function addAccount(
	app: App,
	{ actor }: Pick<Person<'staff'>, 'actor'> | Pick<Person<'young_person'>, 'actor'>
): Promise<void> {
	await app.database.inTransaction(async (tx) => {
		await tx.insert(tx.tables.accounts).values({
			id: actor.accountId,
			youngPersonId: actor.kind === 'young_person' ? actor.id : null,
			staffId: actor.kind === 'staff' ? actor.id : null,
			signInNameIndex: app.vault.blindIndex('accounts.test', actor.accountId),
			signInNameSealed: Buffer.alloc(0),
			secretHash: null,
			createdAt: app.now()
		});
	});
}
