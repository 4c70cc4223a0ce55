import * as v from 'valibot';
import type { Core } from '../core.ts';

export const WAYS_TO_MEET = ['room', 'phone', 'video'] as const;
export type WayToMeet = (typeof WAYS_TO_MEET)[number];

export const MAX_WHERE_CHARACTERS = 500;
const MAX_LINK_CHARACTERS = 2000;

const place = v.object({ how: v.picklist(WAYS_TO_MEET), where: v.string(), link: v.string() });

/** Where a meeting is: a room, a number to call or a link to open. Sealed under the council's key. */
export type MeetingPlace = v.InferOutput<typeof place>;

const placeOf = (meetingId: string) =>
	({ table: 'meetings', row: meetingId, column: 'place' }) as const;

export function sealPlace(core: Core, meetingId: string, given: MeetingPlace): Buffer {
	const { council, councilKeyId } = core.vault;
	return council.sealJson(councilKeyId, placeOf(meetingId), given);
}

export function openPlace(
	core: Core,
	meetingId: string,
	sealed: Buffer | null
): MeetingPlace | null {
	if (sealed === null) return null;
	const { council, councilKeyId } = core.vault;
	return v.parse(place, council.openJson(councilKeyId, placeOf(meetingId), sealed));
}

/** Whether a link may be shown to be opened: https, and nobody's name and password in it. */
export function isSafeLink(link: string): boolean {
	if (link.length > MAX_LINK_CHARACTERS || !URL.canParse(link)) return false;
	const { protocol, username, password } = new URL(link);
	return protocol === 'https:' && username === '' && password === '';
}
