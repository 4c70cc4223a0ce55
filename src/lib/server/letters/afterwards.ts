import { and, asc, eq, gte, inArray, isNull, lt, lte, notExists, sql } from 'drizzle-orm';
import type { Answer } from '../../forms/answers.ts';
import { londonDate } from '../../language/dates.ts';
import { addDays } from '../../meetings/working-days.ts';
import type { Actor } from '../access.ts';
import type { Core } from '../core.ts';
import type { Queries, Tx } from '../db/database.ts';
import type { Job } from '../jobs/job.ts';
import { queueMessages } from '../mail/queue.ts';
import { tell } from '../notices/notices.ts';
import { JUST_HELD_DAYS } from '../people/facts.ts';
import { answerPlace } from '../statements/places.ts';
import { readableStatements } from '../statements/standings.ts';
import type { LetterOf } from './rows.ts';
import type { Afterwards } from './views.ts';

/** *After my meeting*, and its question: was what you sent talked about? */
const FORM = 'after-my-review';
const QUESTION = '4';
const KIND = 'how_was_it';
const ANSWERS = ['all', 'some', 'no', 'nothing_sent', 'not_sure'] as const;
/** What one run takes on: the rest is there for the next. */
const AT_ONCE = 200;

/**
 * Asks a young person how a meeting was, and whether what they sent was talked about: once a meeting, and not where they
 * have said it already.
 * @param options.message whether a message goes out too; with a letter, one does anyway
 */
export async function offerAfterwards(
	core: Core,
	tx: Tx,
	{ meetingId, youngPersonId }: LetterOf,
	{ message }: { readonly message: boolean }
): Promise<void> {
	const { meetings, notices, statements } = tx.tables;
	const [meeting] = await tx
		.select({ heldOn: meetings.heldOn })
		.from(meetings)
		.where(eq(meetings.id, meetingId));
	if (!meeting?.heldOn || meeting.heldOn < askedSince(core)) return;
	const [told] = await tx
		.select({ id: notices.id })
		.from(notices)
		.where(
			and(
				eq(notices.youngPersonId, youngPersonId),
				eq(notices.meetingId, meetingId),
				eq(notices.kind, KIND)
			)
		)
		.limit(1);
	const [said] = await tx
		.select({ id: statements.id })
		.from(statements)
		.where(
			and(
				eq(statements.youngPersonId, youngPersonId),
				eq(statements.aboutMeetingId, meetingId),
				eq(statements.formId, FORM),
				isNull(statements.takenBackAt)
			)
		)
		.limit(1);
	if (told || said) return;
	const now = core.now();
	const to = { youngPersonId, kind: KIND } as const;
	await tell(tx, [{ to, about: youngPersonId, meetingId }], now);
	if (message)
		await queueMessages(
			tx,
			[
				{
					to: { youngPersonId },
					message: 'you_have_a_message',
					onceKey: `${KIND}:${meetingId}:${youngPersonId}`
				}
			],
			now
		);
	await core.audit.record(tx, {
		action: 'afterwards.asked',
		actor: { kind: 'sayso', id: null },
		youngPersonId,
		subject: { kind: 'meeting', id: meetingId }
	});
}

/** A meeting held before that is asked about no more: nobody remembers it well. */
const askedSince = (core: Core): string => addDays(londonDate(core.now()), -JUST_HELD_DAYS);

/** After a meeting was held, everybody it was about who has an account is asked how it was. */
export function createAfterwardsJob(core: Core): Job {
	return {
		name: 'afterwards',
		everyMinutes: 15,
		async run() {
			await askNoMore(core);
			for (const of of await notAskedYet(core))
				await core.database.inTransaction((tx) => offerAfterwards(core, tx, of, { message: true }));
		}
	};
}

/** What was asked and not answered in that time is put away: there is no form to answer it with. */
async function askNoMore(core: Core): Promise<void> {
	await core.database.inTransaction(async (tx) => {
		const { meetings, notices } = tx.tables;
		const over = tx
			.select({ id: meetings.id })
			.from(meetings)
			.where(lt(meetings.heldOn, askedSince(core)));
		await tx
			.update(notices)
			.set({ seenAt: core.now() })
			.where(and(eq(notices.kind, KIND), isNull(notices.seenAt), inArray(notices.meetingId, over)));
	});
}

