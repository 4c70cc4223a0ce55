import { randomUUID } from 'node:crypto';
import { and, asc, eq, ne, or } from 'drizzle-orm';
import { londonDate } from '../../language/dates.ts';
import type { Translator } from '../../language/translator.ts';
import { requestKindOf } from '../../rights/requests.ts';
import { demandOfStaff, may, type Actor, type StaffActor } from '../access.ts';
import type { Core } from '../core.ts';
import type { Queries, Tx } from '../db/database.ts';
import { faceOf } from '../drafts/draft-contents.ts';
import { readKept } from '../drafts/kept.ts';
import { notFound } from '../errors.ts';
import { staffByIds } from '../people/staff-names.ts';
import { standingsTowards } from '../people/standings.ts';
import { youngPeopleByIds } from '../people/young-people-names.ts';
import { requestsOpened } from '../requests/raise.ts';
import { additionsIn, lastAdditions } from './additions.ts';
import { keepOpening } from './first-times.ts';
import { answersIn, wordingIn } from './own.ts';
import { findStatement, type StatementRow } from './standings.ts';
import { sentViews } from './trail.ts';
import type { DeskStatementView, TrailStep } from './views.ts';

/**
 * Opens a statement for its chair or for somebody the young person ticked, and leaves the trace the young person sees.
 * Answers kept for the chair are there for the chair alone.
 */
export function open(
	core: Core,
	actor: Actor,
	statementId: string,
	translators?: (tag: string) => Translator
): Promise<DeskStatementView> {
	return core.database.inTransaction((tx) => openIn(core, tx, actor, statementId, translators));
}

/** The same, where more than one thing is opened at once. */
export async function openIn(
	core: Core,
	tx: Tx,
	actor: Actor,
	statementId: string,
	translators?: (tag: string) => Translator
): Promise<DeskStatementView> {
	const found = await findStatement(tx, actor, statementId);
	demandOfStaff('statement.read', actor, found.standings);
	const { row, keyId, standings } = found;
	const asChair = standings.includes('chair');
	await leaveTrace(core, tx, actor, row, asChair);
	const first = asChair || standings.includes('recipient');
	const asked = await requestsOf(tx, row.id);
	if (standings.includes('recipient'))
		await requestsOpened(
			core,
			tx,
			actor.id,
			asked.filter((request) => request.statementId === row.id)
		);

	const keys = await core.vault.unlock(tx, [keyId]);
	const [sent] = await sentViews(core, tx, [row], { keyId, keys });
	const person = (await youngPeopleByIds(core, tx, [row.youngPersonId])).get(row.youngPersonId);
	if (!sent || !person) throw notFound();
	const { id, name, age, language, dialect } = person;
	const withKept = may('statement.read_kept_for_chair', standings);
	const answers = await answersIn(tx, row, keyId, keys);
	const towards = await standingsTowards(tx, actor, row.youngPersonId);
	return {
		id: row.id,
		youngPerson: { id, name, age, language },
		formId: row.formId,
		sentAt: row.sentAt,
		language: row.language,
		dialect,
		face: faceOf(row.face),
		meeting: sent.meeting,
		wording: wordingIn(row, keyId, keys),
		answers: answers.filter(({ chairOnly }) => withKept || !chairOnly),
		// Whoever reads an answer has to know, whatever else is kept from them.
		protectedQuestions: answers.flatMap(({ answer }) =>
			answer.kind === 'protect' ? answer.questions : []
		),
		additions: await additionsIn(tx, row.id, keyId, keys),
		aboutMe: translators
			? await readKept(core, tx, {
					youngPersonId: row.youngPersonId,
					formId: 'about-me',
					translators
				})
			: null,
		helper: await helperOf(core, tx, row),
		asked: asked
			.filter(({ fromStatementId }) => first && fromStatementId === row.id)
			.map(({ kind }) => requestKindOf(kind)),
		trail: first ? sent.trail : sent.trail.map(withoutOwnWords),
		mayReply: may('statement.reply', standings),
		maySeePerson: may('young_person.see', towards),
		mayRaiseConcern: may('concern.raise', towards) && !towards.includes('worker'),
		isRequest: row.goesTo === 'handler',
		alert: asChair ? await alertOf(core, tx, row.id) : null
	};
}

