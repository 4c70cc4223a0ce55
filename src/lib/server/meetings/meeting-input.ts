import * as v from 'valibot';
import { CONFERENCES, MEETING_KINDS, type MeetingKind } from '../../meetings/kinds.ts';
import { isDate, meetingTime } from '../../meetings/meeting-times.ts';
import { londonDate } from '../../language/dates.ts';
import { invalid } from '../errors.ts';
import { isSafeLink, MAX_WHERE_CHARACTERS, WAYS_TO_MEET, type MeetingPlace } from './place.ts';

/** How many parts one meeting may have. */
export const MOST_SITTINGS = 6;
/** Longer than any conference. */
const MOST_MINUTES = 480;

const id = v.pipe(v.string(), v.uuid());
const words = (most: number) => v.pipe(v.string(), v.trim(), v.maxLength(most));

const given = v.object({
	youngPersonIds: v.pipe(v.array(id), v.maxLength(20)),
	/** As they were typed; those left empty are none. The first is the next one. */
	times: v.pipe(
		v.array(v.object({ date: words(20), time: words(10) })),
		v.maxLength(MOST_SITTINGS)
	),
	minutes: v.pipe(v.number(), v.integer()),
	how: v.union([v.picklist(WAYS_TO_MEET), v.literal('')]),
	where: v.pipe(v.string(), v.trim()),
	link: words(4000),
	strategyOn: words(20),
	guestIds: v.pipe(v.array(id), v.maxLength(60))
});

/** What is said of a meeting on its form. */
export type MeetingGiven = v.InferInput<typeof given>;

export const toMake = v.object({
	...given.entries,
	/** Made with the page: the same page sent twice makes one meeting. */
	meetingId: id,
	kind: v.picklist(MEETING_KINDS),
	/** It has been already, and is only put on record. */
	held: v.boolean(),
	/** The meeting it follows, where that is what lets somebody make it. */
	afterId: v.optional(id)
});

export const toChange = v.object({
	...given.entries,
	meetingId: id,
	/** Of the meeting they had before them. */
	version: v.pipe(v.number(), v.integer())
});

/** What a meeting becomes. */
export interface MeetingPlanned {
	readonly youngPersonIds: readonly string[];
	/** At least one, in order. */
	readonly times: readonly [number, ...number[]];
	readonly minutes: number;
	readonly place: MeetingPlace | null;
	readonly strategyOn: string | null;
	readonly guestIds: readonly string[];
}

/** @throws Refusal invalid `form_unreadable` */
export function parsed<S extends v.GenericSchema>(schema: S, input: unknown): v.InferOutput<S> {
	const result = v.safeParse(schema, input);
	if (!result.success) throw invalid('form_unreadable');
	return result.output;
}

/**
 * Everything that can be told from the form alone.
 * @param given.keep times that may lie in the past, as they stand already
 * @throws Refusal invalid, with the code of the first thing that is wrong
 */
export function plannedFrom(
	form: v.InferOutput<typeof given>,
	{ kind, held, keep, now }: Circumstances
): MeetingPlanned {
	const youngPersonIds = [...new Set(form.youngPersonIds)];
	if (youngPersonIds.length === 0) throw invalid('diary_nobody');
	if (youngPersonIds.length > 1 && !CONFERENCES.includes(kind)) throw invalid('diary_one_each');
	const times = form.times
		.filter(({ date, time }, at) => at === 0 || date !== '' || time !== '')
		.map((time) => instantOf(time, { held, keep, now }))
		.sort((a, b) => a - b);
	const [first, ...later] = times;
	if (first === undefined) throw invalid('diary_date_missing');
	if (new Set(times).size < times.length) throw invalid('diary_same_time');
	if (held && later.length > 0) throw invalid('diary_held_series');
	if (form.minutes < 5 || form.minutes > MOST_MINUTES) throw invalid('diary_length');
	return {
		youngPersonIds,
		times: [first, ...later],
		minutes: form.minutes,
		place: placeFrom(form),
		strategyOn: strategyFrom(form.strategyOn, kind, now),
		guestIds: [...new Set(form.guestIds)]
	};
}

interface Circumstances {
	readonly kind: MeetingKind;
	readonly held: boolean;
	readonly keep: readonly number[];
	readonly now: number;
}

function instantOf(
	typed: { readonly date: string; readonly time: string },
	{ held, keep, now }: Omit<Circumstances, 'kind'>
): number {
	const past = meetingTime({ ...typed, held: true }, now);
	if ('at' in past && keep.includes(past.at)) return past.at;
	const made = meetingTime({ ...typed, held }, now);
	if ('fault' in made) throw invalid(made.fault);
	if (held && made.at > now) throw invalid('diary_held_in_future');
	return made.at;
}

function placeFrom({ how, where, link }: v.InferOutput<typeof given>): MeetingPlace | null {
	if (how === '') {
		if (where !== '' || link !== '') throw invalid('diary_how_missing');
		return null;
	}
	if (where.length > MAX_WHERE_CHARACTERS)
		throw invalid('diary_where_too_long', { most: MAX_WHERE_CHARACTERS });
	if (link !== '' && !isSafeLink(link)) throw invalid('diary_link');
	return { how, where, link: how === 'video' ? link : '' };
}

function strategyFrom(typed: string, kind: MeetingKind, now: number): string | null {
	if (kind !== 'initial_conference' || typed === '') return null;
	if (!isDate(typed) || typed > londonDate(now)) throw invalid('diary_strategy');
	return typed;
}
