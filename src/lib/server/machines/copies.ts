import { randomUUID } from 'node:crypto';
import { and, eq, inArray } from 'drizzle-orm';
import * as v from 'valibot';
import { londonDate } from '../../language/dates.ts';
import {
	actsFor,
	demand,
	demandMachine,
	demandOfStaff,
	demandSignedIn,
	type Actor,
	type StaffActor
} from '../access.ts';
import type { Core } from '../core.ts';
import { inChunks } from '../db/in-chunks.ts';
import type { Queries, Tx } from '../db/database.ts';
import { invalid, notFound } from '../errors.ts';
import { isId } from '../ids.ts';
import { standingsTowards } from '../people/standings.ts';
import { staffByIds } from '../people/staff-names.ts';
import { findStatement } from '../statements/standings.ts';

/**
 * What can stand in the case record. A record and a brief are those of a meeting, one a young person: they go by its id.
 */
export const COPIED_KINDS = ['statement', 'letter', 'record', 'brief'] as const;
export type CopiedKind = (typeof COPIED_KINDS)[number];

/** That it stands in the case record, since when, and who put it there: a member of staff, or a program. */
export interface CopiedView {
	/** A London date. */
	readonly on: string;
	readonly by: string;
	readonly byMachine: boolean;
}

/** Which document of which young person. */
export interface Copied {
	readonly kind: CopiedKind;
	readonly subjectId: string;
	readonly youngPersonId: string;
}

const marking = v.object({
	kind: v.picklist(COPIED_KINDS),
	subjectId: v.pipe(v.string(), v.check(isId)),
	youngPersonId: v.pipe(v.string(), v.check(isId)),
	copiedOn: v.pipe(v.string(), v.isoDate())
});

/**
 * Says that a document stands in the case record. Done once more, what was said first stays.
 * @throws Refusal invalid `machines_copied_on_wrong`: no day, or one to come; `not_found`
 */
export async function markCopied(
	core: Core,
	actor: Actor,
	input: Copied & { readonly copiedOn: string }
): Promise<void> {
	// A program says it with `reportCopy`, where it is counted.
	if (actor.kind === 'machine') throw notFound();
	await core.database.inTransaction((tx) => markIn(core, tx, actor, input));
}

/** The same inside a transaction. @returns whether it was not said before */
export async function markIn(
	core: Core,
	tx: Tx,
	actor: Actor,
	input: Copied & { readonly copiedOn: string }
): Promise<boolean> {
	await demandThere(tx, actor, input);
	const parsed = v.safeParse(marking, input);
	if (!parsed.success || parsed.output.copiedOn > londonDate(core.now()))
		throw invalid('machines_copied_on_wrong');
	if (await rowOf(tx, parsed.output)) return false;
	await tx.insert(tx.tables.caseCopies).values({
		id: randomUUID(),
		...parsed.output,
		byStaffId: actor.kind === 'staff' ? actor.id : null,
		byKeyId: actor.kind === 'machine' ? actor.id : null,
		createdAt: core.now()
	});
	await record(core, tx, actor, 'copy.marked', parsed.output);
	return true;
}

/** It was put there by mistake, or said so of the wrong one. Done once more, it stays done. */
export async function unmarkCopied(core: Core, actor: Actor, input: Copied): Promise<void> {
	await core.database.inTransaction(async (tx) => {
		await demandThere(tx, actor, input);
		const row = await rowOf(tx, input);
		if (!row) return;
		const { caseCopies } = tx.tables;
		await tx.delete(caseCopies).where(eq(caseCopies.id, row.id));
		await record(core, tx, actor, 'copy.unmarked', input);
	});
}

/** Of several of one kind, by their ids: for lists. Whoever asks may see the documents themselves. */
export async function copiesOf(
	core: Core,
	queries: Queries,
	kind: CopiedKind,
	of: readonly { readonly subjectId: string; readonly youngPersonId: string }[]
): Promise<Map<string, CopiedView>> {
	const { caseCopies } = queries.tables;
	const rows = await inChunks(
		of.map(({ subjectId }) => subjectId),
		(chunk) =>
			queries
				.select()
				.from(caseCopies)
				.where(and(eq(caseCopies.kind, kind), inArray(caseCopies.subjectId, chunk)))
	);
	const wanted = new Set(of.map(copyKey));
	const names = await copiersOf(core, queries, rows);
	return new Map(
		rows
			.filter((row) => wanted.has(copyKey(row)))
			.map((row) => [
				copyKey(row),
				{
					on: row.copiedOn,
					by: names.get(row.id) ?? '',
					byMachine: row.byKeyId !== null
				}
			])
	);
}

