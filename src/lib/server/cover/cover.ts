import { and, asc, eq, gte, inArray, isNull, lte, or } from 'drizzle-orm';
import * as v from 'valibot';
import { londonDate } from '../../language/dates.ts';
import { isDate } from '../../meetings/meeting-times.ts';
import { demandOfStaff, type Actor } from '../access.ts';
import type { Core } from '../core.ts';
import type { Queries } from '../db/database.ts';
import { conflict, invalid, notFound } from '../errors.ts';
import { isId } from '../ids.ts';
import { staffByIds } from '../people/staff-names.ts';
import { officersByName } from './officers.ts';
import { reallocate, youngPeopleOf, type Reallocation } from './reallocate.ts';

const toCover = v.object({
	/** Made with the page: sent twice, it is one cover. */
	id: v.pipe(v.string(), v.uuid()),
	staffId: v.string(),
	coveredByStaffId: v.string(),
	fromOn: v.pipe(v.string(), v.trim()),
	toOn: v.pipe(v.string(), v.trim())
});

/** Longer than any leave: a slip of the finger in the year. */
const LONGEST_YEARS = 2;

export interface CoverView {
	readonly id: string;
	readonly who: string;
	readonly by: string;
	readonly fromOn: string;
	readonly toOn: string;
	readonly running: boolean;
}

export interface CoverPage {
	/** Running and to come, the soonest first. */
	readonly covers: readonly CoverView[];
	readonly officers: readonly { readonly id: string; readonly name: string }[];
	/** Of the officer who was chosen: whom they are allocated to. */
	readonly from: {
		readonly officerId: string;
		readonly youngPeople: readonly { readonly id: string; readonly name: string }[];
	} | null;
}

export type Cover = ReturnType<typeof createCover>;

/** Who does whose work: for a time, and for good. */
export function createCover(core: Core) {
	return {
		see: (actor: Actor, input: { readonly officer?: string } = {}): Promise<CoverPage> =>
			see(core, core.database.read, actor, input.officer ?? ''),
		make: (actor: Actor, input: v.InferInput<typeof toCover>): Promise<void> =>
			make(core, actor, input),
		end: (actor: Actor, coverId: string): Promise<void> => end(core, actor, coverId),
		reallocate: (actor: Actor, input: Reallocation): Promise<number> =>
			reallocate(core, actor, input)
	};
}

async function see(
	core: Core,
	queries: Queries,
	actor: Actor,
	officerId: string
): Promise<CoverPage> {
	demandOfStaff('cover.make', actor);
	const { covers } = queries.tables;
	const today = londonDate(core.now());
	const rows = await queries
		.select()
		.from(covers)
		.where(and(isNull(covers.endedAt), gte(covers.toOn, today)))
		.orderBy(asc(covers.fromOn), asc(covers.id));
	const staff = await staffByIds(
		core,
		queries,
		rows.flatMap((row) => [row.staffId, row.coveredByStaffId])
	);
	const officers = await officersByName(core, queries);
	const known = officers.some(({ id }) => id === officerId);
	if (officerId !== '' && !known) throw notFound();
	return {
		covers: rows.map(({ id, staffId, coveredByStaffId, fromOn, toOn }) => ({
			id,
			who: staff.get(staffId)?.name ?? '',
			by: staff.get(coveredByStaffId)?.name ?? '',
			fromOn,
			toOn,
			running: fromOn <= today
		})),
		officers,
		from: known ? { officerId, youngPeople: await youngPeopleOf(core, queries, officerId) } : null
	};
}

/**
 * Nobody is covered by two at once, and nobody covers who is away: each young person's officer is one person, whom
 * anybody can name.
 * @throws Refusal invalid `cover_…`, conflict `cover_overlaps`
 */
async function make(core: Core, actor: Actor, input: v.InferInput<typeof toCover>): Promise<void> {
	demandOfStaff('cover.make', actor);
	const result = v.safeParse(toCover, input);
	if (!result.success) throw invalid('form_unreadable');
	const { id, staffId, coveredByStaffId, fromOn, toOn } = result.output;
	await core.database.inTransaction(async (tx) => {
		const { covers } = tx.tables;
		const [there] = await tx.select({ id: covers.id }).from(covers).where(eq(covers.id, id));
		if (there) return;
		const officers = (await officersByName(core, tx)).map((officer) => officer.id);
		if (!officers.includes(staffId)) throw invalid('cover_who');
		if (!officers.includes(coveredByStaffId)) throw invalid('cover_by');
		if (staffId === coveredByStaffId) throw invalid('cover_self');
		if (!isDate(fromOn) || !isDate(toOn)) throw invalid('cover_dates');
		if (toOn < fromOn) throw invalid('cover_backwards');
		if (toOn < londonDate(core.now())) throw invalid('cover_over');
		if (Number(toOn.slice(0, 4)) - Number(fromOn.slice(0, 4)) > LONGEST_YEARS)
			throw invalid('cover_dates');
		const both = [staffId, coveredByStaffId];
		const overlapping = await tx
			.select({ staffId: covers.staffId, by: covers.coveredByStaffId })
			.from(covers)
			.where(
				and(
					isNull(covers.endedAt),
					lte(covers.fromOn, toOn),
					gte(covers.toOn, fromOn),
					or(inArray(covers.staffId, both), inArray(covers.coveredByStaffId, [staffId]))
				)
			);
		if (overlapping.length > 0) throw conflict('cover_overlaps');
		await tx.insert(covers).values({
			id,
			staffId,
			coveredByStaffId,
			fromOn,
			toOn,
			madeByStaffId: actor.id,
			createdAt: core.now()
		});
		await core.audit.record(tx, {
			action: 'cover.made',
			actor,
			subject: { kind: 'cover', id },
			detail: { staffId, coveredByStaffId, fromOn, toOn }
		});
	});
}

/** Ends it before its time, at once. */
async function end(core: Core, actor: Actor, coverId: string): Promise<void> {
	demandOfStaff('cover.make', actor);
	if (!isId(coverId)) throw notFound();
	await core.database.inTransaction(async (tx) => {
		const { covers } = tx.tables;
		const [cover] = await tx.select().from(covers).where(eq(covers.id, coverId));
		if (!cover) throw notFound();
		if (cover.endedAt !== null) return;
		await tx.update(covers).set({ endedAt: core.now() }).where(eq(covers.id, coverId));
		await core.audit.record(tx, {
			action: 'cover.ended',
			actor,
			subject: { kind: 'cover', id: coverId }
		});
	});
}
