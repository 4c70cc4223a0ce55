import { randomUUID } from 'node:crypto';
import { eq, inArray } from 'drizzle-orm';
import { CARE_STATUSES } from '../../meetings/care.ts';
import { eachChunk, inChunks } from '../db/in-chunks.ts';
import { given, noCounts, type ImportContext, type Plan } from './context.ts';
import type { Header } from './csv-file.ts';
import { onceEach, type RowReader } from './row-reader.ts';
import { requiredDate } from './young-people-file.ts';

export const CARE_PERIODS_HEADER: Header = {
	file: 'care-periods.csv',
	columns: ['young_person_ref', 'status', 'started_on', 'ended_on'],
	required: ['young_person_ref', 'status', 'started_on']
};

interface CarePeriodRow {
	readonly reader: RowReader;
	readonly youngPersonRef: string;
	readonly status: string;
	readonly startedOn: string;
	readonly endedOn: string | null | undefined;
}

export interface CarePeriod {
	readonly youngPersonId: string;
	readonly status: string;
	readonly startedOn: string;
}

export interface CarePeriodsPlan extends Plan {
	readonly periods: readonly CarePeriod[];
	/** Whose times in care are new or others. */
	readonly careOf: readonly string[];
}

export function readCarePeriodRow(reader: RowReader): CarePeriodRow {
	// A move into care, or out of it, may be planned.
	const startedOn = requiredDate(reader, 'started_on', { mayBeToCome: true });
	const endedOn = reader.date('ended_on', { mayBeToCome: true });
	if (endedOn && startedOn && endedOn < startedOn)
		reader.fault('ended_on', 'before_start', { other: 'started_on' });
	return {
		reader,
		youngPersonRef: reader.required('young_person_ref'),
		status: reader.required('status') && (reader.oneOf('status', CARE_STATUSES) ?? ''),
		startedOn,
		endedOn
	};
}

/** A period is known by whose it is, its status and its first day: the case system gives it no key. */
export async function planCarePeriods(
	{ tx }: ImportContext,
	rows: readonly CarePeriodRow[],
	findPerson: (ref: string) => string | undefined
): Promise<CarePeriodsPlan> {
	const { carePeriods } = tx.tables;
	const resolved = rows.flatMap((row) => {
		if (row.youngPersonRef === '') return [];
		const youngPersonId = findPerson(row.youngPersonRef);
		if (youngPersonId !== undefined) return [{ ...row, youngPersonId }];
		row.reader.fault('young_person_ref', 'young_person_unknown', { ref: row.youngPersonRef });
		return [];
	});
	const known = await inChunks(
		resolved.map(({ youngPersonId }) => youngPersonId),
		(chunk) => tx.select().from(carePeriods).where(inArray(carePeriods.youngPersonId, chunk))
	);
	const byKey = new Map(known.map((period) => [keyOf(period), period]));
	const counts = noCounts();
	const added: (typeof carePeriods.$inferInsert)[] = [];
	const changed: {
		readonly id: string;
		readonly youngPersonId: string;
		readonly endedOn: string | null;
	}[] = [];

	const unique = onceEach(resolved, keyOf, (row, line) =>
		row.reader.fault('started_on', 'row_twice', { what: 'period', line })
	);
	for (const [key, { youngPersonId, status, startedOn, endedOn }] of unique) {
		const there = byKey.get(key);
		const wanted = given(endedOn, there?.endedOn ?? null);
		if (!there) {
			counts.added += 1;
			added.push({ id: randomUUID(), youngPersonId, status, startedOn, endedOn: wanted });
		} else if (there.endedOn === wanted) counts.unchanged += 1;
		else {
			counts.changed += 1;
			changed.push({ id: there.id, youngPersonId, endedOn: wanted });
		}
	}

	return {
		counts,
		periods: resolved,
		careOf: [...added, ...changed].map(({ youngPersonId }) => youngPersonId),
		async write() {
			await eachChunk(added, (chunk) => tx.insert(carePeriods).values(chunk));
			for (const { id, endedOn } of changed)
				await tx.update(carePeriods).set({ endedOn }).where(eq(carePeriods.id, id));
		}
	};
}

const keyOf = ({ youngPersonId, status, startedOn }: CarePeriod): string =>
	`${youngPersonId} ${status} ${startedOn}`;
