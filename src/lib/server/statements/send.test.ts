import { randomUUID } from 'node:crypto';
import { expect, test } from 'vitest';
import { addDraft, sendStatement } from '../../../../tests/support/drafts.ts';
import { eastbrook, noticesTo } from '../../../../tests/support/eastbrook.ts';
import { onBothEngines } from '../../../../tests/support/engines.ts';
import { addStaff, addYoungPerson } from '../../../../tests/support/people.ts';
import type { Answer } from '../../forms/answers.ts';
import { formOf } from '../../forms/catalogue/forms.ts';
import type { App } from '../app.ts';
import type { Core } from '../core.ts';
import type { Tables } from '../db/tables.ts';
import { createStatements } from './statements.ts';

const FACE: Answer = { kind: 'faces', value: 2 };

onBothEngines('sending a statement', (engine) => {
	const begin = () => eastbrook((options) => engine.open(options));

	test('it reads as it was written: wording, language, face, answers', async () => {
		const { app, amina, review } = await begin();
		await review('2026-11-27T16:00');
		const said = 'أريد أن أعرف متى موعد المحامي.';
		const { statementId } = await sendStatement(app, amina, {
			language: 'ar',
			answers: {
				'1': FACE,
				'3': { kind: 'say', text: said, pictures: [] },
				'8': { kind: 'skipped' }
			},
			chairOnly: ['3']
		});

		const own = await app.statements.readOwn(amina.actor, statementId);

		expect(own).toMatchObject({ language: 'ar', face: 'standard', formId: 'before-my-review' });
		expect(own.answers).toEqual([
			{ questionId: '1', answer: FACE, chairOnly: false, language: 'ar' },
			{
				questionId: '3',
				answer: { kind: 'say', text: said, pictures: [] },
				chairOnly: true,
				language: 'ar'
			},
			{ questionId: '8', answer: { kind: 'skipped' }, chairOnly: false, language: 'ar' }
		]);
		const arabic = app.translator('ar').t('before-my-review:title');
		const english = app.translator('en').t('before-my-review:title');
		expect(own.title).toEqual({ shown: arabic, english });
		expect(own.wording.title).toEqual(own.title);
		expect(own.wording.questions.map(({ id }) => id)).toEqual(expect.arrayContaining(['1', '3']));
	});

	test('the same key again is the same statement, and nothing more', async () => {
		const { app, amina, review } = await begin();
		const meetingId = await review('2026-11-27T16:00');
		const { formId, sendKey } = await addDraft(app, amina);

		const first = await app.statements.send(amina.actor, { formId, sendKey });
		const second = await app.statements.send(amina.actor, { formId, sendKey });

		expect(first).toMatchObject({ again: false, meeting: { id: meetingId } });
		expect(second).toEqual({ ...first, again: true });
		expect(await app.statements.listOwn(amina.actor)).toHaveLength(1);
	});

	test('many taps at once make one statement', async () => {
		const { app, amina } = await begin();
		const { formId, sendKey } = await addDraft(app, amina, {
			answers: { Z1: { kind: 'pick', value: 'no' } }
		});

		const sent = await Promise.all(
			Array.from({ length: 8 }, () => app.statements.send(amina.actor, { formId, sendKey }))
		);

		expect(new Set(sent.map(({ statementId }) => statementId)).size).toBe(1);
		expect(sent.filter(({ again }) => !again)).toHaveLength(1);
		expect(await app.statements.listOwn(amina.actor)).toHaveLength(1);
		expect(await rows(app, 'alerts')).toHaveLength(1);
		// One to her that it waits, and one to her officer of the alert.
		expect(await rows(app, 'notices')).toHaveLength(2);
	});

	test('the key of somebody else’s statement finds nothing', async () => {
		const { app, amina } = await begin();
		const { formId, sendKey } = await addDraft(app, amina);
		await app.statements.send(amina.actor, { formId, sendKey });
		const other = await addYoungPerson(app);
		await addDraft(app, other);

		await expect(app.statements.send(other.actor, { formId, sendKey })).rejects.toMatchObject({
			kind: 'not_found'
		});
		expect(await app.statements.listOwn(other.actor)).toEqual([]);
	});

	test('a draft that is not the one that was checked is not sent', async () => {
		const { app, amina } = await begin();
		const { formId } = await addDraft(app, amina);
		await expect(
			app.statements.send(amina.actor, { formId, sendKey: randomUUID() })
		).rejects.toMatchObject({ kind: 'conflict', code: 'draft_changed' });
	});

	test.each([
		['no draft', null],
		['no answer', {}],
		['only skipped questions', { '1': { kind: 'skipped' } }],
		['only who should read it', { Z3: { kind: 'audience', staff: [] } }]
	] satisfies [string, Record<string, Answer> | null][])(
		'with %s there is nothing to send',
		async (_, answers) => {
			const { app, amina } = await begin();
			const formId = 'before-my-review';
			const { sendKey } = answers ? await addDraft(app, amina, { answers }) : { sendKey: 'none' };
			await expect(app.statements.send(amina.actor, { formId, sendKey })).rejects.toMatchObject({
				kind: 'invalid',
				code: 'nothing_to_send'
			});
		}
	);

	test('“don’t want to say” and “not sure” are something to send', async () => {
		const { app, amina } = await begin();
		await sendStatement(app, amina, { answers: { Z1: { kind: 'rather_not' } } });
		expect(await rows(app, 'alerts')).toEqual([]);
	});

	test('the draft is gone afterwards, and its pictures go with the answers that were sent', async () => {
		const { app, amina } = await begin();
		const kept = randomUUID();
		const left = randomUUID();
		const { statementId } = await sendStatement(app, amina, {
			answers: { '1': FACE, '3': { kind: 'say', text: '', pictures: [kept] } },
			pictures: { [kept]: '3', [left]: '8' }
		});

		expect((await app.home.see(amina.actor)).drafts).toEqual([]);
		expect(await rows(app, 'draftAnswers')).toEqual([]);
		expect(await rows(app, 'pictures')).toMatchObject([{ id: kept, statementId, draftId: null }]);
		expect((await app.pictures.openOwn(amina.actor, kept)).toString()).toBe(`bytes ${kept}`);
	});

	test('the managers are told when there is nobody who could open it', async () => {
		const { app, manager } = await begin();
		const kai = await addYoungPerson(app, { officerId: null });

		await sendStatement(app, kai);

		expect(await noticesTo(app, manager.actor)).toEqual(['no_reader']);
	});

	test('those ticked may read it; who is not offered, or must not see it, may not', async () => {
		const { app, sam } = await begin();
		const lena = await addStaff(app, { name: 'Lena Hart', roles: ['social_worker'] });
		const stranger = await addStaff(app, { name: 'A Stranger', roles: ['social_worker'] });
		const jo = await addYoungPerson(app, { officerId: sam.id, socialWorkerId: lena.id });
		const Z3: Answer = { kind: 'audience', staff: [lena.id, stranger.id] };
		const barring = (name: string): Answer => ({ kind: 'people', people: [{ name }] });

		const ticked = await sendStatement(app, jo, { answers: { '1': FACE, Z3 } });
		const barred = await sendStatement(app, jo, {
			answers: { '1': FACE, Z3, Z4: barring('lena') }
		});
		const unticked = await sendStatement(app, jo, { answers: { '1': FACE } });

		const readers = async (id: string) =>
			(await app.statements.readOwn(jo.actor, id)).readers.map(({ name, role }) => [name, role]);
		const chair = ['Sam Okoro', 'chair'];
		expect(await readers(ticked.statementId)).toEqual([chair, ['Lena Hart', 'social_worker']]);
		expect(await readers(barred.statementId)).toEqual([chair]);
		expect(await readers(unticked.statementId)).toEqual([chair]);
	});

	test('feeling unsafe and being hurt raise an alert each', async () => {
		const { app, amina } = await begin();
		const { statementId } = await sendStatement(app, amina, {
			answers: { Z1: { kind: 'pick', value: 'no' }, Z2: { kind: 'yes_no', value: 'yes' } }
		});
		const raised = await rows(app, 'alerts');
		expect(raised.map(({ kind }) => kind).toSorted()).toEqual(['being_hurt', 'not_safe']);
		expect(raised).toMatchObject([{ statementId }, { statementId }]);
	});

	test('all of it is kept or nothing: a failure near the end leaves the draft as it was', async () => {
		const { app, amina } = await begin();
		const { formId, sendKey } = await addDraft(app, amina, {
			answers: { '1': FACE, Z1: { kind: 'pick', value: 'no' } }
		});
		const before = await rows(app, 'auditEntries');
		const failing: Core = {
			...app,
			audit: {
				...app.audit,
				record: async (tx, event) => {
					if (event.action === 'alert.raised') throw new Error('the disk is full');
					await app.audit.record(tx, event);
				}
			}
		};
		const statements = createStatements(failing, { translator: app.translator, formOf });

		await expect(statements.send(amina.actor, { formId, sendKey })).rejects.toThrow('disk is full');

		expect(await rows(app, 'statements')).toEqual([]);
		expect(await rows(app, 'alerts')).toEqual([]);
		expect(await rows(app, 'drafts')).toHaveLength(1);
		expect(await rows(app, 'auditEntries')).toEqual(before);
		expect(await app.statements.send(amina.actor, { formId, sendKey })).toMatchObject({
			again: false
		});
	});

	test('what was sent, whom it went to and what it raised stand in the audit chain, in ids', async () => {
		const { app, amina, review } = await begin();
		await review('2026-11-27T16:00');
		const { statementId } = await sendStatement(app, amina, {
			answers: {
				'3': { kind: 'say', text: 'a secret', pictures: [] },
				Z1: { kind: 'pick', value: 'no' }
			}
		});
		const chain = await rows(app, 'auditEntries');
		expect(chain.map(({ action }) => action)).toEqual([
			'statement.sent',
			'statement.linked',
			'alert.raised'
		]);
		expect(chain[0]).toMatchObject({ actorId: amina.id, subjectId: statementId });
		expect(JSON.stringify(chain)).not.toContain('secret');
		expect((await app.audit.verify(app.database.read)).brokenAt).toBeNull();
	});
});

/** Everything a table holds. */
async function rows(app: App, name: keyof Tables): Promise<Record<string, unknown>[]> {
	const { read } = app.database;
	return read.select().from(read.tables[name]);
}
