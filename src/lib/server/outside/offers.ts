import { and, desc, eq, gt, isNotNull, isNull } from 'drizzle-orm';
import { CONFERENCES, meetingKindOf, type MeetingKind } from '../../meetings/kinds.ts';
import { addDays } from '../../meetings/working-days.ts';
import { LANGUAGES } from '../../language/languages.ts';
import { londonDate, londonInstant, londonMidnight } from '../../language/dates.ts';
import { demandOfStaff, type Actor } from '../access.ts';
import type { Core } from '../core.ts';
import { readLimits } from '../council/limits.ts';
import type { Queries, Tx } from '../db/database.ts';
import { invalid, notFound } from '../errors.ts';
import { forgetMessagesOf } from '../mail/queue.ts';
import { findMeeting, type MeetingsRow } from '../meetings/standings.ts';
import { readEmail } from '../people/contact.ts';
import { deleteLink } from './end.ts';
import { contactOf, linkPath, makeLink, type LinkRow } from './links.ts';

/** How long a parent's own link works. */
const OWN_LINK_DAYS = 28;
/** On the day it goes out, in London. */
const WRITTEN_AT = '10:00';

/** What the chair of a conference sees. Who of the parents answered is told to nobody, not even by a link that is gone. */
export interface OffersView {
	readonly meetingId: string;
	readonly kind: MeetingKind;
	readonly scheduledAt: number | null;
	readonly heldOn: string | null;
	/** The link for the room, where one is open; the address without the site. */
	readonly room: { readonly path: string; readonly expiresAt: number } | null;
	/** Whether one can be opened: until the end of the day after the conference. */
	readonly mayOpenRoom: boolean;
	/** When who wants it is written to once more; null while no day is known. */
	readonly writesOn: string | null;
	/** Languages it is asked in. */
	readonly languages: readonly string[];
}

/** A link for one parent. It is shown once: to come back to it would tell whether it was used. */
export interface HandedOver {
	readonly path: string;
	readonly language: string;
	readonly expiresAt: number;
	/** When they are written to, where they said yes. */
	readonly writesOn: string | null;
}

export type Offers = ReturnType<typeof createOffers>;

/** The chair of a conference offers parents the survey: in the room, on paper, and once more by e-mail. */
export function createOffers(core: Core) {
	const { database } = core;

	/** @throws Refusal `not_found` unless it is a conference of the actor's that is not called off */
	async function conferenceOf(queries: Queries, actor: Actor, meetingId: string) {
		const { row, standings } = await findMeeting(core, queries, actor, meetingId);
		demandOfStaff('survey.offer', actor, standings);
		if (!CONFERENCES.includes(meetingKindOf(row.kind)) || row.cancelledAt !== null)
			throw notFound();
		return row;
	}

	const offering = <T>(
		actor: Actor,
		meetingId: string,
		work: (tx: Tx, meeting: MeetingsRow) => Promise<T>
	): Promise<T> =>
		database.inTransaction(async (tx) => work(tx, await conferenceOf(tx, actor, meetingId)));

	const record = (
		tx: Tx,
		actor: Actor,
		action:
			'survey.room_opened' | 'survey.room_ended' | 'survey.link_made' | 'survey.address_taken_back',
		meetingId: string
	): Promise<void> =>
		core.audit.record(tx, { action, actor, subject: { kind: 'meeting', id: meetingId } });

	return {
		async see(actor: Actor, meetingId: string): Promise<OffersView> {
			const { read } = database;
			const meeting = await conferenceOf(read, actor, meetingId);
			const room = await roomOf(core, read, meetingId);
			return {
				meetingId,
				kind: meetingKindOf(meeting.kind),
				scheduledAt: meeting.scheduledAt,
				heldOn: meeting.heldOn,
				room: room && { path: linkPath(core, room), expiresAt: room.expiresAt },
				mayOpenRoom: roomUntil(core, meeting) > core.now(),
				writesOn: await writtenOn(core, read, meeting),
				languages: LANGUAGES.map(({ tag }) => tag)
			};
		},

		/**
		 * Opens the link for the room; one that is open stays, with the end it has by now.
		 * @throws Refusal invalid `survey_desk_over`
		 */
		async openRoom(actor: Actor, input: { readonly meetingId: string; readonly language: string }) {
			await offering(actor, input.meetingId, async (tx, meeting) => {
				const expiresAt = roomUntil(core, meeting);
				if (expiresAt <= core.now()) throw invalid('survey_desk_over');
				const there = await roomOf(core, tx, meeting.id);
				if (there) {
					const { outsideLinks } = tx.tables;
					await tx.update(outsideLinks).set({ expiresAt }).where(eq(outsideLinks.id, there.id));
					return;
				}
				await makeLink(core, tx, {
					purpose: 'survey',
					reach: 'room',
					meetingId: meeting.id,
					language: languageIn(input.language),
					madeByStaffId: actor.id,
					expiresAt
				});
				await record(tx, actor, 'survey.room_opened', meeting.id);
			});
		},

		/** Nobody can answer over it any more, and what was begun and not sent is gone. */
		async endRoom(actor: Actor, meetingId: string): Promise<void> {
			await offering(actor, meetingId, async (tx, meeting) => {
				for (
					let room = await roomOf(core, tx, meeting.id);
					room;
					room = await roomOf(core, tx, meeting.id)
				) {
					await deleteLink(tx, room.id);
					await record(tx, actor, 'survey.room_ended', meeting.id);
				}
			});
		},

		/**
		 * Makes a link for one parent, used once. With an address they are also written to once, some days after the
		 * conference. The same address again gives the same link.
		 * @throws Refusal invalid `contact_email_wrong`, `survey_desk_yes_missing`, `survey_desk_email_missing`
		 */
		async handOver(
			actor: Actor,
			input: {
				readonly meetingId: string;
				readonly language: string;
				readonly email: string;
				/** They said yes to being written to. */
				readonly agreed: boolean;
			}
		): Promise<HandedOver> {
			const email = readEmail(input.email);
			if (email !== null && !input.agreed) throw invalid('survey_desk_yes_missing');
			if (email === null && input.agreed) throw invalid('survey_desk_email_missing');
			return offering(actor, input.meetingId, async (tx, meeting) => {
				const writesOn = email === null ? null : await writtenOn(core, tx, meeting);
				const [there] = email === null ? [] : await writtenTo(core, tx, meeting.id, email);
				const language = languageIn(input.language);
				const expiresAt = core.now() + OWN_LINK_DAYS * 86_400_000;
				if (there) {
					const { outsideLinks } = tx.tables;
					await tx.update(outsideLinks).set({ language }).where(eq(outsideLinks.id, there.id));
					return { path: linkPath(core, there), language, expiresAt: there.expiresAt, writesOn };
				}
				const id = await makeLink(core, tx, {
					purpose: 'survey',
					reach: 'one',
					meetingId: meeting.id,
					language,
					madeByStaffId: actor.id,
					...(email === null
						? {}
						: {
								contact: { name: '', email },
								sendAt: writtenAt(writesOn ?? addDays(londonDate(core.now()), 1))
							}),
					expiresAt
				});
				await record(tx, actor, 'survey.link_made', meeting.id);
				return {
					path: linkPath(core, { id, purpose: 'survey' }),
					language,
					expiresAt,
					writesOn
				};
			});
		},

		/**
		 * They do not want to be written to after all. Done the same whether or not the address is there: that it is not
		 * could mean that they have answered.
		 */
		async takeAddressBack(
			actor: Actor,
			input: { readonly meetingId: string; readonly email: string }
		): Promise<void> {
			const email = readEmail(input.email);
			if (email === null) throw invalid('survey_desk_email_missing');
			await offering(actor, input.meetingId, async (tx, meeting) => {
				const { outsideLinks } = tx.tables;
				for (const { id } of await writtenTo(core, tx, meeting.id, email)) {
					await forgetMessagesOf(tx, id);
					await tx
						.update(outsideLinks)
						.set({ contactSealed: null, sendAt: null })
						.where(eq(outsideLinks.id, id));
				}
				await record(tx, actor, 'survey.address_taken_back', meeting.id);
			});
		}
	};
}

