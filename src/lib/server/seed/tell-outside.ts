import type { App } from '../app.ts';
import type { Council } from './tell-forms.ts';

/** Whose conference parents are asked about. */
const ASKED_ABOUT = 'EB-1005';

/** The link for the room where Ruth's conference will be: it can be tried from the desk of who chairs it. */
export async function tellOutside(app: App, { people, staff, accounts, now }: Council) {
	const conference = people
		.get(ASKED_ABOUT)
		?.meetings.find(({ heldOn, scheduledAt }) => heldOn === null && (scheduledAt ?? 0) > now);
	const helen = accounts.staff.get(staff.get('S03')?.id ?? '');
	if (conference && helen)
		await app.outside.openRoom(helen, { meetingId: conference.id, language: 'en' });
}
