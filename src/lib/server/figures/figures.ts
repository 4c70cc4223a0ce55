import { and, asc, count, eq, gt, gte, inArray, isNull, lt, min } from 'drizzle-orm';
import { endedHalves, type HalfYear } from '../../figures/half-years.ts';
import { FEWEST } from '../../figures/hiding.ts';
import type { Period } from '../../figures/periods.ts';
import { toldAnswers, type ToldQuestion } from '../../figures/told-answers.ts';
import type { Answer } from '../../forms/answers.ts';
import type { Form } from '../../forms/definition.ts';
import type { Counted } from '../../forms/figures.ts';
import type { Wording } from '../../forms/wording.ts';
import { londonDate, londonMidnight } from '../../language/dates.ts';
import { addDays } from '../../meetings/working-days.ts';
import { demandOfStaff, type Actor } from '../access.ts';
import type { Core } from '../core.ts';
import type { Queries } from '../db/database.ts';
import { notFound } from '../errors.ts';
import { answerPlace, wordingPlace } from '../statements/places.ts';
import { tellOnce } from './told.ts';

/** How many statements there are: managers see who sent them, so it is no secret. */
export interface FormCount {
	readonly formId: string;
	readonly statements: number;
}

/** The halves of financial years there are, the latest first, and the one that is shown; null before the first is over. */
export interface HalfChosen {
	readonly halves: readonly HalfYear[];
	readonly half: HalfYear | null;
}

interface ToldAnswers {
	readonly statements: number;
	readonly questions: readonly ToldQuestion[];
}

export interface FormFiguresView extends HalfChosen, ToldAnswers {
	readonly form: Form;
	/** Too few to tell anything of what they said. */
	readonly few: boolean;
}

/** Bounds memory, and lets other requests through in between: opening what is sealed takes the processor. */
const A_PAGE = 100;

export type Figures = ReturnType<typeof createFigures>;

/**
 * What young people answered, counted by question. Nobody may open what is counted here, so it is told of halves of a
 * financial year that are over, which never overlap, once for each, and with small numbers hidden.
 */
export function createFigures(core: Core, { forms }: { readonly forms: readonly Form[] }) {
	// What goes to who handles a request is counted with the requests, and nowhere twice.
	const counted = forms.filter(({ goesTo }) => goesTo === 'chair' || goesTo === 'worker');

	return {
		/** How many statements of each form were sent in half a year. */
		async forms(actor: Actor, halfId: string): Promise<HalfChosen & { forms: FormCount[] }> {
			demandOfStaff('figures.see', actor);
			const chosen = await chooseHalf(core, halfId);
			const { half } = chosen;
			return core.database.inTransaction(async (tx) => {
				const { statements } = tx.tables;
				const rows = half
					? await tx
							.select({ formId: statements.formId, total: count() })
							.from(statements)
							.where(sentIn(tx, half))
							.groupBy(statements.formId)
					: [];
				await core.audit.record(tx, {
					action: 'figures.seen',
					actor,
					detail: { view: 'forms', half: half?.id ?? '' }
				});
				return {
					...chosen,
					forms: counted.map(({ id }) => ({
						formId: id,
						statements: rows.find(({ formId }) => formId === id)?.total ?? 0
					}))
				};
			});
		},

		/** One form's answers in half a year. Not a reading: no answer leaves here, and no young person's id. */
		async ofForm(actor: Actor, formId: string, halfId: string): Promise<FormFiguresView> {
			demandOfStaff('figures.see', actor);
			const form = counted.find(({ id }) => id === formId);
			if (!form) throw notFound();
			const chosen = await chooseHalf(core, halfId);
			const { half } = chosen;
			const { statements, questions } = half
				? (
						await tellOnce(
							core,
							actor,
							{ subject: `answers:${form.id}`, period: half.id },
							async (queries): Promise<ToldAnswers> => {
								const given = await answersOf(core, queries, form.id, half);
								return { statements: given.length, questions: toldAnswers(form, given) };
							}
						)
					).told
				: { statements: 0, questions: [] };
			await core.database.inTransaction((tx) =>
				core.audit.record(tx, {
					action: 'figures.seen',
					actor,
					detail: { form: form.id, half: half?.id ?? '', statements }
				})
			);
			return { ...chosen, form, statements, few: statements < FEWEST, questions };
		}
	};
}

/** The half year asked for; where there is none of that name, the latest that is over. */
async function chooseHalf(core: Core, halfId: string): Promise<HalfChosen> {
	const { read } = core.database;
	const [first] = await read
		.select({ at: min(read.tables.statements.sentAt) })
		.from(read.tables.statements);
	const at = first?.at ?? null;
	const halves = at === null ? [] : endedHalves(londonDate(Number(at)), londonDate(core.now()));
	return { halves, half: halves.find(({ id }) => id === halfId) ?? halves[0] ?? null };
}

function sentIn(queries: Queries, { from, to }: Period) {
	const { statements } = queries.tables;
	return and(
		gte(statements.sentAt, londonMidnight(from)),
		lt(statements.sentAt, londonMidnight(addDays(to, 1))),
		isNull(statements.takenBackAt)
	);
}

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
