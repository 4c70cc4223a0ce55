import { and, eq, inArray, isNull, ne, notInArray, type SQL } from 'drizzle-orm';
import type * as v from 'valibot';
import type { Answer } from '../../forms/answers.ts';
import type { Translator } from '../../language/translator.ts';
import type { Actor } from '../access.ts';
import type { Core } from '../core.ts';
import { inChunks } from '../db/in-chunks.ts';
import type { Queries } from '../db/database.ts';
import { faceOf } from '../drafts/draft-contents.ts';
import { documentOf, keptForChair, picturesOf } from '../documents/desk-documents.ts';
import { deskStatementBlocks, type ReadStatement } from '../documents/desk-statement.ts';
import { bytesOf, type Printed } from '../documents/printed-pictures.ts';
import { notFound } from '../errors.ts';
import { youngPeopleByIds } from '../people/young-people-names.ts';
import { additionsIn } from '../statements/additions.ts';
import { MUST_NOT_SEE } from '../statements/audience.ts';
import { answersIn, readersOf, wordingIn } from '../statements/own.ts';
import { answerPlace } from '../statements/places.ts';
import { findStatement, type Found } from '../statements/standings.ts';
import { sentViews, titleOf } from '../statements/trail.ts';
import type { Keyring } from '../vault/vault.ts';
import type { Call, Calls } from './calls.ts';
import { copiesOf, copyKey } from './copies.ts';
import { ofPerson, pageOf, partOf, readList } from './lists.ts';
import { meetingRefsOf, peopleOf } from './refs.ts';
import type { pageOf as pageSchema, statementInList, StatementResource } from './schemas.ts';
import { filesIn, iso, statementResource } from './statement-resource.ts';

const PATH = '/api/v1/statements';
type Page = v.InferOutput<ReturnType<typeof pageSchema<typeof statementInList>>>;

/** What young people sent, for the case system: all but what they asked for or complained about, and what is locked. */
export function createMachineStatements(
	core: Core,
	calls: Calls,
	translator: (tag: string) => Translator
) {
	const call = <T>(actor: Actor, work: (call: Call) => Promise<T>) =>
		calls.run(actor, 'api.statements', work);

	return {
		/** Which there are, oldest first, without a word of them. */
		listStatements: (actor: Actor, params: URLSearchParams): Promise<Page> =>
			call(actor, async ({ tx, actor: by, read }) => {
				const query = readList(params);
				const { statements, statementLinks } = tx.tables;
				const part = partOf(query, statements.sentAt, statements.id);
				const rows = await tx
					.select({ row: statements, meetingId: statementLinks.meetingId })
					.from(statements)
					.leftJoin(
						statementLinks,
						and(eq(statementLinks.statementId, statements.id), isNull(statementLinks.endedAt))
					)
					.where(
						and(open(tx), part.where, await ofPerson(core, tx, query, statements.youngPersonId))
					)
					.orderBy(...part.orderBy)
					.limit(part.limit);
				const { shown: all, next } = pageOf(rows, query, PATH, ({ row }) => [row.sentAt, row.id]);
				const people = await peopleOf(
					core,
					tx,
					all.map(({ row }) => row.youngPersonId)
				);
				const hidden = await hiddenOnes(
					tx,
					all.map(({ row: { id, youngPersonId } }) => ({ id, ...people(youngPersonId) }))
				);
				const shown = all.filter(({ row }) => !hidden.has(row.id));
				const meetings = await meetingRefsOf(
					tx,
					shown.flatMap(({ meetingId }) => meetingId ?? [])
				);
				const copies = await copiesOf(
					core,
					tx,
					'statement',
					shown.map(({ row }) => copyOf(row))
				);
				await read({ kind: 'statements', id: by.id, count: shown.length });
				return {
					items: shown.map(({ row, meetingId }) => ({
						id: row.id,
						youngPerson: { ref: people(row.youngPersonId).ref },
						form: { id: row.formId, version: row.formVersion },
						title: titleOf(row.title),
						language: row.language,
						face: faceOf(row.face),
						sentAt: iso(row.sentAt),
						meeting: meetingId === null ? null : meetings(meetingId),
						copied: copies.get(copyKey(copyOf(row))) ?? null,
						href: `${PATH}/${row.id}`
					})),
					next
				};
			}),

		readStatement: (actor: Actor, statementId: string): Promise<StatementResource> =>
			call(actor, async (one) => {
				const found = await findOpen(core, one, statementId);
				const statement = await readFor(core, one, found);
				const { row } = found;
				const meetings = await meetingRefsOf(
					one.tx,
					statement.meeting ? [statement.meeting.id] : []
				);
				const copies = await copiesOf(core, one.tx, 'statement', [copyOf(row)]);
				return statementResource(statement, {
					ref: (await peopleOf(core, one.tx, [row.youngPersonId]))(row.youngPersonId).ref,
					meetingRef: statement.meeting && meetings(statement.meeting.id).ref,
					readers: await readersOf(core, one.tx, found),
					leftOut: await keptForChair(one.tx, row.id),
					copied: copies.get(copyKey(copyOf(row))) ?? null,
					links: {
						document: `${PATH}/${row.id}/document`,
						attachment: (_, id) => `${PATH}/${row.id}/attachments/${id}`
					}
				});
			}),

		/** The same, to be printed: in English, beside the language it was asked in. */
		async statementDocument(actor: Actor, statementId: string): Promise<Printed> {
			const statement = await call(actor, async (one) =>
				readFor(core, one, await findOpen(core, one, statementId))
			);
			const english = translator('en');
			const blocks = deskStatementBlocks(statement, english, core.now());
			return {
				document: documentOf('documents:staff_title', blocks, english, core.now()),
				pictures: await picturesOf(core, statement)
			};
		},

		/** A picture or a voice note of an answer that the statement is told with. */
		readAttachment: (actor: Actor, statementId: string, attachmentId: string) =>
			call(actor, async (one) => {
				const { tx, read } = one;
				const found = await findOpen(core, one, statementId);
				const { row, keyId } = found;
				const keys = await core.vault.unlock(tx, [keyId]);
				const answers = await answersIn(tx, row, keyId, keys, false);
				const file = answers
					.flatMap(({ answer }) => filesIn(answer))
					.find(({ id }) => id === attachmentId);
				if (!file) throw notFound();
				const table = file.kind === 'picture' ? 'pictures' : 'sounds';
				const bytes = await bytesOf(tx, table, file.id, { keyId, keys });
				if (!bytes) throw notFound();
				await read({ kind: file.kind, id: file.id, youngPersonId: row.youngPersonId });
				return { kind: file.kind, bytes };
			})
	};
}

