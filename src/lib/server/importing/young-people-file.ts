import { randomUUID } from 'node:crypto';
import { eq } from 'drizzle-orm';
import { eachChunk } from '../db/in-chunks.ts';
import { youngPersonPlace, type YoungPersonProfile } from '../people.ts';
import { nameIndexOf, refIndexOf } from '../people/name-index.ts';
import { given, isSame, noCounts, type ImportContext, type Plan } from './context.ts';
import type { Header } from './csv-file.ts';
import type { KnownPerson } from './known-people.ts';
import { onceEach, type RowReader } from './row-reader.ts';
import type { StaffMember } from './staff-file.ts';

export const YOUNG_PEOPLE_HEADER: Header = {
	file: 'young-people.csv',
	columns: [
		'ref',
		'first_name',
		'last_name',
		'known_as',
		'date_of_birth',
		'sex',
		'ethnicity',
		'disabled',
		'unaccompanied',
		'language',
		'dialect',
		'iro_ref',
		'social_worker_ref',
		'team'
	],
	required: ['ref', 'first_name', 'last_name', 'date_of_birth']
};

const YES_NO = ['yes', 'no'] as const;

interface YoungPersonRow {
	readonly reader: RowReader;
	readonly ref: string;
	readonly firstName: string;
	readonly lastName: string;
	readonly knownAs: string | null | undefined;
	readonly dateOfBirth: string;
	readonly dialect: string | null | undefined;
	readonly iroRef: string | null | undefined;
	readonly socialWorkerRef: string | null | undefined;
	readonly sex: string | null | undefined;
	readonly ethnicity: string | null | undefined;
	readonly disabled: string | null | undefined;
	readonly unaccompanied: string | null | undefined;
	readonly language: string | null | undefined;
	readonly team: string | null | undefined;
}

export function readYoungPersonRow(reader: RowReader): YoungPersonRow {
	return {
		reader,
		ref: reader.required('ref'),
		firstName: reader.required('first_name'),
		lastName: reader.required('last_name'),
		knownAs: reader.text('known_as'),
		dateOfBirth: requiredDate(reader, 'date_of_birth'),
		dialect: reader.text('dialect'),
		iroRef: reader.text('iro_ref'),
		socialWorkerRef: reader.text('social_worker_ref'),
		sex: reader.text('sex'),
		ethnicity: reader.text('ethnicity'),
		disabled: reader.oneOf('disabled', YES_NO),
		unaccompanied: reader.oneOf('unaccompanied', YES_NO),
		language: readLanguage(reader),
		team: reader.text('team')
	};
}

export function requiredDate(
	reader: RowReader,
	column: string,
	options?: { readonly mayBeToCome?: boolean }
): string {
	return reader.required(column) && (reader.date(column, options) ?? '');
}

/** Its usual spelling, such as `pt-BR`. */
function readLanguage(reader: RowReader): string | null | undefined {
	const text = reader.text('language');
	if (!text) return text;
	try {
		return Intl.getCanonicalLocales(text)[0] ?? null;
	} catch {
		reader.fault('language', 'not_language');
		return null;
	}
}

export interface YoungPeoplePlan extends Plan {
	find(ref: string): string | undefined;
	/** Those whose reviewing officer changes: who chairs a meeting without a chair of its own changes with them. */
	readonly officerChanged: readonly string[];
	/** Those whose date of birth was another: they were of another age at every meeting. */
	readonly bornAnew: readonly string[];
}

export function planYoungPeople(
	context: ImportContext,
	rows: readonly YoungPersonRow[],
	known: ReadonlyMap<string, KnownPerson>,
	findStaff: (ref: string) => StaffMember | undefined
): YoungPeoplePlan {
	const counts = noCounts();
	const inFile = new Map<string, string>();
	const added: Wanted[] = [];
	const changed: { readonly wanted: Wanted; readonly keyId: string }[] = [];
	const officerChanged: string[] = [];
	const bornAnew: string[] = [];

	const unique = onceEach(
		rows,
		({ ref }) => ref,
		(row, line) => row.reader.fault('ref', 'ref_twice', { ref: row.ref, line })
	);
	for (const row of unique.values()) {
		const there = known.get(row.ref) ?? null;
		const wanted = wantedOf(row, there, findStaff);
		inFile.set(row.ref, wanted.id);
		if (!there) {
			counts.added += 1;
			added.push(wanted);
		} else if (isSame(wanted.columns, there) && isSame(wanted.profile, there.profile)) {
			counts.unchanged += 1;
		} else {
			counts.changed += 1;
			changed.push({ wanted, keyId: there.keyId });
			if (wanted.columns.officerId !== there.officerId) officerChanged.push(there.id);
			if (wanted.profile.dateOfBirth !== there.profile.dateOfBirth) bornAnew.push(there.id);
		}
	}

	return {
		counts,
		officerChanged,
		bornAnew,
		find: (ref) => inFile.get(ref) ?? known.get(ref)?.id,
		async write() {
			await eachChunk(added, (chunk) => insertPeople(context, chunk));
			await eachChunk(changed, (chunk) => updatePeople(context, chunk));
		}
	};
}

