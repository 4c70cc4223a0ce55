import { textOf } from '#lib/server/hooks/fields.ts';
import { WAYS_TO_MEET } from '#lib/server/meetings/place.ts';

/** How many parts of a series the form has room for. */
const PARTS = [0, 1, 2, 3, 4, 5];

/** What both forms of a meeting say of it; the service judges it. */
export function readMeetingForm(form: FormData) {
	const ticked = (prefix: string): string[] =>
		[...form.keys()]
			.filter((name) => name.startsWith(prefix))
			.map((name) => name.slice(prefix.length));
	const how = textOf(form, 'how');
	return {
		youngPersonIds: ticked('young_person_'),
		times: PARTS.map((part) => ({
			date: textOf(form, `date_${part}`),
			time: textOf(form, `time_${part}`)
		})),
		minutes: Math.trunc(Number(textOf(form, 'minutes'))) || 0,
		how: WAYS_TO_MEET.find((way) => way === how) ?? ('' as const),
		where: textOf(form, 'where'),
		link: textOf(form, 'link'),
		strategyOn: textOf(form, 'strategy_on'),
		guestIds: ticked('guest_')
	};
}
