import { createRandom } from '../../src/lib/server/seed/random.ts';

/** A meeting as the file has it; an empty string is an empty cell. */
export interface InventedMeeting {
	readonly ref: string;
	readonly kind: 'looked_after_review' | 'initial_conference' | 'review_conference';
	readonly children: readonly string[];
	readonly heldOn: string;
	/** Empty: worked out by the import, or not known. */
	readonly dueBy: string;
	/** What a due date that is empty has to be worked out from; empty where nothing is known. */
	readonly careStartedOn: string;
	readonly cancelled: boolean;
	readonly decisionsSentOn: string;
	readonly recordSentOn: string;
	/** A child's code, empty where the cell is; a child that is missing has no row. */
	readonly codes: Readonly<Record<string, string>>;
}

export interface InventedCouncil {
	/** The last day anything happened. */
	readonly today: string;
	readonly bornOn: Readonly<Record<string, string>>;
	readonly meetings: readonly InventedMeeting[];
	readonly responses: readonly {
		readonly kind: string;
		readonly on: string;
		readonly cells: Readonly<Record<string, string>>;
	}[];
	readonly files: Readonly<Record<string, readonly string[]>>;
}

const FIRST = '2021-03-15';
const LAST = '2022-10-15';
const DAY_MS = 86_400_000;
const CODES = ['PN0', 'PN1', 'PN1', 'PN2', 'PN3', 'PN4', 'PN5', 'PN6', 'PN7', '', ''];
/** A column a question, with what may stand in it; none: words. */
export const CELLS: Readonly<Record<string, readonly string[]>> = {
	P1: ['yes', 'no', 'not_sure', 'rather_not'],
	P2: ['yes', 'no'],
	P3: ['none', 'on_the_day', '1', '2', '3_or_more'],
	P4: ['all', 'some', 'none'],
	P6: ['1', '2', '3', '4', '5'],
	P10: ['0', '1', '2', '3', '4', '5', '6', '7', '8', '9', '10'],
	P16: ['1', '2', '3', '4', '5'],
	P17: []
};

const later = (day: string, days: number): string =>
	new Date(Date.parse(`${day}T00:00Z`) + days * DAY_MS).toISOString().slice(0, 10);
const row = (...cells: readonly string[]): string => cells.join(',');

/**
 * A year and a half of a council, with what makes counting hard: empty cells, children who turn four between two reviews,
 * conferences about several, days beside bank holidays that were moved, meetings that were called off.
 */
export function inventCouncil(seed: number, children: number): InventedCouncil {
	const random = createRandom(seed);
	const upToLast = (day: string) => (day > LAST ? '' : day);
	const sent = (heldOn: string, most: number) =>
		random.chance(0.15) ? '' : upToLast(later(heldOn, random.between(0, most)));
	const bornOn: Record<string, string> = {};
	const care: string[] = [];
	const meetings: InventedMeeting[] = [];
	const hold = (
		given: Pick<InventedMeeting, 'kind' | 'children' | 'heldOn'> & Partial<InventedMeeting>
	) => {
		const cancelled = given.cancelled ?? random.chance(0.03);
		meetings.push({
			ref: `M${meetings.length}`,
			dueBy: later(given.heldOn, random.between(-4, 10)),
			careStartedOn: '',
			cancelled,
			decisionsSentOn: cancelled ? '' : sent(given.heldOn, 12),
			recordSentOn: cancelled ? '' : sent(given.heldOn, 40),
			codes: Object.fromEntries(
				given.children.flatMap((child) =>
					random.chance(0.05) ? [] : [[child, random.pick(CODES)]]
				)
			),
			...given
		});
	};

	for (let count = 0; count < children; count += 1) {
		const child = `Y${count}`;
		// A third turn four in this time; some were born on a leap day.
		bornOn[child] =
			count % 3 === 0
				? later('2017-04-01', random.between(0, 560))
				: random.chance(0.02)
					? '2016-02-29'
					: later('2003-06-01', random.between(0, 5000));
		const of = { kind: 'looked_after_review', children: [child] } as const;
		// Nobody knows since when, or what was before: without a day of its own it has none.
		if (count % 40 === 0) {
			hold({ ...of, heldOn: later(FIRST, random.between(0, 500)), dueBy: '', cancelled: false });
			continue;
		}
		const startedOn = later(FIRST, random.between(0, 200));
		care.push(row(child, 'looked_after', startedOn, ''));
		const first = later(startedOn, random.between(18, 36));
		hold({ ...of, heldOn: first, dueBy: '', careStartedOn: startedOn, cancelled: false });
		for (let day = first; ;) {
			day = later(day, random.between(60, 130));
			if (day > LAST) break;
			hold({ ...of, heldOn: day });
		}
	}
	for (const heldOn of ['2021-04-01', '2022-03-31', '2022-05-26', '2022-06-01', '2022-09-16'])
		for (const child of ['Y1', 'Y2', 'Y4'])
			hold({ kind: 'looked_after_review', children: [child], heldOn, cancelled: false });
	for (let count = 0; count < children / 2; count += 1) {
		const first = random.between(0, children - 5);
		const family = Array.from({ length: random.between(1, 4) }, (_, at) => `Y${first + at}`);
		const kind = random.pick(['initial_conference', 'review_conference'] as const);
		const heldOn = later(FIRST, random.between(0, 570));
		hold({
			kind,
			children: family,
			heldOn,
			...(random.chance(0.1) && kind === 'initial_conference' ? { dueBy: '' } : {})
		});
	}

	const responses = Array.from({ length: children }, () => ({
		kind: random.pick(['initial', 'review']),
		on: later(FIRST, random.between(0, 570)),
		cells: Object.fromEntries(
			Object.entries(CELLS).map(([question, values]) => [
				question,
				random.chance(0.3) ? '' : values.length > 0 ? random.pick(values) : 'Less waiting.'
			])
		)
	}));
	return {
		today: LAST,
		bornOn,
		meetings,
		responses,
		files: {
			'staff.csv': ['ref,name,email,roles', 'S1,Sam Okoro,sam@eastbrook.example,iro'],
			'young-people.csv': [
				'ref,first_name,last_name,date_of_birth,iro_ref',
				...Object.entries(bornOn).map(([child, born]) => row(child, 'Kim', 'Reed', born, 'S1'))
			],
			'care-periods.csv': ['young_person_ref,status,started_on,ended_on', ...care],
			'meetings.csv': [
				'ref,kind,young_person_refs,due_by,held_on,cancelled,decisions_sent_on,record_sent_on',
				...meetings.map(({ cancelled, ...one }) =>
					row(
						...[one.ref, one.kind, one.children.join(';'), one.dueBy],
						...[cancelled ? '' : one.heldOn, cancelled ? 'yes' : ''],
						...[one.decisionsSentOn, one.recordSentOn]
					)
				)
			],
			'attendance.csv': [
				'meeting_ref,young_person_ref,participation_code',
				...meetings.flatMap(({ ref, codes }) =>
					Object.entries(codes).map(([child, code]) => row(ref, child, code))
				)
			],
			'survey-responses.csv': [
				row('ref', 'survey', 'conference_kind', 'responded_on', ...Object.keys(CELLS)),
				...responses.map(({ kind, on, cells }, at) =>
					row(`R${at}`, 'conference', kind, on, ...Object.values(cells))
				)
			]
		}
	};
}
