import { eq } from 'drizzle-orm';
import { expect, test } from 'vitest';
import { addDecision } from '../../../../tests/support/decided.ts';
import { sendStatement } from '../../../../tests/support/drafts.ts';
import { eastbrook } from '../../../../tests/support/eastbrook.ts';
import { onBothEngines } from '../../../../tests/support/engines.ts';
import { arabicWords, linesInPdf } from '../../../../tests/support/pdf-text.ts';
import { addYoungPerson } from '../../../../tests/support/people.ts';
import { themeName } from '../../figures/theme-name.ts';
import type { Answer } from '../../forms/answers.ts';
import { NOBODY, OPERATOR, type Actor } from '../access.ts';

/** Who says what: so many of each, on one day. */
type Sending = readonly [local: string, team: string, count: number, answers: Answers];
type Answers = Readonly<Record<string, Answer>>;

const SCHOOL: Answers = { '7': { kind: 'faces', value: 2 } };
const HEALTH: Answers = { '9': { kind: 'say', text: 'My tooth hurts.', pictures: [] } };
const CONTENT: Answers = { '7': { kind: 'faces', value: 5 } };
const PRAISE: Answers = { '1': { kind: 'say', text: 'I won.', pictures: [] } };

onBothEngines('the figures of themes', (engine) => {
	async function council(sendings: readonly (readonly [...Sending, form?: string])[]) {
		const world = await eastbrook((options) => engine.open(options), '2025-04-02T09:00');
		const { app, clock, sam } = world;
		const sent: { id: string; youngPersonId: string; actor: Actor }[] = [];
		for (const [local, team, count, answers, formId = 'before-my-review'] of sendings) {
			clock.set(local);
			for (let one = 0; one < count; one++) {
				const person = await addYoungPerson(app, { officerId: sam.id });
				await app.database.inTransaction((tx) =>
					tx
						.update(tx.tables.youngPeople)
						.set({ team })
						.where(eq(tx.tables.youngPeople.id, person.id))
				);
				const { statementId } = await sendStatement(app, person, { formId, answers });
				sent.push({ id: statementId, youngPersonId: person.id, actor: person.actor });
			}
		}
		const says = async (at: number, themeIds: readonly string[]) => {
			const statementId = sent[at]?.id ?? '';
			const shown = await app.themes.ofStatement(sam.actor, statementId);
			await app.themes.mark(sam.actor, {
				...{ statementId, themeIds: [...themeIds] },
				seen: shown?.seen ?? ''
			});
		};
		return { ...world, sent, says };
	}

	test('count by month and group what stands, and hide what is few', async () => {
		const { app, clock, manager, sent, says } = await council([
			['2025-04-30T23:30', 'East', 6, SCHOOL],
			['2025-05-01T00:10', 'West', 7, SCHOOL],
			['2025-05-20T12:00', 'West', 8, HEALTH],
			['2025-04-20T12:00', 'East', 9, CONTENT],
			['2025-06-20T12:00', 'North', 1, HEALTH]
		]);
		await says(0, ['school', 'money']);
		await says(6, []);
		await says(13, ['health', 'school']);
		clock.set('2026-04-01T00:10');

		const year = await app.themes.ofYear(manager.actor, 2025);
		expect(year.sent).toBe(31);
		const of = (code: string) => {
			const found = year.themes.find(({ theme }) => theme.code === code);
			return {
				months: found?.months.slice(0, 3).map(({ count }) => count),
				total: found?.total,
				sources: found?.sources.cells.map(({ id, count }) => `${id} ${count}`)
			};
		};
		expect(of('school')).toEqual({
			months: [6, 7, null],
			total: null,
			sources: []
		});
		expect(of('money')).toMatchObject({ months: [null, 0, null], total: null });
		expect(of('home')).toMatchObject({ months: [0, 0, null] });

		await app.themes.suggestForOld(OPERATOR);
		const one = await app.themes.oneOfYear(manager.actor, 'school', 2025);
		expect(one.told).toMatchObject({ total: null });
		expect(one.groups.flatMap(({ cells }) => cells)).toEqual([]);

		await app.statements.takeBack(sent.at(-1)?.actor ?? NOBODY, sent.at(-1)?.id ?? '');
		const after = await app.themes.oneOfYear(manager.actor, 'school', 2025);
		expect(after.sent).toBe(30);
		expect(after.told.total).toBe(13);
		const team = after.groups.find(({ id }) => id === 'team');
		expect(team?.cells).toEqual([
			{ id: 'East', count: 6 },
			{ id: 'West', count: 7 }
		]);
		for (const { cells } of after.groups)
			expect(cells.reduce((sum, { count }) => sum + (count ?? 0), 0)).toBe(13);
	});

	test('tell of the running year the months that are over, and of no year that was not', async () => {
		const { app, clock, manager } = await council([
			['2026-09-10T12:00', 'East', 6, SCHOOL],
			['2026-09-11T12:00', 'East', 6, CONTENT],
			['2026-10-10T12:00', 'East', 6, SCHOOL]
		]);
		clock.set('2026-10-31T23:50');
		const year = await app.themes.ofYear(manager.actor, null);
		expect(year.year).toMatchObject({ start: 2026, ended: false, period: { to: '2026-09-30' } });
		expect(year.themes.find(({ theme }) => theme.code === 'school')).toMatchObject({
			months: [0, 0, 0, 0, 0, 6].map((count, at) => ({ id: `2026-0${at + 4}`, count })),
			total: null
		});
		expect((await app.themes.oneOfYear(manager.actor, 'school', null)).groups).toEqual([]);
		for (const start of [2025, 2027, 0])
			await expect(app.themes.ofYear(manager.actor, start)).rejects.toMatchObject({
				code: 'not_found'
			});
		await expect(app.themes.oneOfYear(manager.actor, 'no', null)).rejects.toMatchObject({
			code: 'not_found'
		});
		clock.set('2026-04-10T09:00');
	});

	test('say what was decided about what they answered to questions on the theme', async () => {
		const { app, clock, manager, sent, review, amina } = await council([
			['2025-05-01T12:00', 'East', 12, { ...SCHOOL, ...HEALTH }],
			['2025-05-02T12:00', 'East', 12, CONTENT]
		]);
		const meetingId = await review('2025-06-01T12:00');
		expect(amina.id).toBeTruthy();
		const owner = { name: 'Her carer' };
		for (const [at, one] of sent.slice(0, 12).entries())
			await addDecision(app, {
				...{ meetingId, youngPersonId: one.youngPersonId, statementId: one.id },
				questionId: at === 11 ? '9' : '7',
				outcome: at < 5 ? 'agreed' : at < 11 ? 'not_agreed' : 'agreed',
				...(at < 5 ? { owner, dueOn: '2025-07-01' } : {})
			});
		clock.set('2026-04-02T09:00');
		const { decided } = await app.themes.oneOfYear(manager.actor, 'school', 2025);
		expect(decided).toEqual({
			total: 11,
			tables: [
				{
					id: 'outcomes',
					cells: [
						{ id: 'agreed', count: 5 },
						{ id: 'partly', count: 0 },
						{ id: 'not_agreed', count: 6 },
						{ id: 'open', count: 0 }
					]
				},
				{
					id: 'promises',
					cells: [
						{ id: 'done', count: 0 },
						{ id: 'overdue', count: 5 },
						{ id: 'open', count: 0 },
						{ id: 'not_done', count: 0 },
						{ id: 'none', count: 6 }
					]
				}
			]
		});
		const health = await app.themes.oneOfYear(manager.actor, 'health', 2025);
		expect(health.decided).toMatchObject({ total: null });
	});

	test.each(['en', 'ar'])(
		'the monthly note says the same on paper as on screen (%s)',
		async (tag) => {
			const { app, clock, manager } = await council([
				['2026-09-10T12:00', 'East', 6, SCHOOL],
				['2026-09-10T12:00', 'East', 5, CONTENT],
				['2026-10-10T12:00', 'East', 23, SCHOOL],
				['2026-10-11T12:00', 'East', 2, HEALTH],
				['2026-10-12T12:00', 'East', 17, PRAISE, 'good-news']
			]);
			clock.set('2026-11-02T09:00');
			expect(await app.themes.months(manager.actor)).toEqual(['2026-10', '2026-09']);
			const note = await app.themes.note(manager.actor, '2026-10');
			expect(note).toMatchObject({
				...{ month: '2026-10', before: '2026-09', sent: 42 },
				themes: [
					{ theme: { code: 'school' }, count: 23, before: 6 },
					{ theme: { code: 'praise' }, count: 17, before: 0 },
					{ theme: { code: 'health' }, count: null, before: 0 }
				],
				praised: { goodNews: 17, goodNewsBefore: 0 }
			});
			for (const month of ['2026-11', '2026-08', 'x'])
				await expect(app.themes.note(manager.actor, month)).rejects.toMatchObject({
					code: 'not_found'
				});

			const translator = app.translator(tag);
			const document = await app.themes.noteDocument(manager.actor, '2026-10', tag);
			const lines = await linesInPdf(await app.documents.print(document));
			expect(['1', '2']).toContain(lines.at(-1));
			// Numbers beside each other in a line from right to left come in another order, and are those all the same.
			const wordsOf = (line: string) => arabicWords(line).toSorted();
			const rows = lines.map(wordsOf);
			for (const { theme, count, before } of note.themes) {
				const name = themeName(translator, theme);
				const row = theme.code === 'health' ? `• ${name}` : `${name} ${count} ${before}`;
				expect(rows).toContainEqual(wordsOf(row));
			}
			for (const { what, count } of note.late)
				expect(rows).toContainEqual(
					wordsOf(`${translator.t(`themes:note.late.${what}`)} ${count}`)
				);
			expect(lines.join(' ')).not.toContain('tooth');
		}
	);
});
