import { randomUUID } from 'node:crypto';
import { THEME_CODES } from '../../src/lib/figures/theme-codes.ts';
import { halfYearOf } from '../../src/lib/figures/half-years.ts';
import type { Answer } from '../../src/lib/forms/answers.ts';
import { FORMS } from '../../src/lib/forms/catalogue/forms.ts';
import type { Question } from '../../src/lib/forms/definition.ts';
import { londonDate, londonInstant } from '../../src/lib/language/dates.ts';
import { addDays, addMonths } from '../../src/lib/meetings/working-days.ts';
import type { App } from '../../src/lib/server/app.ts';
import type { Tx } from '../../src/lib/server/db/database.ts';
import { createRandom } from '../../src/lib/server/seed/random.ts';
import { answerPlace, wordingPlace } from '../../src/lib/server/statements/places.ts';
import { sealSurveyAnswers } from '../../src/lib/server/surveys/answers.ts';
import type { Keyring } from '../../src/lib/server/vault/vault.ts';

export const DAY_MS = 86_400_000;
export const TODAY = londonDate(Date.now());
export const random = createRandom(50_000);
export const instant = (day: string): number => londonInstant(`${day}T10:00`);

/** The last half of a financial year that is over: what was answered in it is opened, so there it can be. */
const LAST_HALF = halfYearOf(addMonths(halfYearOf(TODAY).from, -1));
/** What was in time or late matters of the meetings of these days alone. */
export const LATELY = addDays(TODAY, -150);

type Tables = Tx['tables'];
const TABLES = [
	'youngPeople',
	'accounts',
	'carePeriods',
	'meetings',
	'meetingYoungPeople',
	'meetingOutcomes',
	'letters',
	'conferenceRecords',
	'statements',
	'statementAnswers',
	'statementLinks',
	'statementOpenings',
	'statementThemes',
	'decisions',
	'replies',
	'requests',
	'requestSteps',
	'carerConsultations',
	'surveyResponses'
] as const satisfies readonly (keyof Tables)[];
export type Rows = {
	[Name in (typeof TABLES)[number]]: Tables[Name]['$inferInsert'][];
};

export const noRows = (): Rows =>
	Object.fromEntries(TABLES.map((name) => [name, []])) as unknown as Rows;

export async function keepRows(app: App, rows: Rows): Promise<void> {
	await app.database.inTransaction(async (tx) => {
		for (const name of TABLES)
			for (let start = 0; start < rows[name].length; start += 500) {
				const some: Record<string, unknown>[] = rows[name].slice(start, start + 500);
				// The rows of a table go into that table.
				await tx.insert(tx.tables[name]).values(some as never);
			}
	});
}

/** Whose key seals all of them. */
export interface Sealing {
	readonly keyId: string;
	readonly keys: Keyring;
}

export interface Child {
	readonly id: string;
	readonly bornOn: string;
	readonly officerId: string;
}

/** For every second review; most are opened, half are answered, three of five raise a theme and one a decision. */
export function addStatement(
	rows: Rows,
	{ keyId, keys }: Sealing,
	child: Child,
	meetingId: string,
	heldOn: string
): void {
	const id = randomUUID();
	const sentOn = addDays(heldOn, -random.between(1, 20));
	const sentAt = instant(sentOn);
	const form = random.pick(SENT_FORMS);
	const toChair = form.goesTo === 'chair';
	const openable = form === COUNTED_FORM && sentOn >= LAST_HALF.from && sentOn <= LAST_HALF.to;
	const openedAt = random.chance(0.9) ? sentAt + random.between(1, 20) * DAY_MS : null;
	const repliedAt = openedAt !== null && random.chance(0.5) ? openedAt + DAY_MS : null;
	rows.statements.push({
		id,
		youngPersonId: child.id,
		formId: form.id,
		formVersion: 1,
		sendKey: id,
		goesTo: toChair ? 'chair' : 'worker',
		meetingKinds: toChair ? 'looked_after_review' : '',
		language: random.pick(['en', 'en', 'en', 'ar', 'pl']),
		face: random.pick(['standard', 'easy']),
		title: '"A form"',
		wordingSealed: openable
			? keys.sealJson(keyId, wordingPlace(id), { questions: ASKED.map((one) => ({ id: one.id })) })
			: Buffer.alloc(400),
		ageBand: random.pick(['4_to_9', '10_to_15', '16_to_17']),
		careStatus: 'looked_after',
		state: toChair ? 'closed' : 'delivered',
		sentAt,
		openedAt,
		repliedAt
	});
	if (openable)
		for (const { id: questionId, type } of ASKED)
			rows.statementAnswers.push({
				...{ statementId: id, questionId, chairOnly: 0, language: 'en' },
				answerSealed: keys.sealJson(keyId, answerPlace(id, questionId), answerTo(type))
			});
	if (toChair)
		rows.statementLinks.push({
			...{ id: randomUUID(), statementId: id, meetingId, reason: 'next', linkedAt: sentAt }
		});
	if (random.chance(0.6))
		rows.statementThemes.push({
			...{ statementId: id, themeId: random.pick(THEME_CODES), source: 'answers' },
			...{ confirmed: random.chance(0.3) ? 'yes' : null, month: sentOn.slice(0, 7), at: sentAt }
		});
	if (random.chance(0.2)) addDecision(rows, child, { id, meetingId, heldOn });
	if (openedAt === null) return;
	rows.statementOpenings.push({
		...{ id: randomUUID(), statementId: id, staffId: child.officerId, openedAt },
		asChair: toChair ? 1 : 0
	});
	if (repliedAt === null) return;
	rows.replies.push({
		...{ id: randomUUID(), statementId: id, staffId: child.officerId, sendKey: id },
		...{ language: 'en', sentAt: repliedAt }
	});
}