async function notAskedYet(core: Core): Promise<LetterOf[]> {
	const { read } = core.database;
	const { accounts, meetings, meetingYoungPeople, notices, statements } = read.tables;
	const today = londonDate(core.now());
	const asked = read
		.select({ one: sql`1` })
		.from(notices)
		.where(
			and(
				eq(notices.meetingId, meetings.id),
				eq(notices.youngPersonId, meetingYoungPeople.youngPersonId),
				eq(notices.kind, KIND)
			)
		);
	const said = read
		.select({ one: sql`1` })
		.from(statements)
		.where(
			and(
				eq(statements.youngPersonId, meetingYoungPeople.youngPersonId),
				eq(statements.aboutMeetingId, meetings.id),
				eq(statements.formId, FORM),
				isNull(statements.takenBackAt)
			)
		);
	return read
		.select({ meetingId: meetings.id, youngPersonId: meetingYoungPeople.youngPersonId })
		.from(meetings)
		.innerJoin(meetingYoungPeople, eq(meetingYoungPeople.meetingId, meetings.id))
		.innerJoin(accounts, eq(accounts.youngPersonId, meetingYoungPeople.youngPersonId))
		.where(
			and(
				lte(meetings.heldOn, today),
				gte(meetings.heldOn, askedSince(core)),
				isNull(meetings.cancelledAt),
				isNull(accounts.closedAt),
				notExists(asked),
				notExists(said)
			)
		)
		.orderBy(asc(meetings.heldOn))
		.limit(AT_ONCE);
}

/**
 * What young people said of a meeting afterwards, where this reader may open it. Leaves its trace: it is an answer of
 * theirs.
 */
export async function afterwardsOf(
	core: Core,
	tx: Tx,
	actor: Actor,
	meetingId: string,
	youngPersonIds: readonly string[]
): Promise<Map<string, Afterwards>> {
	const rows = await answersTo(tx, meetingId, youngPersonIds);
	if (rows.length === 0) return new Map();
	const readable = await readableStatements(
		tx,
		actor,
		rows.map(({ id }) => id)
	);
	const keys = await core.vault.unlock(
		tx,
		rows.map(({ keyId }) => keyId)
	);
	const found = new Map<string, Afterwards>();
	for (const { id, youngPersonId, sentAt, keyId, sealed } of rows) {
		if (!readable.has(id)) continue;
		const answer = sealed && keys.openJson<Answer>(keyId, answerPlace(id, QUESTION), sealed);
		const value = answer?.kind === 'pick' ? answer.value : answer?.kind;
		const talkedAbout = ANSWERS.find((known) => known === value) ?? null;
		found.set(youngPersonId, { statementId: id, talkedAbout, sentAt });
	}
	for (const [youngPersonId, { statementId }] of found)
		await core.audit.record(tx, {
			action: 'afterwards.seen',
			actor,
			youngPersonId,
			subject: { kind: 'statement', id: statementId }
		});
	return found;
}

/** The newest last. An answer kept for the chair is read where it stands, by opening it. */
async function answersTo(queries: Queries, meetingId: string, youngPersonIds: readonly string[]) {
	const { statements, statementAnswers, youngPeople } = queries.tables;
	if (youngPersonIds.length === 0) return [];
	return queries
		.select({
			id: statements.id,
			youngPersonId: statements.youngPersonId,
			sentAt: statements.sentAt,
			keyId: youngPeople.keyId,
			sealed: statementAnswers.answerSealed
		})
		.from(statements)
		.innerJoin(youngPeople, eq(youngPeople.id, statements.youngPersonId))
		.leftJoin(
			statementAnswers,
			and(
				eq(statementAnswers.statementId, statements.id),
				eq(statementAnswers.questionId, QUESTION),
				eq(statementAnswers.chairOnly, 0)
			)
		)
		.where(
			and(
				eq(statements.aboutMeetingId, meetingId),
				eq(statements.formId, FORM),
				isNull(statements.takenBackAt),
				inArray(statements.youngPersonId, [...youngPersonIds])
			)
		)
		.orderBy(asc(statements.sentAt));
}
