import { and, desc, eq, isNull } from 'drizzle-orm';
import type { Sentence } from '../../forms/wording.ts';
import { spokenFor, type BriefItem, type SpokenFor } from '../../meetings/brief.ts';
import type { ParticipationPlan } from '../../meetings/participation-plan.ts';
import { SEEN_ALONE } from '../../meetings/seen-alone.ts';
import { demandOfStaff, type Actor, type StaffActor } from '../access.ts';
import { carersForBrief } from '../carers/open.ts';
import type { CarerWords } from '../carers/views.ts';
import type { Core } from '../core.ts';
import type { Queries, Tx } from '../db/database.ts';
import { notFound } from '../errors.ts';
import { youngPersonOf } from '../people/facts.ts';
import { staffByIds } from '../people/staff-names.ts';
import { youngPeopleByIds, type YoungPersonName } from '../people/young-people-names.ts';
import { promisesBefore, type PromiseBefore } from '../promises/before.ts';
import { barredFrom } from '../statements/barred.ts';
import { openIn } from '../statements/open.ts';
import { readableStatements } from '../statements/standings.ts';
import type {
	AdditionView,
	AnswerView,
	DeskStatementView,
	MeetingView
} from '../statements/views.ts';
import type { Place } from './asking.ts';
import { placesOf, viewOf } from './before.ts';
import { keptPlan } from './participation-plans.ts';
import { findPlace } from './place.ts';
import type { BeforeRow } from './views.ts';

/** An answer, and the language its question was shown in. */
export type BriefAnswer = BriefItem<AnswerView> & { readonly shownIn: string };

/** One statement, as it is said for a young person at a meeting. */
export interface BriefStatement {
	readonly id: string;
	readonly title: Sentence;
	readonly sentAt: number;
	/** Of the question wording. */
	readonly shownIn: string;
	readonly sections: SpokenFor<AnswerView>['sections'];
	readonly additions: readonly AdditionView[];
}

/** One page for whoever chairs: what to say for a young person, and what never to say. */
export interface BriefView {
	readonly meeting: MeetingView;
	readonly youngPerson: YoungPersonName;
	/** What matters most to them, newest first; it may be read out. */
	readonly first: readonly BriefAnswer[];
	/** Newest first. */
	readonly statements: readonly BriefStatement[];
	readonly wishes: readonly BriefAnswer[];
	readonly alone: readonly BriefAnswer[];
	readonly mustNotSee: readonly string[];
	readonly protectsSomething: boolean;
	/** Who started a form with them. */
	readonly helpers: readonly NonNullable<DeskStatementView['helper']>[];
	/** Who was with them, as they said it. */
	readonly helped: readonly BriefAnswer[];
	readonly promises: readonly PromiseBefore[];
	/** What those say who care for them, apart from all they say themselves; flagged first. */
	readonly carers: readonly CarerWords[];
	readonly plan: ParticipationPlan | null;
	readonly seenAlone: BeforeRow['seenAlone'];
	readonly seenAloneOn: string | null;
}

/**
 * All a young person said for a meeting, opened for whoever chairs it: each statement leaves the trace it leaves when it
 * is opened by itself. Of brothers and sisters at the same meeting nothing is here.
 */
export function brief(core: Core, actor: Actor, asked: Place): Promise<BriefView> {
	return core.database.inTransaction((tx) => briefIn(core, tx, actor, asked));
}

export async function briefIn(core: Core, tx: Tx, actor: Actor, asked: Place): Promise<BriefView> {
	const { found, place } = await findPlace(core, tx, actor, asked);
	demandOfStaff('brief.read', actor, found.standings);
	const person = (await youngPeopleByIds(core, tx, [place.youngPersonId])).get(place.youngPersonId);
	const [about] = (await placesOf(tx, [place.meetingId])).filter(
		({ youngPersonId }) => youngPersonId === place.youngPersonId
	);
	if (!person || !about) throw notFound();
	const opened: DeskStatementView[] = [];
	for (const id of await statementIds(tx, actor, place))
		opened.push(await openIn(core, tx, actor, id));
	await core.audit.record(tx, {
		action: 'brief.opened',
		actor,
		youngPersonId: place.youngPersonId,
		subject: { kind: 'meeting', id: place.meetingId },
		detail: { statements: opened.length }
	});

	const spoken = opened.map((statement) => ({
		statement,
		shownIn: statement.wording.language,
		...spokenFor(statement.wording, statement.answers, statement.protectedQuestions)
	}));
	const { row, keys } = await youngPersonOf(core, tx, place.youngPersonId);
	return {
		meeting: await viewOf(core, tx, found.row, [place.youngPersonId]),
		youngPerson: person,
		first: spoken.flatMap(({ first, shownIn }) => (first ? [{ ...first, shownIn }] : [])),
		statements: spoken
			.filter(({ sections, statement }) => sections.length + statement.additions.length > 0)
			.map(({ statement, shownIn, sections }) => ({
				id: statement.id,
				title: statement.wording.title,
				sentAt: statement.sentAt,
				shownIn,
				sections,
				additions: statement.additions
			})),
		wishes: spoken.flatMap(({ wishes, shownIn }) => wishes.map((item) => ({ ...item, shownIn }))),
		alone: spoken.flatMap(({ alone, shownIn }) => alone.map((item) => ({ ...item, shownIn }))),
		mustNotSee: await mustNotSee(core, tx, spoken),
		protectsSomething: spoken.some(({ protectsSomething }) => protectsSomething),
		helpers: opened.flatMap(({ helper }) => helper ?? []),
		helped: spoken.flatMap(({ helped, shownIn }) => helped.map((item) => ({ ...item, shownIn }))),
		promises: await promisesBefore(core, tx, place.youngPersonId, place.meetingId),
		carers: await carersForBrief(core, tx, actor, place),
		plan: (await keptPlan(tx, place.youngPersonId, { keyId: row.keyId, keys }))?.plan ?? null,
		seenAlone: SEEN_ALONE.find((one) => one === about.seenAlone) ?? null,
		seenAloneOn: about.seenAloneOn
	};
}

/** What goes to this meeting now and is open to this reader, newest first. */
async function statementIds(queries: Queries, actor: StaffActor, place: Place): Promise<string[]> {
	const { statements, statementLinks } = queries.tables;
	const rows = await queries
		.select({ id: statements.id })
		.from(statementLinks)
		.innerJoin(statements, eq(statements.id, statementLinks.statementId))
		.where(
			and(
				eq(statementLinks.meetingId, place.meetingId),
				eq(statements.youngPersonId, place.youngPersonId),
				isNull(statementLinks.endedAt),
				isNull(statements.takenBackAt)
			)
		)
		.orderBy(desc(statements.sentAt), desc(statements.id));
	const ids = rows.map(({ id }) => id);
	const readable = await readableStatements(queries, actor, ids);
	return ids.filter((id) => readable.has(id));
}

/** Names as the young person wrote them, and of the staff a statement is locked from. */
async function mustNotSee(
	core: Core,
	queries: Queries,
	spoken: readonly {
		readonly statement: DeskStatementView;
		readonly mustNotSee: readonly string[];
	}[]
): Promise<string[]> {
	const barred: string[] = [];
	for (const { statement } of spoken) barred.push(...(await barredFrom(queries, statement.id)));
	const staff = await staffByIds(core, queries, barred);
	return [
		...new Set([
			...spoken.flatMap((one) => one.mustNotSee),
			...[...staff.values()].map(({ name }) => name)
		])
	];
}
