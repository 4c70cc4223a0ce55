import * as v from 'valibot';
import { MEETING_KINDS } from '../../meetings/kinds.ts';
import { ATTENDED, CONVEYED, PARTICIPATION_CODES } from '../../meetings/participation.ts';
import { REQUEST_KINDS } from '../../rights/requests.ts';
import { answerSchema } from './answer-schema.ts';
import { COPIED_KINDS } from './copies.ts';

/**
 * What programs are told, as they are told it. The description of the interface is made from these, and every answer is
 * held against them by a test.
 */
const id = v.pipe(v.string(), v.uuid());
const instant = v.pipe(v.string(), v.isoTimestamp());
const date = v.pipe(v.string(), v.isoDate());
const count = v.pipe(v.number(), v.integer(), v.minValue(0));
const href = v.pipe(v.string(), v.description('A path on this server, such as /api/v1/…'));
const language = v.pipe(v.string(), v.description('A language tag, such as ar'));
const sentence = v.pipe(
	v.object({ shown: v.string(), english: v.string() }),
	v.description('As it was shown, and in English')
);
const written = v.object({ words: v.string(), language });
const youngPerson = v.object({
	ref: v.pipe(v.string(), v.description('The case system’s own reference'))
});
const meetingRef = v.object({
	id,
	ref: v.pipe(v.nullable(v.string()), v.description('The case system’s own reference'))
});
const copied = v.nullable(v.object({ on: date, by: v.string(), byMachine: v.boolean() }));

const statementHead = {
	id,
	youngPerson,
	form: v.object({ id: v.string(), version: count }),
	title: sentence,
	language,
	face: v.picklist(['standard', 'easy', 'grown_up']),
	sentAt: instant,
	meeting: v.nullable(meetingRef),
	copied
};

export const statementInList = v.object({ ...statementHead, href });

export const statement = v.object({
	...statementHead,
	questions: v.pipe(
		v.array(
			v.object({
				id: v.string(),
				type: v.string(),
				section: sentence,
				title: sentence,
				labels: v.record(v.string(), sentence)
			})
		),
		v.description('Those that were shown, in the order they were asked')
	),
	answers: v.array(
		v.object({
			questionId: v.string(),
			language,
			protected: v.pipe(
				v.boolean(),
				v.description('Nobody may be told that it came from this young person')
			),
			keptForChair: v.pipe(
				v.boolean(),
				v.description('Said for the chair alone: true only in a file the chair took')
			),
			answer: answerSchema
		})
	),
	keptForChair: v.pipe(
		count,
		v.description('How many answers were said for the chair alone and are left out')
	),
	additions: v.array(v.object({ id, words: v.string(), language, addedAt: instant })),
	audience: v.pipe(
		v.array(v.object({ name: v.string(), role: v.string(), chair: v.boolean() })),
		v.description('Who may open it, as the young person is told')
	),
	trail: v.pipe(
		v.array(
			v.object({
				kind: v.string(),
				at: instant,
				by: v.nullable(v.string()),
				meetingId: v.nullable(id),
				readyReply: v.nullable(v.string())
			})
		),
		v.description('What came of it. A chair’s own words are not in it')
	),
	attachments: v.array(
		v.object({
			id: v.string(),
			kind: v.picklist(['picture', 'sound']),
			questionId: v.string(),
			mediaType: v.string(),
			href
		})
	),
	document: v.pipe(href, v.description('The same as a PDF'))
});
export type StatementResource = v.InferOutput<typeof statement>;

export const meeting = v.object({
	id,
	ref: v.nullable(v.string()),
	kind: v.picklist(MEETING_KINDS),
	scheduledAt: v.nullable(instant),
	dueBy: v.nullable(date),
	heldOn: v.nullable(date),
	cancelledAt: v.nullable(instant),
	decisionsSentOn: v.nullable(date),
	recordSentOn: v.nullable(date),
	youngPeople: v.array(youngPerson)
});

export const decision = v.object({
	id,
	youngPerson,
	meeting: meetingRef,
	starred: v.boolean(),
	protected: v.pipe(
		v.boolean(),
		v.description('Nobody may be told that this young person raised it')
	),
	point: written,
	outcome: v.picklist(['agreed', 'partly', 'not_agreed']),
	decided: v.nullable(written),
	why: v.nullable(written),
	owner: v.nullable(v.string()),
	dueOn: v.nullable(date),
	done: v.nullable(v.picklist(['done', 'not_done'])),
	doneOn: v.nullable(date),
	updatedAt: instant
});

export const letter = v.object({
	id,
	youngPerson,
	meeting: meetingRef,
	language,
	face: v.string(),
	title: v.string(),
	lines: v.pipe(
		v.array(v.object({ text: v.string(), language })),
		v.description('The letter as the young person has it, in order')
	),
	sentAt: instant,
	readAt: v.nullable(instant),
	copied
});

export const record = v.object({
	youngPerson,
	meeting: meetingRef,
	heldOn: v.nullable(date),
	record: written,
	sentAt: instant,
	copied
});

export const participation = v.object({
	youngPerson,
	meeting: meetingRef,
	heldOn: date,
	code: v.pipe(
		v.nullable(v.picklist(PARTICIPATION_CODES)),
		v.description('Null: not recorded, which is not the same as PN7')
	),
	confirmed: v.boolean(),
	attended: v.nullable(v.picklist(ATTENDED)),
	conveyed: v.nullable(v.picklist(CONVEYED))
});

export const requestFigures = v.object({
	items: v.array(
		v.object({
			kind: v.picklist(REQUEST_KINDS),
			asked: count,
			open: count,
			closed: count,
			withdrawn: count
		})
	)
});

export const copyMade = v.object({
	kind: v.picklist(COPIED_KINDS),
	id: v.pipe(id, v.description('Of the statement or letter; of the meeting for a record or brief')),
	youngPerson,
	copiedOn: date
});

export const problem = v.object({
	type: v.string(),
	title: v.string(),
	status: v.number(),
	detail: v.optional(v.string()),
	field: v.optional(v.string())
});

/** A page of a list. */
export const pageOf = <T extends v.GenericSchema>(item: T) =>
	v.object({
		items: v.array(item),
		next: v.pipe(v.nullable(href), v.description('Where the list goes on; null at its end'))
	});