interface Wanted {
	readonly id: string;
	readonly profile: YoungPersonProfile;
	readonly columns: {
		readonly sex: string | null;
		readonly ethnicity: string | null;
		readonly disabled: string | null;
		readonly unaccompanied: string | null;
		readonly language: string;
		readonly officerId: string | null;
		readonly socialWorkerId: string | null;
		readonly team: string | null;
	};
}

function wantedOf(
	row: YoungPersonRow,
	there: KnownPerson | null,
	findStaff: (ref: string) => StaffMember | undefined
): Wanted {
	const { reader } = row;
	const officer = staffId(reader, 'iro_ref', row.iroRef, 'iro', findStaff);
	const worker = staffId(
		reader,
		'social_worker_ref',
		row.socialWorkerRef,
		'social_worker',
		findStaff
	);
	return {
		id: there?.id ?? randomUUID(),
		profile: {
			ref: row.ref,
			firstName: row.firstName,
			lastName: row.lastName,
			knownAs: given(row.knownAs, there?.profile.knownAs ?? null) ?? row.firstName,
			dateOfBirth: row.dateOfBirth,
			dialect: given(row.dialect, there?.profile.dialect ?? null)
		},
		columns: {
			sex: given(row.sex, there?.sex ?? null),
			ethnicity: given(row.ethnicity, there?.ethnicity ?? null),
			disabled: given(row.disabled, there?.disabled ?? null),
			unaccompanied: given(row.unaccompanied, there?.unaccompanied ?? null),
			language: given(row.language, there?.language ?? null) ?? 'en',
			officerId: given(officer, there?.officerId ?? null),
			socialWorkerId: given(worker, there?.socialWorkerId ?? null),
			team: given(row.team, there?.team ?? null)
		}
	};
}

/** Notes a reference to nobody, or to somebody without the role. */
export function staffId(
	reader: RowReader,
	column: string,
	ref: string | null | undefined,
	role: string,
	findStaff: (ref: string) => StaffMember | undefined
): string | null | undefined {
	if (!ref) return ref === undefined ? undefined : null;
	const found = findStaff(ref);
	if (!found) reader.fault(column, 'staff_unknown', { ref });
	else if (!found.roles.includes(role)) reader.fault(column, 'staff_role', { ref, role });
	return found?.id ?? null;
}

async function insertPeople({ core, tx }: ImportContext, people: readonly Wanted[]): Promise<void> {
	const now = core.now();
	const keyIds = await core.vault.newKeys(tx, people.length, now);
	const keyring = await core.vault.unlock(tx, keyIds);
	await tx.insert(tx.tables.youngPeople).values(
		people.map(({ id, profile, columns }, index) => {
			const keyId = keyIds[index] ?? '';
			return {
				id,
				keyId,
				refIndex: refIndexOf(core.vault, 'young_people', profile.ref),
				nameIndex: nameIndexOf(core.vault, profile),
				profileSealed: keyring.sealJson(keyId, youngPersonPlace(id), profile),
				...columns,
				createdAt: now
			};
		})
	);
}

async function updatePeople(
	{ core, tx }: ImportContext,
	people: readonly { readonly wanted: Wanted; readonly keyId: string }[]
): Promise<void> {
	const { youngPeople } = tx.tables;
	const keyring = await core.vault.unlock(
		tx,
		people.map(({ keyId }) => keyId)
	);
	for (const { wanted, keyId } of people) {
		const { id, profile, columns } = wanted;
		await tx
			.update(youngPeople)
			.set({
				...columns,
				nameIndex: nameIndexOf(core.vault, profile),
				profileSealed: keyring.sealJson(keyId, youngPersonPlace(id), profile)
			})
			.where(eq(youngPeople.id, id));
	}
}
