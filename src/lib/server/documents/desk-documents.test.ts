import { eq } from 'drizzle-orm';
import * as v from 'valibot';
import { expect, test } from 'vitest';
import { sendStatement } from '../../../../tests/support/drafts.ts';
import { eastbrook } from '../../../../tests/support/eastbrook.ts';
import { onBothEngines } from '../../../../tests/support/engines.ts';
import { arabicWords, linesInPdf } from '../../../../tests/support/pdf-text.ts';
import { addStaff } from '../../../../tests/support/people.ts';
import { PLAN_FORM } from '../../meetings/agenda.ts';
import { SCHEMAS } from '../machines/endpoints.ts';
import { plainText } from './plain-text.ts';

const ARABIC = 'أريد أن أرى أخي Ahmed يوم 27 نوفمبر';
const TIGRINYA = 'ንሓወይ ብዙሕ ክርእዮ እደሊ';
const KEPT = 'Only Sam may know about the stairs';

const lettersOf = (line: string) => [...arabicWords(line).join('')].sort().join('');

onBothEngines('documents of the desk', (engine) => {
	async function said() {
		const base = await eastbrook((options) => engine.open(options));
		const { app, amina, conference } = base;
		const meetingId = await conference('2026-11-27T16:00');
		const { statementId } = await sendStatement(app, amina, {
			formId: 'before-my-conference',
			language: 'ar',
			answers: {
				'5': { kind: 'say', text: ARABIC, pictures: [] },
				'7': { kind: 'say', text: KEPT, pictures: [] },
				'11': { kind: 'say', text: TIGRINYA, pictures: [] },
				'13': { kind: 'yes_no', value: 'yes' },
				'13_which': { kind: 'protect', questions: ['5'] }
			},
			chairOnly: ['7']
		});
		return { ...base, meetingId, statementId };
	}

	test('a statement says first what must not be told, and was asked in both languages', async () => {
		const { app, sam, statementId } = await said();
		const view = await app.statements.open(sam.actor, statementId);

		const { document, pictures } = await app.documents.statementForDesk(
			sam.actor,
			statementId,
			'en'
		);
		const text = plainText(document, () => '');
		const lines = await linesInPdf(await app.documents.print(document, pictures));

		const asked = view.wording.questions.find(({ id }) => id === '5');
		const { shown = '', english = '' } = asked?.title ?? {};
		expect(shown).not.toBe(english);
		const at = (words: string) => {
			expect(text).toContain(words);
			return text.indexOf(words);
		};
		const protectedAt = at('Must not be told as coming from');
		expect(protectedAt).toBeLessThan(at(`### ${english}`));
		expect(at(`### ${english}`)).toBeLessThan(at(shown));
		expect(at(shown)).toBeLessThan(at(ARABIC));
		expect(text).toContain(KEPT);
		// A vowel sign anywhere makes the reader of the tests cut words: here their letters count, their order in pdf.test.ts.
		for (const words of [ARABIC, TIGRINYA])
			expect(lines.map(lettersOf)).toContain(lettersOf(words));
	});

	test('who was ticked has it without what was kept, and it is an opening like any other', async () => {
		const { app, amina, statementId } = await said();
		const ticked = await addStaff(app, { name: 'Liam Foster', roles: ['social_worker'] });
		await app.database.inTransaction((tx) =>
			tx.insert(tx.tables.statementAudience).values({ statementId, staffId: ticked.id })
		);

		const { document } = await app.documents.statementForDesk(ticked.actor, statementId, 'en');
		const json = await app.documents.statementInJson(ticked.actor, statementId);

		expect(plainText(document, () => '')).not.toContain(KEPT);
		expect(v.parse(SCHEMAS.Statement, json)).toEqual(json);
		expect(JSON.stringify(json)).not.toContain(KEPT);
		expect(json.keptForChair).toBe(1);
		const { openings } = await app.openings.list(amina.actor, {});
		expect(openings.map(({ by, how }) => [by, how])).toEqual([['Liam Foster', 'opened']]);
		const { auditEntries } = app.database.read.tables;
		const traces = await app.database.read
			.select()
			.from(auditEntries)
			.where(eq(auditEntries.action, 'statement.downloaded'));
		expect(traces.map(({ actorId }) => actorId)).toEqual([ticked.id, ticked.id]);
	});

	test('nobody else has it', async () => {
		const { app, manager, amina, statementId } = await said();

		for (const actor of [manager.actor, amina.actor])
			for (const have of [
				app.documents.statementForDesk(actor, statementId, 'en'),
				app.documents.statementInJson(actor, statementId)
			])
				await expect(have).rejects.toMatchObject({ kind: 'not_found' });
	});

	test('an agenda comes in the language it was made in and in English, without what is not for the room', async () => {
		const { app, sam, manager, amina, review } = await eastbrook((options) => engine.open(options));
		const meetingId = await review('2026-11-27T16:00');
		const { statementId } = await sendStatement(app, amina, {
			formId: PLAN_FORM,
			language: 'ar',
			answers: {
				'6': { kind: 'agenda', items: [{ words: ARABIC }, { card: 'home' }], starred: 0 },
				'7': { kind: 'say', text: KEPT, pictures: [] }
			}
		});

		const theirs = await app.documents.ownAgenda(amina.actor, meetingId);
		const chairs = await app.documents.agendaForDesk(sam.actor, meetingId, statementId);

		for (const document of [theirs, chairs]) {
			const text = plainText(document, () => '');
			expect(text.split(ARABIC)).toHaveLength(3);
			expect(text).not.toContain(KEPT);
			const lines = (await linesInPdf(await app.documents.print(document))).map(arabicWords);
			const words = arabicWords(ARABIC);
			expect(lines.some((line) => words.every((word) => line.includes(word)))).toBe(true);
		}
		await expect(
			app.documents.agendaForDesk(manager.actor, meetingId, statementId)
		).rejects.toMatchObject({ kind: 'not_found' });
		await expect(app.documents.ownAgenda(sam.actor, meetingId)).rejects.toMatchObject({
			kind: 'not_found'
		});
	});
});
