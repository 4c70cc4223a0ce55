import type { OpenTo } from '#lib/server/deciding/open-to.ts';

const PAGES: Readonly<Record<OpenTo, string>> = {
	meeting: '/desk/meetings/',
	decisions: '/desk/decisions/'
};

/** Where somebody opens a meeting; null where they may not. @param openTo which they may open, and as what */
export function meetingPage(openTo: ReadonlyMap<string, OpenTo>, meetingId: string): string | null {
	const page = openTo.get(meetingId);
	return page ? `${PAGES[page]}${meetingId}` : null;
}
