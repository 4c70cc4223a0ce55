import { randomUUID } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { PLAN_FORM } from '../../src/lib/meetings/agenda.ts';
import { NOBODY, OPERATOR, type Action, type Actor } from '../../src/lib/server/access.ts';
import type { App } from '../../src/lib/server/app.ts';
import { makeBackup } from '../../src/lib/server/backup/make-backup.ts';
import { notFound } from '../../src/lib/server/errors.ts';
import { API_SCOPES } from '../../src/lib/server/machines/scopes.ts';
import { importFolder } from '../../src/lib/server/importing/import-folder.ts';
import { AREAS } from './access-areas/areas.ts';
import { clockAt } from './clock.ts';
import { addDraft, sendStatement } from './drafts.ts';
import { TEST_KEY, type Engine } from './engines.ts';
import { addMeeting, addStaff, addYoungPerson } from './people.ts';

const FORM = 'before-my-review';

/**
 * Amina has sent a statement, with an answer and a picture kept for the chair and an alert, for a conference about her
 * and her brother. Around her stand all those who may or may not do something about it.
 */
async function baseWorld(engine: Engine) {
	const clock = clockAt('2026-11-21T09:00');
	const app = await engine.open({ now: clock.now });
	const staff = (name: string, role: Parameters<typeof addStaff>[1] = {}) =>
		addStaff(app, { name, ...role });

	const chair = await staff('Sam Okoro');
	const oldChair = await staff('Old Chair');
	const anotherOfficer = await staff('Another Officer');
	const manager = await staff('Manager', { roles: ['manager'] });
	const advocate = await staff('Advocate', { roles: ['advocate'] });
	const complaints = await staff('Complaints', { roles: ['complaints'] });
	const complainedAbout = await staff('Complained About', { roles: ['complaints'] });
	const participation = await staff('Participation', { roles: ['participation'] });
	const admin = await staff('Admin', { roles: ['admin'] });
	const socialWorker = await staff('Her Social Worker', { roles: ['social_worker'] });
	const ticked = await staff('Ticked', { roles: ['social_worker'] });

	const amina = await addYoungPerson(app, { officerId: chair.id, socialWorkerId: socialWorker.id });
	const brother = await addYoungPerson(app, { knownAs: 'Idris', officerId: chair.id });
	const stranger = await addYoungPerson(app, { knownAs: 'Kai', officerId: anotherOfficer.id });
	const meetingId = await addMeeting(app, {
		kind: 'review_conference',
		youngPersonIds: [amina.id, brother.id],
		scheduledAt: clock.now() + 6 * 86_400_000,
		chairId: oldChair.id
	});
	const review = { youngPersonIds: [amina.id], scheduledAt: clock.now() + 9 * 86_400_000 };
	const reviewId = await addMeeting(app, { ...review, chairId: chair.id });

	const { sendKey } = await addDraft(app, amina, {
		answers: {
			'3': { kind: 'say', text: '', pictures: ['a-picture'] },
			Z1: { kind: 'pick', value: 'no' }
		},
		chairOnly: ['3'],
		pictures: { 'a-picture': '3' }
	});
	const { statementId } = await app.statements.send(amina.actor, {
		formId: FORM,
		sendKey,
		meetingId
	});
	await app.database.inTransaction((tx) =>
		tx.insert(tx.tables.statementAudience).values({ statementId, staffId: ticked.id })
	);
	const plan = await sendStatement(app, amina, {
		formId: PLAN_FORM,
		answers: { '6': { kind: 'agenda', items: [{ words: 'My dog' }], starred: 0 } }
	});
	await app.statements.open(oldChair.actor, statementId);
	await app.meetings.change(OPERATOR, meetingId, { kind: 'change_chair', chairId: chair.id });
	await sendStatement(app, stranger);
	const { draftId } = await addDraft(app, amina);
	const togetherId = await begunTogether(app, chair.actor, amina.id);
	const { statementId: complaintId } = await sendStatement(app, amina, {
		formId: 'complain',
		answers: {
			'2': { kind: 'say', text: 'Nobody came.', pictures: [] },
			'4': { kind: 'people', people: [{ name: 'my worker', staffId: complainedAbout.id }] },
			'8': { kind: 'yes_no', value: 'no' }
		}
	});
	const { statementId: unopenedId } = await sendStatement(app, amina, {
		formId: 'ask-for-an-advocate',
		answers: { '6': { kind: 'pick', value: 'here' } }
	});
	const complaint = (await app.requests.listOwn(amina.actor)).find(
		(request) => request.statementId === complaintId
	);
	await app.requests.ask(
		{
			sendKey: randomUUID(),
			name: 'Ami',
			reach: 'school',
			reachHow: 'After maths',
			language: 'en'
		},
		'203.0.113.7'
	);
	const [unmatched] = await app.requests.waiting(participation.actor);

	const actors = {
		amina: amina.actor,
		brother: brother.actor,
		stranger: stranger.actor,
		chair: chair.actor,
		oldChair: oldChair.actor,
		anotherOfficer: anotherOfficer.actor,
		socialWorker: socialWorker.actor,
		ticked: ticked.actor,
		manager: manager.actor,
		advocate: advocate.actor,
		complaints: complaints.actor,
		complainedAbout: complainedAbout.actor,
		participation: participation.actor,
		admin: admin.actor,
		/** The case system, with a key to all there is for programs. */
		machine: await machineOf(app, admin.actor),
		operator: OPERATOR,
		nobody: NOBODY
	} satisfies Record<string, Actor>;
	const [alert] = await app.desk.alerts(manager.actor);
	return {
		app,
		actors,
		amina,
		stranger,
		statementId,
		sendKey,
		draftId,
		togetherId,
		meetingId,
		reviewId,
		planId: plan.statementId,
		alertId: alert?.id ?? '',
		complaintRequestId: complaint?.id ?? '',
		unmatchedId: unmatched?.id ?? '',
		unopenedId
	};
}

