import { and, eq, inArray, isNotNull, ne, or, isNull, sql } from 'drizzle-orm';
import type * as v from 'valibot';
import type { Translator } from '../../language/translator.ts';
import type { Actor } from '../access.ts';
import type { Core } from '../core.ts';
import { decisionsByIds } from '../deciding/decisions.ts';
import { recordPlace } from '../deciding/places.ts';
import type { DecisionView, RecordWords } from '../deciding/views.ts';
import type { Printed } from '../documents/printed-pictures.ts';
import { notFound } from '../errors.ts';
import { isId } from '../ids.ts';
import { letterDocument } from '../letters/document.ts';
import { contentsIn } from '../letters/rows.ts';
import type { Paper } from '../../meetings/letter.ts';
import type { Calls } from './calls.ts';
import { copiesOf, copyKey } from './copies.ts';
import { ofPerson, pageOf, partOf, readList } from './lists.ts';
import { meetingRefsOf, peopleOf } from './refs.ts';
import type { decision, letter, pageOf as pageSchema, record } from './schemas.ts';
import { iso } from './statement-resource.ts';

type PageOf<T extends v.GenericSchema> = v.InferOutput<ReturnType<typeof pageSchema<T>>>;

/** What became of what young people said, for the case system: once it was sent, and never what was kept for the chair. */
export function createMachineDecided(
	core: Core,
	calls: Calls,
	translator: (tag: string) => Translator
) {
	return {
		/** Those that managers were sent, in the order they changed: one that changes again comes again. */
		listDecisions: (actor: Actor, params: URLSearchParams): Promise<PageOf<typeof decision>> =>
			calls.run(actor, 'api.decisions', async ({ tx, read }) => {
				const query = readList(params);
				const { decisions, meetingOutcomes } = tx.tables;
				const part = partOf(query, decisions.updatedAt, decisions.id);
				const sent = tx
					.select({ id: meetingOutcomes.meetingId })
					.from(meetingOutcomes)
					.where(isNotNull(meetingOutcomes.decisionsSentAt));
				const rows = await tx
					.select({ id: decisions.id, updatedAt: decisions.updatedAt })
					.from(decisions)
					.where(
						and(
							inArray(decisions.meetingId, sent),
							isNotNull(decisions.outcome),
							or(isNull(decisions.kept), ne(decisions.kept, 'chair')),
							part.where,
							await ofPerson(core, tx, query, decisions.youngPersonId)
						)
					)
					.orderBy(...part.orderBy)
					.limit(part.limit);
				const { shown, next } = pageOf(rows, query, '/api/v1/decisions', (row) => [
					row.updatedAt,
					row.id
				]);
				const views = await decisionsByIds(
					core,
					tx,
					shown.map(({ id }) => id)
				);
				const known = await namesOf(core, tx, views);
				for (const { id, youngPersonId } of views)
					await read({ kind: 'decision', id, youngPersonId });
				return {
					items: shown.flatMap(({ id, updatedAt }) => {
						const view = views.find((one) => one.id === id);
						return view?.outcome
							? [decided({ ...view, outcome: view.outcome }, updatedAt, known)]
							: [];
					}),
					next
				};
			}),

		listLetters: (actor: Actor, params: URLSearchParams): Promise<PageOf<typeof letter>> =>
			calls.run(actor, 'api.letters', async ({ tx, read }) => {
				const query = readList(params);
				const { letters } = tx.tables;
				const part = partOf(query, letters.sentAt, letters.id);
				const rows = await tx
					.select()
					.from(letters)
					.where(
						and(
							eq(letters.state, 'sent'),
							isNotNull(letters.sentAt),
							part.where,
							await ofPerson(core, tx, query, letters.youngPersonId)
						)
					)
					.orderBy(...part.orderBy)
					.limit(part.limit);
				const { shown, next } = pageOf(rows, query, '/api/v1/letters', (row) => [
					row.sentAt ?? 0,
					row.id
				]);
				const known = await namesOf(core, tx, shown);
				const copies = await copiesOf(
					core,
					tx,
					'letter',
					shown.map(({ id, youngPersonId }) => ({ subjectId: id, youngPersonId }))
				);
				for (const { id, youngPersonId } of shown)
					await read({ kind: 'letter', id, youngPersonId });
				return {
					items: shown.flatMap((row) => {
						const person = known.person(row.youngPersonId);
						const { paper } = contentsIn(row, person);
						if (!paper || row.sentAt === null) return [];
						return [
							{
								id: row.id,
								youngPerson: { ref: person.ref },
								meeting: known.meeting(row.meetingId),
								language: row.language,
								face: row.face,
								title: paper.title,
								lines: linesOf(paper),
								sentAt: iso(row.sentAt),
								readAt: row.readAt === null ? null : iso(row.readAt),
								copied:
									copies.get(copyKey({ subjectId: row.id, youngPersonId: row.youngPersonId })) ??
									null
							}
						];
					}),
					next
				};
			}),

		/** The letter as the young person has it, to be printed. */
		letterDocument: (actor: Actor, letterId: string): Promise<Printed> =>
			calls.run(actor, 'api.letters', async ({ tx, read }) => {
				if (!isId(letterId)) throw notFound();
				const { letters } = tx.tables;
				const [row] = await tx
					.select()
					.from(letters)
					.where(and(eq(letters.id, letterId), eq(letters.state, 'sent')));
				if (!row) throw notFound();
				const person = (await peopleOf(core, tx, [row.youngPersonId]))(row.youngPersonId);
				const { paper } = contentsIn(row, person);
				if (!paper) throw notFound();
				await read({ kind: 'letter', id: row.id, youngPersonId: row.youngPersonId });
				return { document: letterDocument(paper, translator(paper.language)) };
			}),

		listRecords: (actor: Actor, params: URLSearchParams): Promise<PageOf<typeof record>> =>
			calls.run(actor, 'api.records', async ({ tx, read }) => {
				const query = readList(params);
				const { records, meetings } = tx.tables;
				const both = sql<string>`${records.meetingId} || '/' || ${records.youngPersonId}`;
				const part = partOf(query, records.sentAt, both);
				const rows = await tx
					.select({ row: records, heldOn: meetings.heldOn })
					.from(records)
					.innerJoin(meetings, eq(meetings.id, records.meetingId))
					.where(
						and(
							isNotNull(records.sentAt),
							part.where,
							await ofPerson(core, tx, query, records.youngPersonId)
						)
					)
					.orderBy(...part.orderBy)
					.limit(part.limit);
				const { shown, next } = pageOf(rows, query, '/api/v1/records', ({ row }) => [
					row.sentAt ?? 0,
					`${row.meetingId}/${row.youngPersonId}`
				]);
				const known = await namesOf(
					core,
					tx,
					shown.map(({ row }) => row)
				);
				const copies = await copiesOf(
					core,
					tx,
					'record',
					shown.map(({ row }) => recordCopy(row))
				);
				for (const { row } of shown)
					await read({ kind: 'record', id: row.meetingId, youngPersonId: row.youngPersonId });
				return {
					items: shown.map(({ row, heldOn }) => {
						const { ref, keyId, keys } = known.person(row.youngPersonId);
						const { words, language } = keys.openJson<RecordWords>(
							keyId,
							recordPlace(row.meetingId, row.youngPersonId),
							row.wordsSealed
						);
						return {
							youngPerson: { ref },
							meeting: known.meeting(row.meetingId),
							heldOn,
							record: { words, language },
							sentAt: iso(row.sentAt ?? 0),
							copied: copies.get(copyKey(recordCopy(row))) ?? null
						};
					}),
					next
				};
			})
	};
}

