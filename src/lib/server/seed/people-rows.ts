import { randomUUID } from 'node:crypto';
import type { Core } from '../core.ts';
import type { Tx } from '../db/database.ts';
import { eachChunk } from '../db/in-chunks.ts';
import { keepStandings } from '../figures/standing.ts';
import { staffPlace, youngPersonPlace, type StaffProfile } from '../people.ts';
import { emailIndexOf, nameIndexOf, refIndexOf } from '../people/name-index.ts';
import type { SeedPerson } from './caseload.ts';
import { DEMO_STAFF, demoEmail } from './demo-people.ts';
import type { SeedMeeting } from './history.ts';

export type WrittenStaff = ReadonlyMap<string, { readonly id: string; readonly email: string }>;

export type WrittenMeeting = SeedMeeting & { readonly id: string };

export interface WrittenPerson {
	readonly id: string;
	readonly seed: SeedPerson;
	readonly language: string;
	readonly officerId: string;
	/** In the order they were held or are planned. */
	readonly meetings: readonly WrittenMeeting[];
}

/** @returns who was written, by their reference */
export async function writeStaff(core: Core, tx: Tx): Promise<WrittenStaff> {
	const { vault } = core;
	const written = new Map<string, { id: string; email: string }>();
	for (const { ref, name, roles } of DEMO_STAFF) {
		const id = randomUUID();
		const profile: StaffProfile = { ref, name, email: demoEmail(name) };
		await tx.insert(tx.tables.staff).values({
			id,
			refIndex: refIndexOf(vault, 'staff', ref),
			profileSealed: vault.council.sealJson(vault.councilKeyId, staffPlace(id), profile),
			emailIndex: emailIndexOf(vault, profile.email),
			active: 1,
			createdAt: core.now()
		});
		await tx.insert(tx.tables.staffRoles).values(roles.map((role) => ({ staffId: id, role })));
		written.set(ref, { id, email: profile.email });
	}
	return written;
}

export async function writePeople(
	core: Core,
	tx: Tx,
	people: readonly SeedPerson[],
	staff: WrittenStaff
): Promise<ReadonlyMap<string, WrittenPerson>> {
	const { vault } = core;
	const now = core.now();
	const idOf = (ref: string) => {
		const found = staff.get(ref);
		if (!found) throw new Error(`no staff ${ref}`);
		return found.id;
	};
	const byRef = new Map<string, WrittenPerson>();
	const households = new Map<string, readonly WrittenMeeting[]>();

	for (const person of people) {
		const id = randomUUID();
		const keyId = await vault.newKey(tx, now);
		const keyring = await vault.unlock(tx, [keyId]);
		const { ref, firstName, lastName, knownAs, dateOfBirth, dialect } = person.profile;
		const profile = { ref, firstName, lastName, knownAs, dateOfBirth, dialect };
		await tx.insert(tx.tables.youngPeople).values({
			id,
			keyId,
			refIndex: refIndexOf(vault, 'young_people', ref),
			nameIndex: nameIndexOf(vault, profile),
			profileSealed: keyring.sealJson(keyId, youngPersonPlace(id), profile),
			sex: person.sex,
			ethnicity: person.ethnicity,
			disabled: person.disabled,
			unaccompanied: person.unaccompanied,
			language: person.language,
			officerId: idOf(person.officer),
			socialWorkerId: idOf(person.socialWorker),
			team: person.team,
			createdAt: now
		});
		await tx.insert(tx.tables.carePeriods).values({
			id: randomUUID(),
			youngPersonId: id,
			status: person.status,
			startedOn: person.startedOn,
			endedOn: null
		});
		const shared = person.household === null ? undefined : households.get(person.household);
		const meetings = shared ?? person.meetings.map((meeting) => ({ ...meeting, id: randomUUID() }));
		if (!shared) await writeMeetings(tx, meetings, idOf(person.officer), ref, now);
		if (person.household) households.set(person.household, meetings);
		await eachChunk(
			meetings.map((meeting) => ({
				meetingId: meeting.id,
				youngPersonId: id,
				participationCode: meeting.participationCode
			})),
			(chunk) => tx.insert(tx.tables.meetingYoungPeople).values(chunk)
		);
		byRef.set(ref, {
			id,
			seed: person,
			language: person.language,
			officerId: idOf(person.officer),
			meetings
		});
	}
	await keepStandings(core, tx, {
		meetingIds: [...byRef.values()].flatMap(({ meetings }) => meetings.map(({ id }) => id))
	});
	return byRef;
}

async function writeMeetings(
	tx: Tx,
	meetings: readonly WrittenMeeting[],
	chairId: string,
	ref: string,
	createdAt: number
): Promise<void> {
	const rows = meetings.map(
		({ id, kind, scheduledAt, dueBy, heldOn, decisionsSentOn, recordSentOn }, index) => ({
			id,
			ref: `${ref}-${index + 1}`,
			kind,
			scheduledAt,
			dueBy,
			heldOn,
			chairId,
			decisionsSentOn,
			recordSentOn,
			createdAt
		})
	);
	await eachChunk(rows, (chunk) => tx.insert(tx.tables.meetings).values(chunk));
}