/**
 * One line a reader and day for the young person, and one more when there is more to read since, so that a page read
 * twice in a morning does not look like two people; every single reading in the audit chain.
 */
async function leaveTrace(
	core: Core,
	tx: Tx,
	actor: StaffActor,
	row: StatementRow,
	asChair: boolean
): Promise<void> {
	const { statementOpenings } = tx.tables;
	const now = core.now();
	const before = await tx
		.select({ openedAt: statementOpenings.openedAt })
		.from(statementOpenings)
		.where(
			and(
				eq(statementOpenings.statementId, row.id),
				eq(statementOpenings.staffId, actor.id),
				eq(statementOpenings.asChair, asChair ? 1 : 0)
			)
		);
	const addedAt = (await lastAdditions(tx, [row.id])).get(row.id) ?? 0;
	const today = before.filter(({ openedAt }) => londonDate(openedAt) === londonDate(now));
	if (!today.some(({ openedAt }) => openedAt >= addedAt))
		await keepOpening(tx, {
			id: randomUUID(),
			statementId: row.id,
			staffId: actor.id,
			openedAt: now,
			asChair: asChair ? 1 : 0
		});
	await core.audit.record(tx, {
		action: 'statement.opened',
		actor,
		youngPersonId: row.youngPersonId,
		subject: { kind: 'statement', id: row.id },
		detail: { asChair }
	});
}

/** A chair's own words may answer what was kept for the chair alone. */
const withoutOwnWords = (step: TrailStep): TrailStep =>
	step.kind === 'reply' ? { ...step, reply: { ...step.reply, words: null } } : step;

/** The requests it made: by itself, and by its answers. */
async function requestsOf(queries: Queries, statementId: string) {
	const { requests } = queries.tables;
	return queries
		.select()
		.from(requests)
		.where(
			and(
				or(eq(requests.statementId, statementId), eq(requests.fromStatementId, statementId)),
				ne(requests.state, 'withdrawn')
			)
		)
		.orderBy(asc(requests.kind));
}

/** Who started the form with them, and on whose device. */
async function helperOf(
	core: Core,
	queries: Queries,
	row: StatementRow
): Promise<DeskStatementView['helper']> {
	if (row.togetherId === null) return null;
	const { togethers, youngPeople } = queries.tables;
	const [found] = await queries
		.select({
			staffId: togethers.staffId,
			device: togethers.device,
			officerId: youngPeople.officerId,
			socialWorkerId: youngPeople.socialWorkerId
		})
		.from(togethers)
		.innerJoin(youngPeople, eq(youngPeople.id, togethers.youngPersonId))
		.where(eq(togethers.id, row.togetherId));
	if (!found) return null;
	const { staffId, officerId, socialWorkerId } = found;
	const name = (await staffByIds(core, queries, [staffId])).get(staffId)?.name ?? '';
	const role =
		staffId === socialWorkerId ? 'social_worker' : staffId === officerId ? 'officer' : 'staff';
	return { name, role, device: found.device === 'own' ? 'own' : 'helpers' };
}

/** What it raised, by the alert nobody has taken yet, if there is such a one: they are taken together. */
async function alertOf(
	core: Core,
	queries: Queries,
	statementId: string
): Promise<DeskStatementView['alert']> {
	const { alerts } = queries.tables;
	const rows = await queries
		.select()
		.from(alerts)
		.where(eq(alerts.statementId, statementId))
		.orderBy(asc(alerts.kind));
	const alert = rows.find(({ acknowledgedAt }) => acknowledgedAt === null) ?? rows[0];
	if (!alert) return null;
	const { id, acknowledgedByStaffId, acknowledgedAt } = alert;
	const staff = await staffByIds(
		core,
		queries,
		acknowledgedByStaffId ? [acknowledgedByStaffId] : []
	);
	return {
		id,
		kinds: rows.map(({ kind }) => kind),
		acknowledgedBy: staff.get(acknowledgedByStaffId ?? '')?.name ?? null,
		acknowledgedAt
	};
}
