import { asc, eq } from 'drizzle-orm';
import { stagesAfter, type ConcernStage } from '../../rights/concerns.ts';
import { demandOfStaff, may, type Actor } from '../access.ts';
import type { Core } from '../core.ts';
import { readStages } from '../council/stages.ts';
import type { Queries } from '../db/database.ts';
import { notFound } from '../errors.ts';
import { meetingsOf } from '../meetings/meeting-rows.ts';
import { meetingView } from '../meetings/meeting-views.ts';
import { staffByIds } from '../people/staff-names.ts';
import { readableStatements } from '../statements/standings.ts';
import type { Keyring } from '../vault/vault.ts';
import {
	colourOf,
	concernPlace,
	outcomeOf,
	rowViews,
	stageOf,
	stepKindOf,
	stepPlace,
	tellingPlace
} from './rows.ts';
import { findConcern } from './standings.ts';
import type { ConcernStepView, ConcernView, Telling } from './views.ts';

/** Opens a concern with its words, for the officer and for those who manage the dispute. */
export function open(core: Core, actor: Actor, concernId: string): Promise<ConcernView> {
	return core.database.inTransaction(async (tx) => {
		const { concern, keyId, officerId, language, standings } = await findConcern(
			tx,
			actor,
			concernId
		);
		demandOfStaff('concern.see', actor, standings);
		await core.audit.record(tx, {
			action: 'concern.opened',
			actor,
			youngPersonId: concern.youngPersonId,
			subject: { kind: 'concern', id: concern.id }
		});
		const stages = await readStages(tx);
		const [row] = await rowViews(core, tx, [{ concern, officerId }], stages);
		if (!row) throw notFound();
		const keys = await core.vault.unlock(tx, [keyId]);
		const { statementId } = concern;
		const readable = await readableStatements(tx, actor, statementId === null ? [] : [statementId]);
		const raiser = await staffByIds(core, tx, [concern.raisedByStaffId]);
		return {
			...row,
			raisedBy: raiser.get(concern.raisedByStaffId)?.name ?? null,
			youngPersonLanguage: language,
			words: keys.openText(keyId, concernPlace(concern.id), concern.wordsSealed),
			meeting: await meetingOf(core, tx, concern.youngPersonId, concern.meetingId),
			statementId: statementId !== null && readable.has(statementId) ? statementId : null,
			fromStatement: statementId !== null,
			telling: keys.openJson<Telling>(keyId, tellingPlace(concern.id), concern.tellingSealed),
			toldAt: concern.toldAt,
			advocateOfferedAt: concern.advocateOfferedAt,
			steps: await stepsOf(core, tx, concern.id, stages, { keys, keyId }),
			next: concern.closedAt === null ? stagesAfter(stages, concern.stage) : [],
			version: concern.version,
			maySeePerson: may('young_person.see', standings)
		};
	});
}

async function meetingOf(
	core: Core,
	queries: Queries,
	youngPersonId: string,
	meetingId: string | null
): Promise<ConcernView['meeting']> {
	if (meetingId === null) return null;
	const meeting = (await meetingsOf(queries, youngPersonId)).find(({ id }) => id === meetingId);
	if (!meeting) return null;
	const staff = await staffByIds(core, queries, meeting.chairId === null ? [] : [meeting.chairId]);
	return meetingView(meeting, staff, core.now());
}

async function stepsOf(
	core: Core,
	queries: Queries,
	concernId: string,
	stages: readonly ConcernStage[],
	{ keys, keyId }: { readonly keys: Keyring; readonly keyId: string }
): Promise<ConcernStepView[]> {
	const { concernSteps } = queries.tables;
	const rows = await queries
		.select()
		.from(concernSteps)
		.where(eq(concernSteps.concernId, concernId))
		.orderBy(asc(concernSteps.createdAt), concernSteps.id);
	const staff = await staffByIds(
		core,
		queries,
		rows.flatMap(({ byStaffId }) => byStaffId ?? [])
	);
	return rows.map((row) => ({
		id: row.id,
		kind: stepKindOf(row.kind),
		at: row.createdAt,
		by: staff.get(row.byStaffId ?? '')?.name ?? null,
		stage: stageOf(stages, row.stage),
		dueOn: row.dueOn,
		colour: row.colour === null ? null : colourOf(row.colour),
		outcome: outcomeOf(row.outcome),
		words: row.wordsSealed && keys.openText(keyId, stepPlace(row.id), row.wordsSealed)
	}));
}
