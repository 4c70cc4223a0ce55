import { and, eq } from 'drizzle-orm';
import { londonDate, londonInstant } from '../../language/dates.ts';
import { invitedOn } from '../../meetings/invitations.ts';
import { LAW } from '../../meetings/limits.ts';
import { NO_PLAN, type ParticipationPlan } from '../../meetings/participation-plan.ts';
import { addDays } from '../../meetings/working-days.ts';
import type { App } from '../app.ts';
import { createAudit } from '../audit/audit.ts';
import type { Core } from '../core.ts';
import type { Tx } from '../db/database.ts';
import { askFirst } from '../preparing/asking.ts';
import { writePlan } from '../preparing/participation-plans.ts';
import { recordSeenAlone } from '../preparing/seen-alone.ts';
import type { WrittenMeeting, WrittenPerson } from './people-rows.ts';
import { createRandom } from './random.ts';
import type { Council } from './tell-forms.ts';

const SEED = 4_2026;

const PLANS: Readonly<Record<string, ParticipationPlan>> = {
	'EB-1001': {
		...NO_PLAN,
		takes_part: 'In the room, at the table with her back to the wall. She speaks for herself.',
		helps: 'A short list of what we talk about, the day before. Tea. A break after half an hour.',
		upsets: 'Being asked about her journey in front of people she does not know.',
		says_yes: 'In words. A nod means that she has heard, not that she agrees.',
		says_no: 'She says “maybe later”. Take it as a no.',
		company: 'Her foster carer, Joyce, for the first half.',
		interpreter: 'woman',
		language: 'Arabic',
		dialect: 'Sudanese'
	},
	'EB-1002': {
		...NO_PLAN,
		takes_part: 'For the first fifteen minutes, with his talker on the table.',
		helps: 'Pictures of who will be there. One question at a time, and a slow count to ten.',
		upsets: 'Chairs that scrape, and grown-ups who talk over him.',
		says_yes: 'Thumb up, or the green button.',
		says_no: 'He pushes the card away.',
		company: 'Miss Bright, his teaching assistant.',
		equipment: 'Talker (charged), ear defenders, the red beanbag.'
	}
};

/** Who was asked to take part, who was seen alone, and how those with a name in the story take part. */
export async function tellBefore(app: App, council: Council): Promise<void> {
	const random = createRandom(SEED);
	let clock = council.now;
	const now = () => Math.min(clock, council.now);
	const core: Core = { ...app, now, audit: createAudit(app.vault, now) };
	const today = londonDate(council.now);

	await app.database.inTransaction(async (tx) => {
		for (const person of council.people.values())
			for (const meeting of person.meetings) {
				const on = meeting.heldOn ?? (meeting.scheduledAt && londonDate(meeting.scheduledAt));
				if (!on || !council.accounts.youngPeople.has(person.id)) continue;
				const place = { meetingId: meeting.id, youngPersonId: person.id };
				const askedOn = invitedOn(on, LAW.invite);
				if (askedOn > today) continue;
				clock = londonInstant(`${askedOn}T07:00`);
				if (meeting.heldOn === null) await askFirst(core, tx, place);
				else await wasHeld(tx, { ...meeting, heldOn: meeting.heldOn }, person, clock, random);
			}
	});

	for (const [ref, plan] of Object.entries(PLANS)) {
		const person = council.people.get(ref);
		const officer = person && council.accounts.staff.get(person.officerId);
		if (!person || !officer) continue;
		clock = londonInstant(`${addDays(today, -5)}T11:15`);
		await writePlan(core, officer, { youngPersonId: person.id, version: 0, plan });
		const next = person.meetings.find(({ heldOn }) => heldOn === null);
		if (!next || ref !== 'EB-1001') continue;
		await recordSeenAlone(core, officer, {
			meetingId: next.id,
			youngPersonId: person.id,
			seenAlone: 'yes',
			on: addDays(today, -5)
		});
	}
}

/** A meeting of years ago, as its row tells of it. */
async function wasHeld(
	tx: Tx,
	meeting: WrittenMeeting & { readonly heldOn: string },
	person: WrittenPerson,
	invitedAt: number,
	random: ReturnType<typeof createRandom>
): Promise<void> {
	const { meetingYoungPeople } = tx.tables;
	const seenAlone = random.chance(0.8) ? 'yes' : random.chance(0.6) ? 'no' : 'refused';
	await tx
		.update(meetingYoungPeople)
		.set({
			invitedAt,
			seenAlone,
			seenAloneOn: seenAlone === 'no' ? null : addDays(meeting.heldOn, -random.between(1, 6)),
			seenAloneByStaffId: person.officerId
		})
		.where(
			and(
				eq(meetingYoungPeople.meetingId, meeting.id),
				eq(meetingYoungPeople.youngPersonId, person.id)
			)
		);
}
