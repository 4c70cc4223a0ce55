import { and, desc, eq, inArray, isNull } from 'drizzle-orm';
import type { Answer } from '../../forms/answers.ts';
import type { Wording } from '../../forms/wording.ts';
import { handlerOf, requestKindOf } from '../../rights/requests.ts';
import { demand, demandOwn, type Actor } from '../access.ts';
import type { Core } from '../core.ts';
import { eachChunk } from '../db/in-chunks.ts';
import type { Queries, Tx } from '../db/database.ts';
import { faceOf } from '../drafts/draft-contents.ts';
import { notFound } from '../errors.ts';
import { statementNoticesSeen } from '../notices/notices.ts';
import { staffByIds } from '../people/staff-names.ts';
import type { Keyring } from '../vault/vault.ts';
import { additionsIn } from './additions.ts';
import { barredFrom } from './barred.ts';
import { answerPlace, wordingPlace } from './places.ts';
import { findStatement, type Found, type StatementRow } from './standings.ts';
import { mayTakeBack } from './take-back.ts';
import { sentViews } from './trail.ts';
import type { AnswerView, OwnStatementView, SentView } from './views.ts';

/** Everything a young person sent, newest first, with what came of it. */
export async function listOwn(core: Core, queries: Queries, actor: Actor): Promise<SentView[]> {
	demandOwn('statement.read_own', actor);
	const { statements, youngPeople } = queries.tables;
	const rows = await queries
		.select({
			id: statements.id,
			youngPersonId: statements.youngPersonId,
			formId: statements.formId,
			title: statements.title,
			state: statements.state,
			sentAt: statements.sentAt,
			keyId: youngPeople.keyId
		})
		.from(statements)
		.innerJoin(youngPeople, eq(youngPeople.id, statements.youngPersonId))
		.where(and(eq(statements.youngPersonId, actor.id), isNull(statements.takenBackAt)))
		.orderBy(desc(statements.sentAt), desc(statements.id));
	const keyId = rows[0]?.keyId;
	if (keyId === undefined) return [];
	const keys = await core.vault.unlock(queries, [keyId]);
	return sentViews(core, queries, rows, { keyId, keys, withAlerts: true });
}

/** A statement as its author reads it again. Replies to it are seen by that. */
export function readOwn(core: Core, actor: Actor, statementId: string): Promise<OwnStatementView> {
	return core.database.inTransaction(async (tx) => {
		const found = await findStatement(tx, actor, statementId);
		demand('statement.read_own', found.standings);
		const { row, keyId } = found;
		const keys = await core.vault.unlock(tx, [keyId]);
		await seeReplies(core, tx, actor, row);
		await statementNoticesSeen(tx, row.youngPersonId, row.id, core.now());
		await core.audit.record(tx, {
			action: 'statement.read_by_author',
			actor,
			youngPersonId: row.youngPersonId,
			subject: { kind: 'statement', id: row.id }
		});
		const [sent] = await sentViews(core, tx, [row], { keyId, keys, withAlerts: true });
		if (!sent) throw notFound();
		return {
			...sent,
			language: row.language,
			face: faceOf(row.face),
			wording: wordingIn(row, keyId, keys),
			answers: await answersIn(tx, row, keyId, keys),
			additions: await additionsIn(tx, row.id, keyId, keys),
			readers: await readersOf(core, tx, found),
			handler: await handlerOfStatement(tx, row),
			mayTakeBack: await mayTakeBack(tx, row),
			alerted: await raisedAlert(tx, row.id),
			mayAdd: row.state !== 'closed'
		};
	});
}

export function wordingIn(row: StatementRow, keyId: string, keys: Keyring): Wording {
	return keys.openJson<Wording>(keyId, wordingPlace(row.id), row.wordingSealed);
}

