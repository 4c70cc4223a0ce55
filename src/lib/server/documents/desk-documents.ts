import { and, eq } from 'drizzle-orm';
import type { Translator } from '../../language/translator.ts';
import { DatabaseLimiter } from '../accounts/limiter.ts';
import type { Actor } from '../access.ts';
import type { Core } from '../core.ts';
import type { Queries } from '../db/database.ts';
import { notFound, throttled } from '../errors.ts';
import { copiesOf, copyKey } from '../machines/copies.ts';
import { meetingRefsOf } from '../machines/refs.ts';
import type { StatementResource } from '../machines/schemas.ts';
import { filesIn, statementResource } from '../machines/statement-resource.ts';
import { youngPersonOf } from '../people/facts.ts';
import { forChair } from '../plans/chairs-plan.ts';
import { ofOwnMeeting, type Planning } from '../plans/own-plan.ts';
import type { PlanView } from '../plans/views.ts';
import { open } from '../statements/open.ts';
import { readersOf } from '../statements/own.ts';
import { findStatement } from '../statements/standings.ts';
import type { DeskStatementView } from '../statements/views.ts';
import { agendaBlocks } from './agenda-blocks.ts';
import { said } from './answer-blocks.ts';
import { deskStatementBlocks } from './desk-statement.ts';
import type { Block, Document } from './document.ts';
import { printedPictures, type Pictures, type Printed } from './printed-pictures.ts';
import { when } from './statement-blocks.ts';

/** Paper for a whole day’s meetings, and not for a whole council’s. */
const AN_HOUR = { points: 120, seconds: 3600 };

export type DeskDocuments = ReturnType<typeof createDeskDocuments>;

/** What staff and young people have on paper of a statement and of a plan. To have it is to open it. */
export function createDeskDocuments(core: Core, planning: Planning) {
	const { read } = core.database;
	const limiter = new DatabaseLimiter(core, 'download_desk', AN_HOUR);

	async function openToKeep(
		actor: Actor,
		statementId: string,
		as: 'pdf' | 'json'
	): Promise<DeskStatementView> {
		if (actor.kind === 'staff') {
			const before = await limiter.get(actor.id, { queries: read });
			if (before && before.consumedPoints >= limiter.points)
				throw throttled(before.msBeforeNext / 1000);
		}
		const statement = await open(core, actor, statementId);
		await keepTrace(actor, 'statement.downloaded', statement.youngPerson.id, statement.id, as);
		return statement;
	}

	async function keepTrace(
		actor: Actor,
		action: 'statement.downloaded' | 'plan.downloaded',
		youngPersonId: string,
		id: string,
		as: 'pdf' | 'json'
	): Promise<void> {
		await core.database.inTransaction(async (tx) => {
			await limiter.penalty(actor.id ?? '', 1, { queries: tx });
			await core.audit.record(tx, {
				action,
				actor,
				youngPersonId,
				subject: { kind: 'statement', id },
				detail: { as }
			});
		});
	}

	return {
		/** A statement as this reader may see it, to be printed. Opening it so is opening it. */
		async statementForDesk(actor: Actor, statementId: string, language: string): Promise<Printed> {
			const statement = await openToKeep(actor, statementId, 'pdf');
			const translator = planning.translator(language);
			const blocks = deskStatementBlocks(statement, translator, core.now());
			return {
				document: documentOf('documents:staff_title', blocks, translator, core.now()),
				pictures: await picturesOf(core, statement)
			};
		},

		/** The same as a file for the case system, as its programs fetch it (`api/v1`). */
		async statementInJson(actor: Actor, statementId: string): Promise<StatementResource> {
			const statement = await openToKeep(actor, statementId, 'json');
			const found = await findStatement(read, actor, statementId);
			const { profile } = await youngPersonOf(core, read, statement.youngPerson.id);
			const of = { subjectId: statement.id, youngPersonId: statement.youngPerson.id };
			return statementResource(statement, {
				ref: profile.ref,
				meetingRef:
					statement.meeting &&
					(await meetingRefsOf(read, [statement.meeting.id]))(statement.meeting.id).ref,
				readers: await readersOf(core, read, found),
				leftOut: (await keptForChair(read, statementId)) - countKept(statement),
				copied: (await copiesOf(core, read, 'statement', [of])).get(copyKey(of)) ?? null,
				links: {
					document: `/desk/statements/${statement.id}/pdf`,
					attachment: (kind, id) => `/desk/${kind}s/${id}`
				}
			});
		},

		/** The agenda of a plan, for whoever chairs the meeting. @param statementId which, where there are several */
		async agendaForDesk(
			actor: Actor,
			meetingId: string,
			statementId: string | null
		): Promise<Document> {
			const plan = await forChair(core, actor, meetingId, statementId);
			const { read: queries } = core.database;
			const { row } = await findStatement(queries, actor, plan.statementId);
			await keepTrace(actor, 'plan.downloaded', row.youngPersonId, row.id, 'pdf');
			return agendaOf(plan);
		},

		/** The agenda of their own plan, sent or still a draft. @throws Refusal `not_found` where nothing is planned */
		async ownAgenda(actor: Actor, meetingId: string): Promise<Document> {
			const plan = await ofOwnMeeting(core, planning, actor, meetingId);
			if (!plan) throw notFound();
			return agendaOf(plan);
		}
	};

	function agendaOf(plan: PlanView): Document {
		const { translator, blocks } = agendaBlocks(plan, planning.translator);
		return documentOf('documents:agenda_title', blocks, translator, core.now());
	}
}

/** A document with when it was made, small, at its end. */
export function documentOf(
	titleKey: 'documents:staff_title' | 'documents:agenda_title',
	blocks: readonly Block[],
	translator: Translator,
	now: number
): Document {
	const made = said(translator, 'documents:made', { when: when(translator, now) });
	return {
		title: said(translator, titleKey),
		unprintable: said(translator, 'documents:unprintable'),
		blocks: [...blocks, { kind: 'small', text: made }]
	};
}

/** The pictures in what this reader may see. */
export async function picturesOf(
	core: Core,
	{ youngPerson, answers }: Pick<DeskStatementView, 'youngPerson' | 'answers'>
): Promise<Pictures> {
	const { read } = core.database;
	const ids = answers.flatMap(({ answer }) =>
		filesIn(answer).flatMap(({ id, kind }) => (kind === 'picture' ? [id] : []))
	);
	if (ids.length === 0) return new Map();
	const { row } = await youngPersonOf(core, read, youngPerson.id);
	const keys = await core.vault.unlock(read, [row.keyId]);
	return printedPictures(read, ids, { keyId: row.keyId, keys });
}

const countKept = ({ answers }: Pick<DeskStatementView, 'answers'>): number =>
	answers.filter(({ chairOnly }) => chairOnly).length;

/** How many answers of a statement were said for the chair alone. */
export async function keptForChair(queries: Queries, statementId: string): Promise<number> {
	const { statementAnswers } = queries.tables;
	const rows = await queries
		.select({ id: statementAnswers.questionId })
		.from(statementAnswers)
		.where(and(eq(statementAnswers.statementId, statementId), eq(statementAnswers.chairOnly, 1)));
	return rows.length;
}
