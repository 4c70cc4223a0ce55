import { and, eq, isNull } from 'drizzle-orm';
import * as v from 'valibot';
import { cleanLine } from '../../forms/clean.ts';
import { LANGUAGES } from '../../language/languages.ts';
import { CARER_ROLES } from '../../meetings/carers.ts';
import type { Actor, StaffActor } from '../access.ts';
import type { Core } from '../core.ts';
import type { Tx } from '../db/database.ts';
import { conflict, invalid, notFound } from '../errors.ts';
import { isId } from '../ids.ts';
import { readEmail } from '../people/contact.ts';
import { canBeAnswered, MOST_CARERS } from './due.ts';
import { giveLink, slipOf, type Slip } from './give-link.ts';
import { carerEmail, carerName, carerPlace, carerRoleOf } from './rows.ts';
import { placeFor } from './standings.ts';

const LONGEST_NAME = 100;

const input = v.object({
	id: v.pipe(v.string(), v.check(isId)),
	meetingId: v.string(),
	youngPersonId: v.string(),
	name: v.pipe(v.string(), v.transform(cleanLine)),
	role: v.picklist(CARER_ROLES),
	email: v.string(),
	language: v.picklist(LANGUAGES.map(({ tag }) => tag))
});
/** `id` is made by the page: the same page sent twice asks once. Without an `email` the link is handed over. */
export type NewCarer = {
	readonly [Field in keyof v.InferInput<typeof input>]: string;
};

/**
 * Asks a carer before a review.
 * @returns null where it was sent by mail
 * @throws Refusal invalid `carer_desk_name`, `contact_email_wrong`; conflict `carer_desk_not_planned`,
 *   `carer_desk_enough`, `carer_desk_asked_already`
 */
export async function ask(core: Core, actor: Actor, given: NewCarer): Promise<Slip | null> {
	return core.database.inTransaction(async (tx) => {
		const { actor: staff } = await placeFor(tx, 'carer.ask', actor, given);
		const parsed = v.safeParse(input, given);
		if (!parsed.success) throw invalid('form_unreadable');
		const { name } = parsed.output;
		if (name === '' || name.length > LONGEST_NAME) throw invalid('carer_desk_name');
		return askIn(core, tx, staff, { ...parsed.output, email: readEmail(parsed.output.email) });
	});
}

/**
 * Asks somebody who answered before an earlier review, as they were asked then.
 * @throws Refusal as `ask` does; gone `carer_desk_forgotten`
 */
export async function askAsBefore(
	core: Core,
	actor: Actor,
	given: {
		readonly id: string;
		readonly meetingId: string;
		readonly youngPersonId: string;
		readonly consultationId: string;
	}
): Promise<Slip | null> {
	return core.database.inTransaction(async (tx) => {
		const { actor: staff } = await placeFor(tx, 'carer.ask', actor, given);
		if (!isId(given.id) || !isId(given.consultationId)) throw invalid('form_unreadable');
		const { carerConsultations } = tx.tables;
		const [before] = await tx
			.select()
			.from(carerConsultations)
			.where(
				and(
					eq(carerConsultations.id, given.consultationId),
					eq(carerConsultations.youngPersonId, given.youngPersonId)
				)
			);
		if (!before) throw notFound();
		const email = carerEmail(core, before);
		if (email === null) throw conflict('carer_desk_forgotten');
		return askIn(core, tx, staff, {
			...given,
			name: carerName(core, before),
			role: carerRoleOf(before.role),
			email,
			language: before.language
		});
	});
}

interface Wanted {
	readonly id: string;
	readonly meetingId: string;
	readonly youngPersonId: string;
	readonly name: string;
	readonly role: string;
	readonly email: string | null;
	readonly language: string;
}

async function askIn(core: Core, tx: Tx, actor: StaffActor, wanted: Wanted): Promise<Slip | null> {
	const { carerConsultations, meetings } = tx.tables;
	const { id, meetingId, youngPersonId, name, email, language } = wanted;
	const now = core.now();
	const [meeting] = await tx.select().from(meetings).where(eq(meetings.id, meetingId));
	if (!meeting || !canBeAnswered(meeting, now)) throw conflict('carer_desk_not_planned');
	const asked = await tx
		.select()
		.from(carerConsultations)
		.where(
			and(
				eq(carerConsultations.meetingId, meetingId),
				eq(carerConsultations.youngPersonId, youngPersonId),
				isNull(carerConsultations.endedAt)
			)
		);
	const again = asked.find((one) => one.id === id);
	if (again) return email === null ? slipOf(core, again, again.linkId) : null;
	if (asked.length >= MOST_CARERS) throw conflict('carer_desk_enough', { most: MOST_CARERS });
	if (email !== null && asked.some((one) => carerEmail(core, one) === email))
		throw conflict('carer_desk_asked_already');

	const { council, councilKeyId } = core.vault;
	const sealed = (column: 'name' | 'email', words: string) =>
		council.sealText(councilKeyId, carerPlace(id, column), words);
	const row = {
		id,
		meetingId,
		youngPersonId,
		role: wanted.role,
		nameSealed: sealed('name', name),
		emailSealed: email === null ? null : sealed('email', email),
		language,
		askedAt: now,
		askedByStaffId: actor.id
	};
	await tx.insert(carerConsultations).values(row);
	const slip = await giveLink(core, tx, actor, row, { name, email });
	await core.audit.record(tx, {
		action: 'carer.asked',
		actor,
		youngPersonId,
		subject: { kind: 'carer_consultation', id },
		detail: { by: email === null ? 'slip' : 'email', role: wanted.role }
	});
	return slip;
}
