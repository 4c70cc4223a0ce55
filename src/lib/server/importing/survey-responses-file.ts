import { randomUUID } from 'node:crypto';
import { eq, inArray } from 'drizzle-orm';
import { CALLBACK_QUESTION, codesOffered, surveyQuestions } from '../../figures/survey.ts';
import type { Answer } from '../../forms/answers.ts';
import { parentsConference } from '../../forms/catalogue/parents-conference.ts';
import type { Question } from '../../forms/definition.ts';
import { fieldOf } from '../../forms/fields.ts';
import { parseAnswer, type Around } from '../../forms/parse.ts';
import { MOST } from '../../forms/parsed.ts';
import { eachChunk, inChunks } from '../db/in-chunks.ts';
import {
	CONFERENCE_KINDS,
	openSurveyAnswers,
	sealSurveyAnswers,
	type ConferenceKind,
	type SurveyAnswers
} from '../surveys/answers.ts';
import { given, noCounts, type ImportContext, type Plan } from './context.ts';
import type { Header } from './csv-file.ts';
import { onceEach, type RowReader } from './row-reader.ts';
import { requiredDate } from './young-people-file.ts';

/** As a file calls it, or by the id of its form. */
const SURVEYS = ['conference', parentsConference.id] as const;
/** A file has no column for it: these are what was typed in from paper. */
const LANGUAGE = 'en';
const QUESTIONS = surveyQuestions(parentsConference);
const columnOf = ({ id }: Question): string => id.toLowerCase();

export const SURVEY_RESPONSES_HEADER: Header = {
	file: 'survey-responses.csv',
	columns: ['ref', 'survey', 'conference_kind', 'responded_on', ...QUESTIONS.map(columnOf)],
	required: ['ref', 'survey', 'conference_kind', 'responded_on'],
	apart: [CALLBACK_QUESTION.toLowerCase()]
};

/** What one parent answered on paper. */
interface SurveyResponseRow {
	readonly reader: RowReader;
	readonly ref: string;
	readonly conferenceKind: ConferenceKind;
	readonly respondedOn: string;
	/** Of the columns there are: null where the cell is empty, which is not answered. */
	readonly answers: Readonly<Record<string, Answer | null>>;
}

export function readSurveyResponseRow(reader: RowReader): SurveyResponseRow {
	const choice = <T extends string>(column: string, choices: readonly [T, ...T[]]): T =>
		(reader.required(column) && reader.oneOf(column, choices)) || choices[0];
	choice('survey', SURVEYS);
	return {
		reader,
		ref: reader.required('ref'),
		conferenceKind: choice('conference_kind', CONFERENCE_KINDS),
		respondedOn: requiredDate(reader, 'responded_on'),
		answers: Object.fromEntries(
			QUESTIONS.flatMap((question) => {
				const answer = answerIn(reader, question);
				return answer === undefined ? [] : [[question.id, answer]];
			})
		)
	};
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

function answerIn(reader: RowReader, question: Question): Answer | null | undefined {
	const column = columnOf(question);
	const codes = codesOffered(question);
	const cell =
		codes.length === 0 ? reader.words(column, MOST.sayCharacters) : reader.oneOf(column, codes);
	if (!cell) return cell === undefined ? undefined : null;
	const parsed = parseAnswer(question, { [fieldOf(question.id)]: [cell] }, NOTHING_AROUND);
	return parsed.ok ? parsed.answer : null;
}

interface Wanted {
	readonly id: string;
	readonly conferenceKind: string;
	readonly respondedOn: string;
	readonly answers: SurveyAnswers;
}

/** What parents answered on paper, known by the reference of the sheet. */
export async function planSurveyResponses(
	{ core, tx }: ImportContext,
	rows: readonly SurveyResponseRow[]
): Promise<Plan> {
	const { surveyResponses } = tx.tables;
	const counts = noCounts();
	const added: (Wanted & { readonly ref: string })[] = [];
	const changed: Wanted[] = [];
	const unique = onceEach(
		rows,
		({ ref }) => ref,
		(row, line) => row.reader.fault('ref', 'ref_twice', { ref: row.ref, line })
	);
	const known = await inChunks([...unique.keys()], (chunk) =>
		tx.select().from(surveyResponses).where(inArray(surveyResponses.ref, chunk))
	);
	const byRef = new Map(known.map((row) => [row.ref, row]));
	for (const [ref, { conferenceKind, respondedOn, answers }] of unique) {
		const there = byRef.get(ref);
		const before = there ? openSurveyAnswers(core, there) : {};
		const wanted = {
			id: there?.id ?? randomUUID(),
			conferenceKind,
			respondedOn,
			answers: together(before, answers)
		};
		if (!there) {
			counts.added += 1;
			added.push({ ...wanted, ref });
		} else if (
			there.conferenceKind === conferenceKind &&
			there.respondedOn === respondedOn &&
			JSON.stringify(before) === JSON.stringify(wanted.answers)
		)
			counts.unchanged += 1;
		else {
			counts.changed += 1;
			changed.push(wanted);
		}
	}

	const rowOf = ({ answers, ...row }: Wanted) => ({
		...row,
		answersSealed: sealSurveyAnswers(core, row.id, answers)
	});
	return {
		counts,
		async write() {
			await eachChunk(added, (chunk) =>
				tx.insert(surveyResponses).values(
					chunk.map(({ ref, ...row }) => ({
						...rowOf(row),
						ref,
						survey: parentsConference.id,
						sendKey: row.id,
						source: 'import',
						language: LANGUAGE
					}))
				)
			);
			for (const row of changed)
				await tx.update(surveyResponses).set(rowOf(row)).where(eq(surveyResponses.id, row.id));
		}
	};
}

/** In the order of the questions, so that the same answers look the same. */
function together(before: SurveyAnswers, cells: SurveyResponseRow['answers']): SurveyAnswers {
	return Object.fromEntries(
		QUESTIONS.flatMap(({ id }) => {
			const answer = given(cells[id], before[id] ?? null);
			return answer === null ? [] : [[id, answer]];
		})
	);
}