/** @param withKeptForChair whether answers kept for the chair alone are among them */
export async function answersIn(
	queries: Queries,
	row: StatementRow,
	keyId: string,
	keys: Keyring,
	withKeptForChair = true
): Promise<AnswerView[]> {
	const { statementAnswers } = queries.tables;
	const rows = await queries
		.select()
		.from(statementAnswers)
		.where(
			and(
				eq(statementAnswers.statementId, row.id),
				withKeptForChair ? undefined : eq(statementAnswers.chairOnly, 0)
			)
		);
	const order = new Map(
		wordingIn(row, keyId, keys).questions.map(({ id }, position) => [id, position])
	);
	return rows
		.map(({ questionId, answerSealed, chairOnly, language }) => ({
			questionId,
			answer: keys.openJson<Answer>(keyId, answerPlace(row.id, questionId), answerSealed),
			chairOnly: chairOnly === 1,
			language
		}))
		.sort((a, b) => (order.get(a.questionId) ?? 0) - (order.get(b.questionId) ?? 0));
}

async function seeReplies(core: Core, tx: Tx, actor: Actor, row: StatementRow): Promise<void> {
	const { replies } = tx.tables;
	const unseen = await tx
		.select({ id: replies.id })
		.from(replies)
		.where(and(eq(replies.statementId, row.id), isNull(replies.seenAt)));
	await eachChunk(
		unseen.map(({ id }) => id),
		(ids) => tx.update(replies).set({ seenAt: core.now() }).where(inArray(replies.id, ids))
	);
	for (const { id } of unseen)
		await core.audit.record(tx, {
			action: 'reply.read',
			actor,
			youngPersonId: row.youngPersonId,
			subject: { kind: 'reply', id },
			detail: { statementId: row.id }
		});
}

async function raisedAlert(queries: Queries, statementId: string): Promise<boolean> {
	const { alerts } = queries.tables;
	const [raised] = await queries
		.select({ id: alerts.id })
		.from(alerts)
		.where(eq(alerts.statementId, statementId))
		.limit(1);
	return raised !== undefined;
}

/** Of a request: who answers it, where that is everybody with a role. */
async function handlerOfStatement(
	queries: Queries,
	row: StatementRow
): Promise<OwnStatementView['handler']> {
	if (row.goesTo !== 'handler') return null;
	const { requests } = queries.tables;
	const [made] = await queries
		.select({ kind: requests.kind })
		.from(requests)
		.where(eq(requests.statementId, row.id));
	return made ? handlerOf(requestKindOf(made.kind)) : null;
}

/** Everybody who may open it today, by name. */
export async function readersOf(
	core: Core,
	queries: Queries,
	{ row, firstReaderId: first }: Found
): Promise<OwnStatementView['readers']> {
	const { statementAudience, youngPeople } = queries.tables;
	const barred = await barredFrom(queries, row.id);
	const firstReaderId = first !== null && barred.has(first) ? null : first;
	const ticked = await queries
		.select({
			id: statementAudience.staffId,
			officerId: youngPeople.officerId,
			socialWorkerId: youngPeople.socialWorkerId
		})
		.from(statementAudience)
		.innerJoin(youngPeople, eq(youngPeople.id, row.youngPersonId))
		.where(eq(statementAudience.statementId, row.id));
	const readers = [
		...(firstReaderId === null
			? []
			: [
					{
						id: firstReaderId,
						role: row.goesTo === 'worker' ? 'social_worker' : 'chair',
						chair: row.goesTo === 'chair'
					}
				]),
		...ticked
			.filter(({ id }) => id !== firstReaderId)
			.map(({ id, officerId, socialWorkerId }) => ({
				id,
				role: id === socialWorkerId ? 'social_worker' : id === officerId ? 'officer' : 'staff',
				chair: false
			}))
	];
	const staff = await staffByIds(
		core,
		queries,
		readers.map(({ id }) => id)
	);
	return readers.flatMap(({ id, role, chair }) => {
		const name = staff.get(id)?.name;
		return name === undefined ? [] : [{ name, role, chair }];
	});
}