/** By which `copiesOf` tells them. */
export const copyKey = (of: { readonly subjectId: string; readonly youngPersonId: string }) =>
	`${of.subjectId}/${of.youngPersonId}`;

type CopyRow = Queries['tables']['caseCopies']['$inferSelect'];

/** Who marked each of these, by name. */
export async function copiersOf(
	core: Core,
	queries: Queries,
	rows: readonly CopyRow[]
): Promise<Map<string, string>> {
	const { apiKeys } = queries.tables;
	const staff = await staffByIds(
		core,
		queries,
		rows.flatMap(({ byStaffId }) => byStaffId ?? [])
	);
	const keys = await inChunks(
		rows.flatMap(({ byKeyId }) => byKeyId ?? []),
		(chunk) =>
			queries
				.select({ id: apiKeys.id, name: apiKeys.name })
				.from(apiKeys)
				.where(inArray(apiKeys.id, chunk))
	);
	const programs = new Map(keys.map(({ id, name }) => [id, name]));
	return new Map(
		rows.map(({ id, byStaffId, byKeyId }) => [
			id,
			staff.get(byStaffId ?? '')?.name ?? programs.get(byKeyId ?? '') ?? ''
		])
	);
}

async function rowOf(tx: Tx, { kind, subjectId, youngPersonId }: Copied) {
	const { caseCopies } = tx.tables;
	const [row] = await tx
		.select()
		.from(caseCopies)
		.where(
			and(
				eq(caseCopies.kind, kind),
				eq(caseCopies.subjectId, subjectId),
				eq(caseCopies.youngPersonId, youngPersonId)
			)
		);
	return row;
}

/**
 * A document of this kind is there, of this young person, and the actor may say of it that it was copied: whoever leads
 * the meeting it is of, or is the young person's officer; of a statement nobody it is not for.
 */
export async function demandThere(tx: Queries, actor: Actor, of: Copied): Promise<void> {
	demandSignedIn(actor);
	if (!isId(of.subjectId) || !isId(of.youngPersonId)) throw notFound();
	if (actor.kind === 'machine') {
		demandMachine('api.copies', actor);
		if (!(await isThere(tx, of))) throw notFound();
		return;
	}
	if (actor.kind !== 'staff') throw notFound();
	const towards = await standingsTowards(tx, actor, of.youngPersonId);
	if (of.kind === 'statement') {
		const { standings } = await findStatement(tx, actor, of.subjectId);
		demand('statement.read', standings);
		towards.push(...standings);
	} else if (await chairs(tx, actor, of)) towards.push('chair');
	demandOfStaff('copy.mark', actor, towards);
	if (!(await isThere(tx, of))) throw notFound();
}

async function chairs(
	tx: Queries,
	actor: StaffActor,
	{ kind, subjectId }: Copied
): Promise<boolean> {
	const { meetings, letters } = tx.tables;
	const ofLetter = tx
		.select({ id: letters.meetingId })
		.from(letters)
		.where(eq(letters.id, subjectId));
	const [row] = await tx
		.select({ chairId: meetings.chairId })
		.from(meetings)
		.where(kind === 'letter' ? inArray(meetings.id, ofLetter) : eq(meetings.id, subjectId));
	return actsFor(actor).includes(row?.chairId ?? '');
}

async function isThere(tx: Queries, { kind, subjectId, youngPersonId }: Copied): Promise<boolean> {
	const { statements, letters, meetingYoungPeople } = tx.tables;
	if (kind === 'statement') {
		const [row] = await tx.select().from(statements).where(eq(statements.id, subjectId));
		return row?.youngPersonId === youngPersonId && row.takenBackAt === null;
	}
	if (kind === 'letter') {
		const [row] = await tx.select().from(letters).where(eq(letters.id, subjectId));
		return row?.youngPersonId === youngPersonId && row.state === 'sent';
	}
	const [row] = await tx
		.select()
		.from(meetingYoungPeople)
		.where(
			and(
				eq(meetingYoungPeople.meetingId, subjectId),
				eq(meetingYoungPeople.youngPersonId, youngPersonId)
			)
		);
	return row !== undefined;
}

async function record(
	core: Core,
	tx: Tx,
	actor: Actor,
	action: 'copy.marked' | 'copy.unmarked',
	{ kind, subjectId, youngPersonId }: Copied
): Promise<void> {
	await core.audit.record(tx, {
		action,
		actor,
		youngPersonId,
		subject: { kind, id: subjectId }
	});
}
