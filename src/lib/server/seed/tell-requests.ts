import { randomUUID } from 'node:crypto';
import { formOf } from '../../forms/catalogue/forms.ts';
import { londonDate, londonInstant } from '../../language/dates.ts';
import { languageOf } from '../../language/languages.ts';
import { addDays, addWorkingDays } from '../../meetings/working-days.ts';
import type { RequestKind } from '../../rights/requests.ts';
import type { MoveKind } from '../../rights/stages.ts';
import { OPERATOR, type Actor } from '../access.ts';
import type { App } from '../app.ts';
import { createAudit } from '../audit/audit.ts';
import type { Core } from '../core.ts';
import { joinProvider } from '../requests/give.ts';
import { createRequests } from '../requests/requests.ts';
import { createStatements } from '../statements/statements.ts';
import type { StaffRef } from './demo-people.ts';
import { ASKED, WRITTEN_BACK } from './request-stories.ts';
import type { Council } from './tell-forms.ts';
import { writeDraft } from './write-draft.ts';

const HOUR = 3_600_000;
const DAY = 24 * HOUR;

/**
 * What became of what was asked for: complaints closed in time and late, extended and overdue; advocates in touch; a
 * place on a waiting list; a review with a date. And since a month ago there is a second advocacy service.
 */
export async function tellRequests(app: App, council: Council): Promise<void> {
	let clock = council.now;
	const now = () => clock;
	const core: Core = { ...app, now, audit: createAudit(app.vault, now) };
	const requests = createRequests(core);
	const statements = createStatements(core, { translator: app.translator, formOf });
	const today = londonDate(council.now);

	const at = (days: number, time = '10:20') => {
		clock = Math.min(londonInstant(`${addDays(today, -days)}T${time}`), council.now);
	};
	const staff = (ref: StaffRef): Actor => {
		const actor = council.accounts.staff.get(council.staff.get(ref)?.id ?? '');
		if (!actor) throw new Error(`${ref} cannot do anything`);
		return actor;
	};
	const youngPerson = (ref: string) => {
		const person = council.people.get(ref);
		const actor = person && council.accounts.youngPeople.get(person.id);
		if (!person || !actor) throw new Error(`${ref} cannot ask for anything`);
		return { person, actor };
	};
	const ask = async (ref: string, formId: string, what: string) => {
		const { person, actor } = youngPerson(ref);
		const form = formOf(formId);
		if (!form) throw new Error(`there is no form ${formId}`);
		const sendKey = await core.database.inTransaction((tx) =>
			writeDraft(core, tx, form, {
				youngPersonId: person.id,
				togetherId: '',
				language: languageOf(person.language).tag,
				face: 'standard',
				answers: ASKED[what] ?? {}
			})
		);
		const { statementId } = await statements.send(actor, { formId, sendKey });
		const own = await requests.listOwn(actor);
		return own.find((one) => one.statementId === statementId)?.id ?? '';
	};
	const lastOf = async (ref: string, kind: RequestKind) =>
		(await requests.listOwn(youngPerson(ref).actor)).find((one) => one.kind === kind)?.id;
	/** What a page would send, drawn just now. */
	const drawn = async (by: Actor, id: string) => {
		const { work } = await requests.open(by, id);
		return { id, sendKey: randomUUID(), version: work?.version ?? 0, longest: work?.longestOn };
	};
	const move = async (
		by: Actor,
		id: string,
		step: MoveKind,
		more: { words?: string; on?: string; place?: string } = {}
	) => requests.move(by, { ...(await drawn(by, id)), step, ...more });
	const extend = async (by: Actor, id: string, why: string) => {
		const { longest, ...step } = await drawn(by, id);
		await requests.extend(by, { ...step, to: longest ?? '', words: why });
	};
	const own = async (ref: string, id: string, step: MoveKind | 'waiting') => {
		const { actor } = youngPerson(ref);
		const { version } = await requests.readOwn(actor, id);
		const made = { id, sendKey: randomUUID(), version };
		if (step === 'waiting') await requests.sayWaiting(actor, made);
		else await requests.ownMove(actor, { ...made, step });
	};

	const martin = staff('S06');
	at(700, '17:10');
	const settled = await ask('EB-1003', 'complain', 'settled');
	at(690);
	await move(martin, settled, 'answered', { words: WRITTEN_BACK.settled });
	at(688, '18:00');
	await own('EB-1003', settled, 'settled');

	at(420, '20:15');
	const late = await ask('EB-1004', 'complain', 'late');
	at(412);
	await requests.reply(martin, { ...(await drawn(martin, late)), words: WRITTEN_BACK.waiting });
	at(398);
	await move(martin, late, 'answered', { words: WRITTEN_BACK.late });
	at(391, '19:00');
	await own('EB-1004', late, 'next_asked');
	at(370);
	await extend(martin, late, WRITTEN_BACK.secondLonger);
	at(330);
	await move(martin, late, 'answered', { words: WRITTEN_BACK.second });
	at(280);
	await move(martin, late, 'closed');

	at(24, '21:00');
	const overdue = await ask('EB-1010', 'complain', 'overdue');
	at(22);
	await requests.assign(martin, {
		...(await drawn(martin, overdue)),
		staffId: council.staff.get('S06')?.id ?? ''
	});
	at(2, '17:30');
	await own('EB-1010', overdue, 'waiting');

	at(12, '16:40');
	const extended = await ask('EB-1005', 'complain', 'extended');
	at(3);
	await extend(martin, extended, WRITTEN_BACK.longer);

	const zoe = staff('S07');
	at(250, '17:00');
	const visitor = await ask('EB-1003', 'ask-for-a-visitor', 'visitor');
	at(240);
	await move(zoe, visitor, 'listed', { place: '3', words: WRITTEN_BACK.listed });
	at(200);
	await move(zoe, visitor, 'matched', { words: WRITTEN_BACK.matched });
	const waiting = await lastOf('EB-1002', 'independent_visitor');
	at(5);
	if (waiting) await move(zoe, waiting, 'listed', { place: '3', words: WRITTEN_BACK.listed });

	const sooner = await lastOf('EB-1004', 'early_review');
	at(2);
	if (sooner)
		await move(staff('S02'), sooner, 'date_named', {
			on: addWorkingDays(today, 8),
			words: WRITTEN_BACK.date
		});
	const another = await lastOf('EB-1007', 'change_of_worker');
	at(9);
	if (another) await move(staff('S01'), another, 'agreed', { words: WRITTEN_BACK.agreed });

	const grace = staff('S05');
	const ofAWeekAgo = async () =>
		(await requests.list(grace, { kind: 'advocate' })).rows.filter(
			({ clock: { stage }, createdAt }) => stage === 'given' && createdAt < council.now - 7 * DAY
		);
	// The longest waiting come first: a page at a time, until only the latest are left.
	for (let old = await ofAWeekAgo(); old.length > 0; old = await ofAWeekAgo())
		for (const { id, createdAt, version } of old) {
			clock = createdAt + 27 * HOUR;
			const contact = { id, sendKey: randomUUID(), version, step: 'contacted' } as const;
			await requests.move(grace, contact);
			clock = Math.min(createdAt + 45 * DAY, council.now);
			if (clock < council.now)
				await requests.move(grace, {
					...contact,
					sendKey: randomUUID(),
					version: version + 1,
					step: 'ended',
					words: WRITTEN_BACK.ended
				});
		}
	at(30);
	await secondService(core, council);
	at(1, '18:20');
	await ask('EB-1004', 'ask-for-an-advocate', 'advocate');
}

async function secondService(core: Core, { staff }: Council): Promise<void> {
	const ada = staff.get('S12')?.id;
	if (ada === undefined) throw new Error('there is no second advocate');
	await core.database.inTransaction((tx) => joinProvider(core, tx, OPERATOR, ada, 'Side by Side'));
}
