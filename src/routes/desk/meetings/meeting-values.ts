import { londonDate, londonTime } from '#lib/language/dates.ts';
import type { DiaryMeeting } from '#lib/server/diary/meeting.ts';
import type { FormToMake } from '#lib/server/diary/form-facts.ts';

/** Fields of the form of a meeting, by name. */
export type Values = Readonly<Record<string, string>>;

/** How long a meeting is where nobody has said. */
const USUAL_MINUTES = '60';

/** What stands in the form of a meeting that is there. */
export function valuesOfMeeting(meeting: DiaryMeeting): Values {
	const open = meeting.sittings.filter(({ heldAt }) => heldAt === null);
	const times = open.length > 0 ? open.map((one) => one.scheduledAt) : [meeting.scheduledAt];
	return {
		...detailsOf(meeting),
		...Object.fromEntries(
			times.flatMap((at, part) =>
				at === null
					? []
					: [
							[`date_${part}`, londonDate(at)],
							[`time_${part}`, londonTime(at)]
						]
			)
		),
		...ticks(
			'young_person_',
			meeting.youngPeople.map(({ id }) => id)
		),
		version: String(meeting.version)
	};
}

/** What stands in the form of a new one: as the one before it was, without its date. */
export function valuesToMake(chosen: NonNullable<FormToMake['chosen']>, meetingId: string): Values {
	return {
		...(chosen.like ? detailsOf(chosen.like) : { minutes: USUAL_MINUTES }),
		strategy_on: '',
		...ticks('young_person_', chosen.ids),
		kind: chosen.kind,
		meeting: meetingId,
		after: chosen.afterId ?? ''
	};
}

function detailsOf({ minutes, place, strategyOn, guestIds }: DiaryMeeting): Values {
	return {
		minutes: minutes === null ? USUAL_MINUTES : String(minutes),
		how: place?.how ?? '',
		where: place?.where ?? '',
		link: place?.link ?? '',
		strategy_on: strategyOn ?? '',
		...ticks('guest_', guestIds)
	};
}

const ticks = (prefix: string, ids: readonly string[]): Values =>
	Object.fromEntries(ids.map((id) => [prefix + id, 'on']));