export type Base = Awaited<ReturnType<typeof baseWorld>>;
export type Who = keyof Base['actors'];

/** The same, with what each part of Sayso needs to be tried. */
export async function accessWorld(engine: Engine) {
	const base = await baseWorld(engine);
	const attempts: Partial<Record<Action, (actor: Actor) => Promise<unknown>>> = {};
	for (const each of AREAS) Object.assign(attempts, await each.prepare(base));
	for (const [action, attempt] of Object.entries(ATTEMPTS))
		attempts[action as Action] = (actor) => attempt(base, actor);
	return { ...base, attempts };
}

export type World = Awaited<ReturnType<typeof accessWorld>>;

type Attempt = (world: Base, actor: Actor) => Promise<unknown>;

/** For each row of the access table, a real call that does it to Amina, her statement or her meeting. */
const ATTEMPTS: Readonly<Partial<Record<Action, Attempt>>> = {
	// These find the record by who asks: others reach something of their own, or nothing, and never hers.
	'home.see': async ({ app }, actor) => only((await app.home.see(actor)).knownAs === 'Amina'),
	'draft.write': async ({ app, draftId }, actor) => {
		const { draft } = await app.drafts.open(actor, FORM);
		return only(draft?.draftId === draftId);
	},
	'statement.send': ({ app, sendKey }, actor) =>
		app.statements.send(actor, { formId: FORM, sendKey }),
	'statement.read_own': ({ app, statementId }, actor) => app.statements.readOwn(actor, statementId),
	'meeting.see_own': ({ app, reviewId }, actor) => app.plans.ownMeeting(actor, reviewId),
	'plan.see': async ({ app, meetingId, planId }, actor) => {
		const plan =
			actor.kind === 'young_person'
				? await app.plans.ofMeeting(actor, meetingId)
				: await app.plans.forChair(actor, meetingId);
		return only(plan?.from.kind === 'statement' && plan.from.id === planId);
	},
	'statement.take_back': ({ app, unopenedId }, actor) => app.statements.takeBack(actor, unopenedId),
	'statement.add': ({ app, statementId }, actor) =>
		app.statements.add(actor, { statementId, sendKey: randomUUID(), words: 'And my dog.' }),
	'request.see_own': async ({ app, complaintRequestId }, actor) =>
		only((await app.requests.listOwn(actor)).some(({ id }) => id === complaintRequestId)),
	'settings.change_own': ({ app }, actor) => app.accounts.chooseLanguage(actor, 'ar'),
	'statement.read': ({ app, statementId }, actor) => app.statements.open(actor, statementId),
	'statement.read_kept_for_chair': async ({ app, statementId }, actor) => {
		await app.pictures.openForDesk(actor, 'a-picture');
		const { answers } = await app.statements.open(actor, statementId);
		return only(answers.some(({ chairOnly }) => chairOnly));
	},
	'statement.reply': ({ app, statementId }, actor) =>
		app.statements.reply(actor, { statementId, sendKey: randomUUID(), readyReply: 'thank_you' }),
	'desk.open': ({ app }, actor) => app.desk.frame(actor),
	'inbox.see': ({ app }, actor) => app.desk.inbox(actor),
	'request.see': ({ app }, actor) => app.requests.list(actor),
	'request.read': ({ app, complaintRequestId }, actor) =>
		app.requests.open(actor, complaintRequestId),
	'request.match': ({ app, unmatchedId, amina }, actor) =>
		app.requests.match(actor, { id: unmatchedId, youngPersonId: amina.id }),
	'request.pass_on': ({ app, unmatchedId }, actor) => app.requests.passOn(actor, unmatchedId),
	'young_person.see': ({ app, amina }, actor) => app.people.see(actor, amina.id),
	'young_person.list_all': async ({ app, stranger }, actor) => {
		const { people, everybody } = await app.people.list(actor, {});
		return only(everybody && people.some(({ id }) => id === stranger.id));
	},
	'alert.see': async ({ app, alertId }, actor) =>
		only((await app.desk.alerts(actor)).some(({ id }) => id === alertId)),
	'alert.acknowledge': ({ app, alertId }, actor) => app.safety.acknowledge(actor, alertId),
	'notice.see_all_missed': ({ app }, actor) => app.desk.missed(actor),
	'figures.see': async ({ app }, actor) => {
		await app.meetingFigures.reviews(actor, {});
		await app.meetingFigures.conferences(actor, {});
		await app.meetingFigures.participation(actor, {});
		await app.meetingFigures.caseload(actor);
		await app.figures.ofForm(actor, FORM, '');
		await app.requestFigures.ofHalf(actor, '');
		await app.themes.ofYear(actor, null);
	},
	'together.start': ({ app, amina }, actor) =>
		app.together.start(actor, { youngPersonId: amina.id, formId: FORM }),
	'together.adopt': ({ app, togetherId }, actor) => app.together.adopt(actor, togetherId),
	'invitation.make': ({ app, amina }, actor) => app.accounts.makeInvitation(actor, amina.id),
	'council.change': ({ app }, actor) =>
		app.council.changePledge(actor, { language: 'en', text: 'We listen.', version: 0 }),
	'staff.add': ({ app, actors }, actor) =>
		app.accounts.makeStaffInvitation(actor, actors.manager.id),
	'meeting.change': ({ app, meetingId }, actor) =>
		app.meetings.change(actor, meetingId, { kind: 'move', scheduledAt: app.now() + 86_400_000 }),
	'data.import': ({ app }, actor) =>
		inFolder((folder) => importFolder(app, actor, folder, { dryRun: true })),
	'data.backup': ({ app }, actor) =>
		inFolder((folder) =>
			makeBackup(app, actor, { file: join(folder, 'backup'), masterKey: TEST_KEY })
		)
};

