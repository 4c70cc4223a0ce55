import { asc, eq } from 'drizzle-orm';
import { londonDate } from '../../language/dates.ts';
import { isLate } from '../../rights/clocks.ts';
import { stageOf, stepKindOf } from '../../rights/stages.ts';
import type { Core } from '../core.ts';
import type { Queries } from '../db/database.ts';
import { staffByIds } from '../people/staff-names.ts';
import { providerNames } from './providers.ts';
import type { RequestRow } from './standings.ts';
import { keyOf, stageIn, stepPlace, type Said } from './steps.ts';
import type { StepView } from './views.ts';

/** What became of a request, oldest first, its words opened. */
export async function historyOf(
	core: Core,
	queries: Queries,
	row: RequestRow
): Promise<StepView[]> {
	const { requestSteps } = queries.tables;
	const steps = await queries
		.select()
		.from(requestSteps)
		.where(eq(requestSteps.requestId, row.id))
		.orderBy(asc(requestSteps.number));
	const { keyId, keys } = await keyOf(core, queries, row);
	const said = steps.map(({ id, wordsSealed }) =>
		wordsSealed === null ? {} : keys.openJson<Said>(keyId, stepPlace(id), wordsSealed)
	);
	const staff = await staffByIds(
		core,
		queries,
		steps.flatMap(({ byStaffId }, index) =>
			[byStaffId, said[index]?.staffId].flatMap((id) => id ?? [])
		)
	);
	const services = await providerNames(queries);
	return steps.map((step, index) => {
		const with_ = said[index] ?? {};
		const before = steps[index - 1];
		const stage = step.stage === null ? stageIn(row).stage : stageOf(step.stage);
		const moved = before !== undefined && before.stage !== null && before.stage !== step.stage;
		return {
			id: step.id,
			kind: stepKindOf(step.kind),
			stage,
			dueOn: step.dueOn,
			at: step.createdAt,
			by: staff.get(step.byStaffId ?? '')?.name ?? null,
			words: with_.words ?? null,
			language: step.language,
			on: with_.on ?? null,
			place: with_.place ?? null,
			to: staff.get(with_.staffId ?? '')?.name ?? services.get(with_.providerId ?? '') ?? null,
			managerTold: with_.managerTold === true,
			late:
				moved &&
				isLate(stageOf(before.stage ?? ''), before.dueOn, with_.on ?? londonDate(step.createdAt))
		};
	});
}