/** The link for the room that works now. */
async function roomOf(core: Core, queries: Queries, meetingId: string): Promise<LinkRow | null> {
	const { outsideLinks } = queries.tables;
	const [row] = await queries
		.select()
		.from(outsideLinks)
		.where(
			and(
				eq(outsideLinks.meetingId, meetingId),
				eq(outsideLinks.purpose, 'survey'),
				eq(outsideLinks.reach, 'room'),
				isNull(outsideLinks.endedAt),
				gt(outsideLinks.expiresAt, core.now())
			)
		)
		.orderBy(desc(outsideLinks.createdAt), desc(outsideLinks.id))
		.limit(1);
	return row ?? null;
}

/** Links of a conference that are to be written to this address. */
async function writtenTo(
	core: Core,
	queries: Queries,
	meetingId: string,
	email: string
): Promise<LinkRow[]> {
	const { outsideLinks } = queries.tables;
	const rows = await queries
		.select()
		.from(outsideLinks)
		.where(
			and(
				eq(outsideLinks.meetingId, meetingId),
				eq(outsideLinks.purpose, 'survey'),
				isNotNull(outsideLinks.contactSealed)
			)
		);
	return rows.filter((row) => contactOf(core, row)?.email.toLowerCase() === email.toLowerCase());
}

/** The day of the conference: when it was held, or is to be. */
const dayOf = ({ heldOn, scheduledAt }: MeetingsRow): string | null =>
	heldOn ?? (scheduledAt === null ? null : londonDate(scheduledAt));

/** The end of the day after the conference; while no day is known, of tomorrow. */
export const roomUntil = (core: Core, meeting: MeetingsRow): number =>
	londonMidnight(addDays(dayOf(meeting) ?? londonDate(core.now()), 2));

/** The day on which parents who want it are written to; null while the conference has none. */
export async function writtenOn(
	_core: Core,
	queries: Queries,
	meeting: MeetingsRow
): Promise<string | null> {
	const day = dayOf(meeting);
	return day === null ? null : addDays(day, (await readLimits(queries)).survey_again);
}

/** The moment of that day. */
export const writtenAt = (day: string): number => londonInstant(`${day}T${WRITTEN_AT}`);

function languageIn(asked: string): string {
	const language = LANGUAGES.find(({ tag }) => tag === asked);
	if (!language) throw invalid('form_unreadable');
	return language.tag;
}