async function machineOf(app: App, admin: Actor): Promise<Actor> {
	const { token } = await app.machines.makeKey(admin, {
		id: randomUUID(),
		name: 'Case system',
		scopes: API_SCOPES,
		expiresOn: '2027-11-21'
	});
	return (await app.machines.machineOf(token)) ?? NOBODY;
}

/** A form somebody began with her, that waits for her. @returns its id */
async function begunTogether(app: App, helper: Actor, youngPersonId: string): Promise<string> {
	const { token } = await app.together.startHere(helper, { youngPersonId, formId: 'good-news' });
	const session = await app.together.sessionOf(token);
	if (session?.actor.kind !== 'young_person') throw new Error('it did not begin');
	const { actor } = session;
	await app.drafts.begin(actor, { formId: 'good-news', face: 'standard', language: 'en' });
	return actor.only?.togetherId ?? '';
}

/** A call that may answer with less than was asked for is a refusal where it does. */
function only(hers: boolean): true {
	if (!hers) throw notFound();
	return true;
}

async function inFolder<T>(work: (folder: string) => Promise<T>): Promise<T> {
	const folder = mkdtempSync(join(tmpdir(), 'sayso-access-'));
	try {
		return await work(folder);
	} finally {
		rmSync(folder, { recursive: true, force: true });
	}
}
