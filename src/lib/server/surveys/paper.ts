import * as v from 'valibot';
import { surveyQuestions } from '../../figures/survey.ts';
import type { Answer } from '../../forms/answers.ts';
import { parentsConference } from '../../forms/catalogue/parents-conference.ts';
import { cleanLine } from '../../forms/clean.ts';
import type { Fields } from '../../forms/fields.ts';
import { parseAnswer, type Around } from '../../forms/parse.ts';
import { londonDate } from '../../language/dates.ts';
import { languageOf } from '../../language/languages.ts';
import { isDate } from '../../meetings/meeting-times.ts';
import { demandOfStaff, may, rolesOf, type Actor } from '../access.ts';
import type { Core } from '../core.ts';
import { invalid } from '../errors.ts';
import { sendKey } from '../ids.ts';
import {
	addCallback,
	addResponse,
	CONFERENCE_KINDS,
	type ConferenceKind,
	type SurveyAnswers
} from './answers.ts';

/** Older sheets come with the case system's files. */
const EARLIEST = '2000-01-01';

/** A sheet as it was typed in. */
export interface Sheet {
	readonly sendKey: string;
	readonly conferenceKind: ConferenceKind | null;
	/** London date; where only the month is known, its first day. */
	readonly respondedOn: string;
	/** What it was printed in. */
	readonly language: string;
	readonly fields: Fields;
}

export interface SheetBegun {
	/** London date: no sheet is from a later one. */
	readonly today: string;
	/** Whether the other pages about what parents say are theirs too. */
	readonly seesFigures: boolean;
}

/** What the page for typing in a sheet starts from. */
export function beginSheet(core: Core, actor: Actor): SheetBegun {
	demandOfStaff('survey.type_in', actor);
	return { today: londonDate(core.now()), seesFigures: may('survey.see', rolesOf(actor)) };
}

/**
 * Keeps what one parent answered on paper. The same sheet sent twice is kept once.
 * @throws Refusal invalid `insight_paper_kind`, `insight_paper_date`, `insight_paper_empty`, or why an answer cannot be
 *   read
 */
export async function typeIn(core: Core, actor: Actor, sheet: Sheet): Promise<void> {
	demandOfStaff('survey.type_in', actor);
	const { conferenceKind, respondedOn } = sheet;
	const key = v.safeParse(sendKey, sheet.sendKey);
	if (!key.success) throw invalid('form_unreadable');
	if (conferenceKind === null || !CONFERENCE_KINDS.includes(conferenceKind))
		throw invalid('insight_paper_kind');
	if (!isDate(respondedOn) || respondedOn < EARLIEST || respondedOn > londonDate(core.now()))
		throw invalid('insight_paper_date');
	const answers = answersIn(sheet.fields);
	if (Object.keys(answers).length === 0) throw invalid('insight_paper_empty');
	await core.database.inTransaction(async (tx) => {
		const added = await addResponse(core, tx, {
			survey: parentsConference.id,
			conferenceKind,
			respondedOn,
			source: 'paper',
			language: languageOf(sheet.language).tag,
			answers,
			sendKey: key.output
		});
		if (added) await core.audit.record(tx, { action: 'survey.typed_in', actor });
	});
}

/** Nothing an answer on paper could name. */
const NOTHING_AROUND: Around = {
	starrable: [],
	protectable: [],
	staff: [],
	promises: [],
	named: [],
	sounds: [],
	pictures: []
};

function answersIn(fields: Fields): SurveyAnswers {
	const answers: Record<string, Answer> = {};
	for (const question of surveyQuestions(parentsConference)) {
		const parsed = parseAnswer(question, fields, NOTHING_AROUND);
		if (!parsed.ok) {
			const { code, field, most } = parsed;
			throw invalid(code, { field, ...(most === undefined ? {} : { most }) });
		}
		if (parsed.answer !== null) answers[question.id] = parsed.answer;
	}
	return answers;
}

const MOST_NAME = 80;
/** A number to ring, as people write one. */
const PHONE = /^\+?[\d ()./-]{5,30}$/;

/**
 * Keeps that somebody asked on paper to be rung: by itself, so that nothing says on which sheet.
 * @throws Refusal invalid `insight_ring_name`, `insight_ring_phone`
 */
export async function typeInCallback(
	core: Core,
	actor: Actor,
	input: { readonly name: string; readonly phone: string; readonly language: string }
): Promise<void> {
	demandOfStaff('survey.type_in', actor);
	const name = cleanLine(input.name);
	const phone = cleanLine(input.phone);
	if (name.length > MOST_NAME) throw invalid('insight_ring_name');
	if (!PHONE.test(phone)) throw invalid('insight_ring_phone');
	await core.database.inTransaction(async (tx) => {
		await addCallback(core, tx, {
			contact: { name, phone },
			language: languageOf(input.language).tag,
			askedOn: londonDate(core.now())
		});
		await core.audit.record(tx, { action: 'survey.typed_in', actor });
	});
}
