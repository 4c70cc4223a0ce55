import { eq } from 'drizzle-orm';
import { unzipSync } from 'fflate';
import sharp from 'sharp';
import { expect, test } from 'vitest';
import { addDraft, sendStatement } from '../../../../tests/support/drafts.ts';
import { eastbrook } from '../../../../tests/support/eastbrook.ts';
import { onBothEngines } from '../../../../tests/support/engines.ts';
import { arabicWords, linesInPdf } from '../../../../tests/support/pdf-text.ts';
import { addYoungPerson } from '../../../../tests/support/people.ts';
import type { Answer } from '../../forms/answers.ts';

const WORDS = 'I want to see my brother more';
const ARABIC = 'أريد أن أرى أخي أكثر قبل المراجعة القادمة';
const SAID: Readonly<Record<string, Answer>> = {
	'1': { kind: 'faces', value: 4 },
	'3': { kind: 'say', text: WORDS, pictures: [] },
	'5': { kind: 'sort', cards: { food: 'good', sleep: 'not_good' } },
	Z1: { kind: 'pick', value: 'rather_not' }
};

async function unzipped(stream: ReadableStream<Uint8Array>): Promise<Record<string, Uint8Array>> {
	return unzipSync(new Uint8Array(await new Response(stream as BodyInit).arrayBuffer()));
}

onBothEngines('documents', (engine) => {
	const world = () => eastbrook((options) => engine.open(options));

	test('one statement is printed as it was asked, said and answered', async () => {
		const { app, sam, amina } = await world();
		const { statementId } = await sendStatement(app, amina, { answers: SAID });
		await app.statements.open(sam.actor, statementId);
		await app.statements.reply(sam.actor, {
			statementId,
			sendKey: 'a-reply',
			words: 'I will ask about your brother'
		});
		const { wording, answers } = await app.statements.readOwn(amina.actor, statementId);

		const lines = await linesInPdf(
			await app.documents.statementPdf(amina.actor, statementId, 'en')
		);
		const text = lines.join(' ');

		// Every question that has an answer, in the order it was asked.
		const answered = wording.questions.filter(({ id }) =>
			answers.some(({ questionId }) => questionId === id)
		);
		const places = answered.map(({ title }) => text.indexOf(title.shown));
		expect(places).not.toContain(-1);
		expect(places).toEqual(places.toSorted((a, b) => a - b));
		const label = (question: string, code: string) =>
			wording.questions.find(({ id }) => id === question)?.labels[code]?.shown ?? '?';
		for (const said of [
			WORDS,
			label('1', '4'),
			`${label('5', 'food')}: ${label('5', 'good')}`,
			label('Z1', 'rather_not'),
			'Sam Okoro opened it',
			'I will ask about your brother'
		])
			expect(text).toContain(said);
	});

	test('Arabic comes out of the PDF in the order it went in', async () => {
		const { app, amina } = await world();
		const answers: Record<string, Answer> = { '3': { kind: 'say', text: ARABIC, pictures: [] } };
		const { statementId } = await sendStatement(app, amina, { answers, language: 'ar' });

		const lines = await linesInPdf(
			await app.documents.statementPdf(amina.actor, statementId, 'ar')
		);

		const printed = lines.map(arabicWords);
		expect(printed).toContainEqual(arabicWords(ARABIC));
		const title = app.translator('ar').t('before-my-review:title');
		expect(printed).toContainEqual(arabicWords(title));
	});

	test('all of it is a PDF, a text, and every statement with its pictures as files', async () => {
		const { app, clock, amina } = await world();
		const webp = await sharp({
			create: { width: 8, height: 8, channels: 3, background: '#336699' }
		})
			.webp()
			.toBuffer();
		await sendStatement(app, amina, { answers: SAID });
		clock.set('2026-11-22T09:00');
		const { sendKey } = await addDraft(app, amina, {
			answers: { '3': { kind: 'say', text: 'Look', pictures: ['p'] } },
			pictures: { p: '3' },
			pictureBytes: webp
		});
		await app.statements.send(amina.actor, { formId: 'before-my-review', sendKey });

		const files = await unzipped(await app.documents.everything(amina.actor, 'en'));

		expect(Object.keys(files)).toEqual([
			'sayso/everything.pdf',
			'sayso/everything.txt',
			'sayso/001-2026-11-21/statement.json',
			'sayso/002-2026-11-22/statement.json',
			'sayso/002-2026-11-22/picture-1.webp'
		]);
		const read = (name: string) => Buffer.from(files[`sayso/${name}`] ?? []);
		expect(read('002-2026-11-22/picture-1.webp')).toEqual(webp);
		expect(read('everything.txt').toString()).toContain(`> ${WORDS}`);
		expect(read('everything.txt').toString()).toContain('002-2026-11-22/picture-1.webp');
		expect((await linesInPdf(read('everything.pdf'))).join(' ')).toContain(WORDS);
		const json = JSON.parse(read('001-2026-11-21/statement.json').toString());
		expect(json.questions.find(({ id }: { id: string }) => id === '3').answer).toEqual(SAID['3']);
	});

	test('it leaves a trace, and is not made over and over', async () => {
		const { app, amina } = await world();
		await sendStatement(app, amina);

		const makeAll = async () => {
			await (await app.documents.everything(amina.actor, 'en')).cancel();
		};
		for (let time = 0; time < 6; time += 1) await makeAll();
		await expect(makeAll()).rejects.toMatchObject({ kind: 'throttled' });

		const { auditEntries } = app.database.read.tables;
		const traces = await app.database.read
			.select()
			.from(auditEntries)
			.where(eq(auditEntries.action, 'things.downloaded'));
		expect(traces).toHaveLength(6);
	});

	test('nobody else can have it, and not what was taken back', async () => {
		const { app, sam, amina } = await world();
		const { statementId } = await sendStatement(app, amina);
		const other = await addYoungPerson(app, { officerId: sam.id });
		const helped = { ...amina.actor, only: { formId: 'before-my-review', togetherId: 'x' } };

		for (const actor of [sam.actor, other.actor, helped])
			await expect(app.documents.statementPdf(actor, statementId, 'en')).rejects.toMatchObject({
				kind: 'not_found'
			});
		for (const actor of [sam.actor, helped])
			await expect(app.documents.everything(actor, 'en')).rejects.toMatchObject({
				kind: 'not_found'
			});
		await app.database.inTransaction(async (tx) => {
			await tx.update(tx.tables.statements).set({ takenBackAt: app.now() });
		});
		await expect(app.documents.statementPdf(amina.actor, statementId, 'en')).rejects.toMatchObject({
			kind: 'not_found'
		});
	});
});
