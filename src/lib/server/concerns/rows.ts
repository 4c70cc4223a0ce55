import {
	CONCERN_COLOURS,
	CONCERN_OUTCOMES,
	CONCERN_STEP_KINDS,
	isLate,
	type ConcernColour,
	type ConcernOutcome,
	type ConcernStage,
	type ConcernStepKind
} from '../../rights/concerns.ts';
import { londonDate } from '../../language/dates.ts';
import type { Core } from '../core.ts';
import type { Queries } from '../db/database.ts';
import { staffByIds } from '../people/staff-names.ts';
import { youngPeopleByIds } from '../people/young-people-names.ts';
import type { Place } from '../vault/vault.ts';
import type { ConcernRowView } from './views.ts';

export type ConcernRow = Queries['tables']['concerns']['$inferSelect'];
export type ConcernStepRow = Queries['tables']['concernSteps']['$inferSelect'];

export const concernPlace = (id: string): Place => ({
	table: 'concerns',
	row: id,
	column: 'words'
});
export const tellingPlace = (id: string): Place => ({
	table: 'concerns',
	row: id,
	column: 'telling'
});
export const stepPlace = (id: string): Place => ({
	table: 'concern_steps',
	row: id,
	column: 'words'
});

/** In a number of queries that does not grow with them. */
export async function rowViews(
	core: Core,
	queries: Queries,
	rows: readonly { readonly concern: ConcernRow; readonly officerId: string | null }[],
	stages: readonly ConcernStage[]
): Promise<ConcernRowView[]> {
	const people = await youngPeopleByIds(
		core,
		queries,
		rows.map(({ concern }) => concern.youngPersonId)
	);
	const staff = await staffByIds(
		core,
		queries,
		rows.flatMap(({ officerId }) => officerId ?? [])
	);
	const today = londonDate(core.now());
	return rows.flatMap(({ concern, officerId }) => {
		const person = people.get(concern.youngPersonId);
		if (!person) return [];
		return {
			id: concern.id,
			youngPerson: { id: person.id, name: person.name, age: person.age },
			colour: colourOf(concern.colour),
			stage: stageOf(stages, concern.stage),
			dueOn: concern.stageDueOn,
			late: concern.closedAt === null && isLate(concern.stageDueOn, today),
			raisedAt: concern.raisedAt,
			officer: staff.get(officerId ?? '')?.name ?? null,
			told: concern.toldAt !== null,
			closedAt: concern.closedAt,
			outcome: outcomeOf(concern.outcome)
		};
	});
}

/** A stage by its id. One that stands nowhere any more is called by that. */
export const stageOf = (stages: readonly ConcernStage[], id: string): ConcernStage =>
	stages.find((stage) => stage.id === id) ?? {
		id,
		kind: 'formal',
		days: 1,
		tellsManagers: false,
		names: { en: id },
		gone: true
	};

/** @throws Error on what is none: the database holds none */
export function colourOf(text: string): ConcernColour {
	const colour = CONCERN_COLOURS.find((known) => known === text);
	if (!colour) throw new Error(`not a colour of a concern: ${text}`);
	return colour;
}

export function stepKindOf(text: string): ConcernStepKind {
	const kind = CONCERN_STEP_KINDS.find((known) => known === text);
	if (!kind) throw new Error(`not a step of a concern: ${text}`);
	return kind;
}

export const outcomeOf = (text: string | null): ConcernOutcome | null =>
	CONCERN_OUTCOMES.find((known) => known === text) ?? null;
