import { and, asc, eq, gt, inArray, isNull, ne, notInArray } from 'drizzle-orm';
import { themesOf } from '../../figures/themes.ts';
import type { Answer, Answers } from '../../forms/answers.ts';
import { demand, rolesOf, type Actor } from '../access.ts';
import type { Core } from '../core.ts';
import type { Tx } from '../db/database.ts';
import { londonDate } from '../../language/dates.ts';
import { answerPlace } from '../statements/places.ts';
import { themesWithRows } from './list.ts';

/** The London month of a statement, as its themes keep it. */
export const monthOf = (sentAt: number): string => londonDate(sentAt).slice(0, 7);

/** Statements at a time: each transaction is over soon. */
const AT_ONCE = 50;

/**
 * Keeps with a statement the themes its answers suggest, of those in use. Which questions were answered and how the
 * closed ones were: nobody's words are read for it.
 */
export async function keepThemes(
	core: Core,
	tx: Tx,
	statements: readonly {
		readonly id: string;
		readonly formId: string;
		readonly sentAt: number;
		readonly answers: Answers;
	}[]
): Promise<number> {
	const suggested = statements.map(({ id, formId, sentAt, answers }) => ({
		id,
		month: monthOf(sentAt),
		codes: new Set<string>(themesOf(formId, answers))
	}));
	if (suggested.every(({ codes }) => codes.size === 0)) return 0;
	const themes = (await themesWithRows(core, tx)).filter(({ active }) => active);
	const rows = suggested.flatMap(({ id, month, codes }) =>
		themes
			.filter(({ code }) => code !== null && codes.has(code))
			.map((theme) => ({
				statementId: id,
				themeId: theme.id,
				source: 'answers',
				confirmed: null,
				month,
				byStaffId: null,
				at: core.now()
			}))
	);
	if (rows.length > 0) await tx.insert(tx.tables.statementThemes).values(rows);
	return rows.length;
}

/**
 * The same for what was sent before there were themes, and for no statement that has any.
 * @returns how many statements have some now
 */
export async function suggestForOld(core: Core, actor: Actor): Promise<number> {
	demand('theme.suggest', rolesOf(actor));
	let given = 0;
	for (let after = ''; ;) {
		const from = after;
		const { last, some } = await core.database.inTransaction(async (tx) => {
			const { statements, statementThemes, statementAnswers, youngPeople } = tx.tables;
			const rows = await tx
				.select({
					id: statements.id,
					formId: statements.formId,
					sentAt: statements.sentAt,
					keyId: youngPeople.keyId
				})
				.from(statements)
				.innerJoin(youngPeople, eq(youngPeople.id, statements.youngPersonId))
				.where(
					and(
						gt(statements.id, from),
						ne(statements.goesTo, 'handler'),
						isNull(statements.takenBackAt),
						notInArray(
							statements.id,
							tx.select({ id: statementThemes.statementId }).from(statementThemes)
						)
					)
				)
				.orderBy(asc(statements.id))
				.limit(AT_ONCE);
			if (rows.length === 0) return { last: null, some: 0 };
			const ids = rows.map(({ id }) => id);
			const keys = await core.vault.unlock(
				tx,
				rows.map(({ keyId }) => keyId)
			);
			const answers = await tx
				.select()
				.from(statementAnswers)
				.where(inArray(statementAnswers.statementId, ids));
			const byStatement = Map.groupBy(answers, ({ statementId }) => statementId);
			let withSome = 0;
			for (const { id, formId, sentAt, keyId } of rows) {
				const own = byStatement.get(id) ?? [];
				const opened = Object.fromEntries(
					own.map(({ questionId, answerSealed }) => [
						questionId,
						keys.openJson<Answer>(keyId, answerPlace(id, questionId), answerSealed)
					])
				);
				if ((await keepThemes(core, tx, [{ id, formId, sentAt, answers: opened }])) > 0) withSome++;
			}
			if (withSome > 0)
				await core.audit.record(tx, {
					action: 'theme.suggested',
					actor,
					detail: { statements: withSome }
				});
			return { last: ids.at(-1) ?? null, some: withSome };
		});
		given += some;
		if (last === null) return given;
		after = last;
	}
}
