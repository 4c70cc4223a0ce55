import { and, eq, gte, isNull, lte, or } from 'drizzle-orm';
import { londonDate } from '../../language/dates.ts';
import type { StaffActor } from '../access.ts';
import type { Core } from '../core.ts';
import type { Queries } from '../db/database.ts';
import { staffByIds } from '../people/staff-names.ts';

/** Cover that runs today, as one of the two is told of it. */
export interface CoverToday {
	/** The reader is the one who is covered. */
	readonly covered: boolean;
	readonly name: string;
	/** London date, included. */
	readonly toOn: string;
}

/** Asked only where cover changes whose work somebody does. */
export async function coversToday(
	core: Core,
	queries: Queries,
	actor: StaffActor
): Promise<CoverToday[]> {
	if (!actor.actsFor) return [];
	const { covers } = queries.tables;
	const today = londonDate(core.now());
	const rows = await queries
		.select()
		.from(covers)
		.where(
			and(
				or(eq(covers.staffId, actor.id), eq(covers.coveredByStaffId, actor.id)),
				isNull(covers.endedAt),
				lte(covers.fromOn, today),
				gte(covers.toOn, today)
			)
		);
	const staff = await staffByIds(
		core,
		queries,
		rows.flatMap((row) => [row.staffId, row.coveredByStaffId])
	);
	return rows.map(({ staffId, coveredByStaffId, toOn }) => {
		const covered = staffId === actor.id;
		return { covered, name: staff.get(covered ? coveredByStaffId : staffId)?.name ?? '', toOn };
	});
}