const formNamed = (id: string) => {
	const form = FORMS.find((one) => one.id === id);
	if (!form) throw new Error(`there is no form ${id}`);
	return form;
};
/** The one whose answers are looked at. */
export const COUNTED_FORM = formNamed('before-my-review');
const SENT_FORMS = [COUNTED_FORM, formNamed('after-a-visit'), formNamed('good-news')];
const CLOSED: readonly Question['type'][] = ['faces', 'yes_no', 'scale'];
const ASKED = COUNTED_FORM.pages
	.flatMap(({ questions }) => questions)
	.filter(({ type }) => CLOSED.includes(type));

function answerTo(type: Question['type']): Answer {
	if (random.chance(0.1)) return { kind: 'skipped' };
	if (type === 'faces') return { kind: 'faces', value: random.pick([1, 2, 3, 4, 5]) };
	if (type === 'yes_no') return { kind: 'yes_no', value: random.pick(['yes', 'no']) };
	return { kind: 'scale', value: random.between(0, 10) };
}

function addDecision(
	rows: Rows,
	child: Child,
	of: { readonly id: string; readonly meetingId: string; readonly heldOn: string }
): void {
	const id = randomUUID();
	const at = instant(of.heldOn);
	rows.decisions.push({
		...{ id, meetingId: of.meetingId, youngPersonId: child.id, sendKey: id, statementId: of.id },
		...{ questionId: ASKED[0]?.id ?? null, position: 0, starred: 0, pointSealed: Buffer.alloc(60) },
		...{ outcome: 'agreed', ownerStaffId: child.officerId, dueOn: addDays(of.heldOn, 60) },
		...{ done: of.heldOn < LATELY || random.chance(0.5) ? 'done' : null },
		...{ version: 1, createdAt: at, updatedAt: at }
	});
}

export function addRequest(rows: Rows, child: Child, on: string): void {
	const id = randomUUID();
	const kind = random.pick(['advocate', 'complaint', 'independent_visitor']);
	const stage = kind === 'complaint' ? 'stage_1' : 'new';
	const at = instant(on);
	const closedAt = at + random.between(1, 30) * DAY_MS;
	const of = { requestId: id, language: 'en' };
	rows.requests.push({
		...{ id, kind, raisedBy: 'form', youngPersonId: child.id, sendKey: id, language: 'en' },
		...{ state: 'closed', createdAt: at, closedAt, stage: 'ended', stageStartedOn: on, version: 1 }
	});
	rows.requestSteps.push(
		{
			...{ ...of, id: randomUUID(), number: 0, sendKey: `${id}/0`, kind: 'received', stage },
			...{ startedOn: on, dueOn: addDays(on, 14), createdAt: at }
		},
		{
			...{ ...of, id: randomUUID(), number: 1, sendKey: `${id}/1`, kind: 'ended', stage: 'ended' },
			...{ startedOn: londonDate(closedAt), dueOn: null, createdAt: closedAt }
		}
	);
}

/** What a parent answered, and what the chair saw. */
export function addResponse(app: App, rows: Rows, meetingId: string, heldOn: string): void {
	const id = randomUUID();
	rows.surveyResponses.push({
		...{ id, sendKey: id, survey: 'parents-conference', language: 'en', source: 'import' },
		conferenceKind: random.pick(['initial', 'review']),
		respondedOn: heldOn,
		answersSealed: sealSurveyAnswers(app, id, {
			P1: { kind: 'yes_no', value: random.pick(['yes', 'no']) },
			P6: { kind: 'faces', value: random.pick([1, 2, 3, 4, 5]) },
			P10: { kind: 'scale', value: random.between(0, 10) },
			...(random.chance(0.2)
				? { P17: { kind: 'say', text: 'It was long.', pictures: [] } as const }
				: {})
		})
	});
	rows.conferenceRecords.push({
		...{ meetingId, report: '2', otherReports: 'all', parentsThere: 'one', metBefore: 'yes' },
		...{ childTookPart: null, version: 1, createdAt: 0, updatedAt: 0 }
	});
}

/** Before every second review a carer is asked; three of five answer. */
export function addConsultation(rows: Rows, child: Child, meetingId: string, heldOn: string): void {
	const askedAt = instant(addDays(heldOn, -30));
	rows.carerConsultations.push({
		...{ id: randomUUID(), meetingId, youngPersonId: child.id, askedAt, language: 'en' },
		role: random.pick(['foster_carer', 'key_worker']),
		nameSealed: Buffer.alloc(40),
		chasedAt: random.chance(0.3) ? askedAt + 10 * DAY_MS : null,
		answeredAt: random.chance(0.6) ? askedAt + random.between(1, 20) * DAY_MS : null,
		flag: random.chance(0.05) ? 'strained' : null
	});
}

/** What is sent after a meeting of late; what is older nobody asks after. */
export function addAftermath(rows: Rows, child: Child, meetingId: string, heldOn: string): void {
	const at = instant(heldOn) + random.between(1, 4) * DAY_MS;
	rows.meetingOutcomes.push({
		...{ meetingId, outcomeSealed: Buffer.alloc(60), completedAt: at, decisionsSentAt: at },
		...{ finalAt: random.chance(0.9) ? at : null, version: 1, updatedAt: at }
	});
	if (random.chance(0.9))
		rows.letters.push({
			...{ id: randomUUID(), meetingId, youngPersonId: child.id, language: 'en', face: 'easy' },
			...{ letterSealed: Buffer.alloc(60), state: 'sent', sentAt: at, version: 1, updatedAt: at }
		});
}
