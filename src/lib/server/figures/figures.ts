import { and, asc, count, eq, gt, gte, inArray, isNull, lt } from 'drizzle-orm';
import * as v from 'valibot';
import type { Answer } from '../../forms/answers.ts';
import type { Form } from '../../forms/definition.ts';
import { figuresOf, type Counted, type QuestionFigures } from '../../forms/figures.ts';
import type { Wording } from '../../forms/wording.ts';
import { londonDate, londonMidnight } from '../../language/dates.ts';
import { demandOfStaff, type Actor } from '../access.ts';
import type { Core } from '../core.ts';
import type { Queries } from '../db/database.ts';
import { invalid, notFound } from '../errors.ts';
import { answerPlace, wordingPlace } from '../statements/places.ts';

/** Of fewer statements nothing is told but that they are few: a count of one is a person. */
export const FEWEST = 5;

/** London dates, both included. */
export interface Period {
	readonly from: string;
	readonly to: string;
}

/** How many statements there are; null where they are too few to tell. None is told as none. */
export interface FormCount {
	readonly formId: string;
	readonly statements: number | null;
}

export type QuestionTold =
	| (QuestionFigures & { readonly few: false })
	| (Pick<QuestionFigures, 'id' | 'type'> & { readonly few: true });

export interface FormFiguresView {
	readonly form: Form;
	readonly period: Period;
	readonly statements: number | null;
	/** Empty where there are too few. Of a question that too few were asked nothing is told but that. */
	readonly questions: readonly QuestionTold[];
}

const date = v.pipe(v.string(), v.isoDate());
const given = v.object({ from: date, to: date });
/** Bounds memory, and lets other requests through in between: opening what is sealed takes the processor. */
const A_PAGE = 100;

const A_YEAR_MS = 365 * 86_400_000;

export type Figures = ReturnType<typeof createFigures>;

export function createFigures(core: Core, { forms }: { readonly forms: readonly Form[] }) {
	return {
		/** How many statements of each form were sent in a period. */
		async forms(
			actor: Actor,
			asked: Partial<Period>
		): Promise<{ period: Period; forms: FormCount[] }> {
			demandOfStaff('figures.see', actor);
			const period = periodOf(core, asked);
			return core.database.inTransaction(async (tx) => {
				const { statements } = tx.tables;
				const rows = await tx
					.select({ formId: statements.formId, total: count() })
					.from(statements)
					.where(sentIn(tx, period))
					.groupBy(statements.formId);
				await core.audit.record(tx, { action: 'figures.seen', actor, detail: { ...period } });
				return {
					period,
					forms: forms.map(({ id }) => ({
						formId: id,
						statements: told(rows.find(({ formId }) => formId === id)?.total ?? 0)
					}))
				};
			});
		},

		/** One form's answers in a period, counted. Not a reading: no answer leaves here, and no young person's id. */
		async ofForm(actor: Actor, formId: string, asked: Partial<Period>): Promise<FormFiguresView> {
			demandOfStaff('figures.see', actor);
			const form = forms.find(({ id }) => id === formId);
			if (!form) throw notFound();
			const period = periodOf(core, asked);
			const counted = await core.database.snapshot((queries) =>
				answersOf(core, queries, form.id, period)
			);
			await core.database.inTransaction((tx) =>
				core.audit.record(tx, {
					action: 'figures.seen',
					actor,
					detail: { form: form.id, ...period, statements: counted.length }
				})
			);
			const statements = told(counted.length);
			return {
				form,
				period,
				statements,
				questions: statements ? figuresOf(form, counted).map(toldOf) : []
			};
		}
	};
}

const told = (statements: number): number | null =>
	statements > 0 && statements < FEWEST ? null : statements;

const toldOf = (question: QuestionFigures): QuestionTold =>
	told(question.asked) === null
		? { id: question.id, type: question.type, few: true }
		: { ...question, few: false };

/** A year up to today where nothing else is asked for. */
function periodOf(core: Core, { from, to }: Partial<Period>): Period {
	const now = core.now();
	const parsed = v.safeParse(given, {
		from: from || londonDate(now - A_YEAR_MS),
		to: to || londonDate(now)
	});
	const period = parsed.success ? parsed.output : null;
	if (!period || period.from > period.to) throw invalid('period_wrong');
	return period;
}

function sentIn(queries: Queries, { from, to }: Period) {
	const { statements } = queries.tables;
	return and(
		gte(statements.sentAt, londonMidnight(from)),
		lt(statements.sentAt, londonMidnight(dayAfter(to))),
		isNull(statements.takenBackAt)
	);
}

const dayAfter = (day: string): string =>
	new Date(Date.parse(`${day}T00:00Z`) + 86_400_000).toISOString().slice(0, 10);

async function answersOf(
	core: Core,
	queries: Queries,
	formId: string,
	period: Period
): Promise<Counted[]> {
	const { statements, statementAnswers, youngPeople } = queries.tables;
	const counted: Counted[] = [];
	for (let after = ''; ;) {
		const rows = await queries
			.select({
				id: statements.id,
				wordingSealed: statements.wordingSealed,
				keyId: youngPeople.keyId
			})
			.from(statements)
			.innerJoin(youngPeople, eq(youngPeople.id, statements.youngPersonId))
			.where(and(eq(statements.formId, formId), sentIn(queries, period), gt(statements.id, after)))
			.orderBy(asc(statements.id))
			.limit(A_PAGE);
		const last = rows.at(-1);
		if (!last) return counted;
		after = last.id;
		const keys = await core.vault.unlock(
			queries,
			rows.map(({ keyId }) => keyId)
		);
		const answers = await queries
			.select()
			.from(statementAnswers)
			.where(
				inArray(
					statementAnswers.statementId,
					rows.map(({ id }) => id)
				)
			);
		for (const { id, keyId, wordingSealed } of rows) {
			const wording = keys.openJson<Wording>(keyId, wordingPlace(id), wordingSealed);
			const own = answers.filter(({ statementId }) => statementId === id);
			counted.push({
				asked: wording.questions.map((question) => question.id),
				answers: Object.fromEntries(
					own.map(({ questionId, answerSealed }) => [
						questionId,
						keys.openJson<Answer>(keyId, answerPlace(id, questionId), answerSealed)
					])
				)
			});
		}
	}
}