const recordCopy = (row: { readonly meetingId: string; readonly youngPersonId: string }) => ({
	subjectId: row.meetingId,
	youngPersonId: row.youngPersonId
});

async function namesOf(
	core: Core,
	tx: Parameters<typeof peopleOf>[1],
	rows: readonly { readonly youngPersonId: string; readonly meetingId: string }[]
) {
	return {
		person: await peopleOf(
			core,
			tx,
			rows.map(({ youngPersonId }) => youngPersonId)
		),
		meeting: await meetingRefsOf(
			tx,
			rows.map(({ meetingId }) => meetingId)
		)
	};
}

function decided(
	view: DecisionView & { readonly outcome: NonNullable<DecisionView['outcome']> },
	updatedAt: number,
	known: Awaited<ReturnType<typeof namesOf>>
): v.InferOutput<typeof decision> {
	return {
		id: view.id,
		youngPerson: { ref: known.person(view.youngPersonId).ref },
		meeting: known.meeting(view.meetingId),
		starred: view.starred,
		protected: view.kept === 'protected',
		point: view.point,
		outcome: view.outcome,
		decided: view.decided,
		why: view.why,
		owner: view.owner?.name ?? null,
		dueOn: view.dueOn,
		done: view.done,
		doneOn: view.doneOn,
		updatedAt: iso(updatedAt)
	};
}

/** A letter line by line, as it is read. */
function linesOf(paper: Paper): { text: string; language: string }[] {
	const own = (text: string | null) => (text ? [{ text, language: paper.language }] : []);
	return [
		...own(paper.hello),
		...paper.parts.flatMap(({ title, lines }) => [
			...own(title),
			...lines.flatMap((line) =>
				line.kind === 'says'
					? own(line.text)
					: [
							{ text: line.text, language: line.language },
							...(line.original ? [{ ...line.original }] : [])
						]
			)
		]),
		...own(paper.from)
	];
}
