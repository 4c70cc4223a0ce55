import { and, asc, desc, eq, inArray, isNotNull } from 'drizzle-orm';
import { londonDate } from '../../language/dates.ts';
import { isLate } from '../../rights/concerns.ts';
import { demandOwn, type Actor } from '../access.ts';
import type { Core } from '../core.ts';
import { readStages } from '../council/stages.ts';
import { inChunks } from '../db/in-chunks.ts';
import type { Queries } from '../db/database.ts';
import { staffByIds } from '../people/staff-names.ts';
import { outcomeOf, stageOf, tellingPlace, type ConcernStepRow } from './rows.ts';
import type { OwnConcern, Telling } from './views.ts';

/** What a young person's officer does about their care, of what they were told; newest first. */
export async function listOwn(core: Core, queries: Queries, actor: Actor): Promise<OwnConcern[]> {
	demandOwn('concern.see_own', actor);
	const { concerns, concernSteps, youngPeople } = queries.tables;
	const rows = await queries
		.select({ concern: concerns, keyId: youngPeople.keyId })
		.from(concerns)
		.innerJoin(youngPeople, eq(youngPeople.id, concerns.youngPersonId))
		.where(and(eq(concerns.youngPersonId, actor.id), isNotNull(concerns.toldAt)))
		.orderBy(desc(concerns.raisedAt), concerns.id);
	const keyId = rows[0]?.keyId;
	if (keyId === undefined) return [];
	const keys = await core.vault.unlock(queries, [keyId]);
	const stages = await readStages(queries);
	const steps = await inChunks(
		rows.map(({ concern }) => concern.id),
		(chunk) =>
			queries
				.select()
				.from(concernSteps)
				.where(inArray(concernSteps.concernId, chunk))
				.orderBy(asc(concernSteps.createdAt), concernSteps.id)
	);
	const staff = await staffByIds(
		core,
		queries,
		rows.map(({ concern }) => concern.raisedByStaffId)
	);
	const today = londonDate(core.now());
	return rows.flatMap(({ concern }) => {
		const telling = keys.openJson<Telling>(keyId, tellingPlace(concern.id), concern.tellingSealed);
		if (telling.how === 'not' || concern.toldAt === null) return [];
		return {
			id: concern.id,
			by: staff.get(concern.raisedByStaffId)?.name ?? '',
			toldAt: concern.toldAt,
			telling,
			advocateOffered: concern.advocateOfferedAt !== null,
			dueOn: concern.closedAt === null ? concern.stageDueOn : null,
			late: concern.closedAt === null && isLate(concern.stageDueOn, today),
			steps: steps
				.filter(({ concernId }) => concernId === concern.id)
				.flatMap((step) => {
					const kind = plainly(step);
					return kind === null
						? []
						: {
								id: step.id,
								kind,
								at: step.createdAt,
								stage: stageOf(stages, step.stage),
								outcome: outcomeOf(step.outcome)
							};
				}),
			closedAt: concern.closedAt
		};
	});
}

/** What of it means something to them; colours are the officer's own business. */
function plainly({ kind }: ConcernStepRow): OwnConcern['steps'][number]['kind'] | null {
	switch (kind) {
		case 'raised':
		case 'responded':
		case 'closed':
			return kind;
		case 'moved':
		case 'skipped':
			return 'moved';
		default:
			return null;
	}
}