const copyOf = (row: { readonly id: string; readonly youngPersonId: string }) => ({
	subjectId: row.id,
	youngPersonId: row.youngPersonId
});

/** Not what asks for something or complains, and nothing that is locked from anybody: those never leave Sayso. */
function open(queries: Queries): SQL | undefined {
	const { statements, statementBarred } = queries.tables;
	return and(
		isNull(statements.takenBackAt),
		ne(statements.goesTo, 'handler'),
		notInArray(
			statements.id,
			queries.select({ id: statementBarred.statementId }).from(statementBarred)
		)
	);
}

/**
 * Those of which somebody must not see them, as their author says. Many read the case record: a person has to decide
 * whether it can go there.
 */
async function hiddenOnes(
	queries: Queries,
	statements: readonly { readonly id: string; readonly keyId: string; readonly keys: Keyring }[]
): Promise<Set<string>> {
	const { statementAnswers } = queries.tables;
	const byId = new Map(statements.map((statement) => [statement.id, statement]));
	const rows = await inChunks([...byId.keys()], (chunk) =>
		queries
			.select()
			.from(statementAnswers)
			.where(
				and(
					inArray(statementAnswers.statementId, chunk),
					eq(statementAnswers.questionId, MUST_NOT_SEE)
				)
			)
	);
	const hidden = rows.filter(({ statementId, questionId, answerSealed }) => {
		const of = byId.get(statementId);
		const place = answerPlace(statementId, questionId);
		return of?.keys.openJson<Answer>(of.keyId, place, answerSealed).kind === 'people';
	});
	return new Set(hidden.map(({ statementId }) => statementId));
}

async function findOpen(core: Core, { tx, actor }: Call, statementId: string): Promise<Found> {
	const found = await findStatement(tx, actor, statementId);
	const { keyId } = found;
	const of = { id: statementId, keyId, keys: await core.vault.unlock(tx, [keyId]) };
	if ((await hiddenOnes(tx, [of])).has(statementId)) throw notFound();
	const { statements } = tx.tables;
	const [there] = await tx
		.select({ id: statements.id })
		.from(statements)
		.where(and(eq(statements.id, statementId), open(tx)));
	if (!there) throw notFound();
	return found;
}

/** Read by a program: its own line in the chain, and never an opening by whoever chairs. */
async function readFor(
	core: Core,
	{ tx, read }: Call,
	{ row, keyId }: Found
): Promise<ReadStatement> {
	await read({ kind: 'statement', id: row.id, youngPersonId: row.youngPersonId });
	const keys = await core.vault.unlock(tx, [keyId]);
	const [sent] = await sentViews(core, tx, [row], { keyId, keys });
	const person = (await youngPeopleByIds(core, tx, [row.youngPersonId])).get(row.youngPersonId);
	if (!sent || !person) throw notFound();
	const all = await answersIn(tx, row, keyId, keys);
	return {
		id: row.id,
		youngPerson: person,
		formId: row.formId,
		sentAt: row.sentAt,
		language: row.language,
		dialect: person.dialect,
		face: faceOf(row.face),
		meeting: sent.meeting,
		wording: wordingIn(row, keyId, keys),
		answers: all.filter(({ chairOnly }) => !chairOnly),
		protectedQuestions: all.flatMap(({ answer }) =>
			answer.kind === 'protect' ? answer.questions : []
		),
		additions: await additionsIn(tx, row.id, keyId, keys),
		helper: null,
		// A chair's own words may answer what was said for the chair alone.
		trail: sent.trail.map((step) =>
			step.kind === 'reply' ? { ...step, reply: { ...step.reply, words: null } } : step
		)
	};
}
