import { eq } from 'drizzle-orm';
import { londonDate } from '../../language/dates.ts';
import type { Actor, StaffActor } from '../access.ts';
import type { Core } from '../core.ts';
import type { Tx } from '../db/database.ts';
import { conflict } from '../errors.ts';
import { endUsed } from '../outside/end.ts';
import { contactOf, liveLink } from '../outside/links.ts';
import { readEmail } from '../people/contact.ts';
import { canBeAnswered } from './due.ts';
import { giveLink, writeTo, type Slip } from './give-link.ts';
import { carerName, carerPlace, type ConsultationRow } from './rows.ts';
import { consultationFor } from './standings.ts';

/** What is done with somebody who was asked and has not answered. */
interface OfOne {
	readonly meetingId: string;
	readonly consultationId: string;
}

/**
 * Writes to them once more: at most once on a London day.
 * @throws Refusal conflict `carer_desk_answered`, `carer_desk_over`, `carer_desk_no_address`
 */
export async function askAgain(core: Core, actor: Actor, of: OfOne): Promise<void> {
	await core.database.inTransaction(async (tx) => {
		const { consultation, staff } = await openOne(core, tx, actor, of);
		const link = consultation.linkId && (await liveLink(core, tx, consultation.linkId));
		if (!link || !contactOf(core, link)) throw conflict('carer_desk_no_address');
		const now = core.now();
		if (link.sentAt !== null && londonDate(link.sentAt) === londonDate(now)) return;
		await writeTo(core, tx, link.id);
		await record(core, tx, staff, consultation, 'carer.asked', { by: 'email', again: true });
	});
}

/**
 * Writes to them at another address, or makes a slip to hand over. The link they had works no more.
 * @throws Refusal invalid `contact_email_wrong`; conflict as `askAgain`
 */
export async function askElsewhere(
	core: Core,
	actor: Actor,
	of: OfOne & { readonly email: string }
): Promise<Slip | null> {
	return core.database.inTransaction(async (tx) => {
		const { consultation, staff } = await openOne(core, tx, actor, of);
		const email = readEmail(of.email);
		if (consultation.linkId) await endUsed(core, tx, { id: consultation.linkId }, false);
		const { carerConsultations } = tx.tables;
		const { council, councilKeyId } = core.vault;
		const place = carerPlace(consultation.id, 'email');
		await tx
			.update(carerConsultations)
			.set({ emailSealed: email === null ? null : council.sealText(councilKeyId, place, email) })
			.where(eq(carerConsultations.id, consultation.id));
		const name = carerName(core, consultation);
		const slip = await giveLink(core, tx, staff, consultation, { name, email });
		const by = email === null ? 'slip' : 'email';
		await record(core, tx, staff, consultation, 'carer.asked', { by, again: true });
		return slip;
	});
}

/**
 * Asks them no more: the link shows nothing, and what was typed over it is gone.
 * @throws Refusal conflict `carer_desk_answered`
 */
export async function takeBack(core: Core, actor: Actor, of: OfOne): Promise<void> {
	await core.database.inTransaction(async (tx) => {
		const found = await consultationFor(tx, 'carer.ask', actor, of);
		const { consultation, actor: staff } = found;
		if (consultation.answeredAt !== null) throw conflict('carer_desk_answered');
		if (consultation.endedAt !== null) return;
		const { carerConsultations } = tx.tables;
		if (consultation.linkId) await endUsed(core, tx, { id: consultation.linkId }, false);
		await tx
			.update(carerConsultations)
			.set({ endedAt: core.now(), emailSealed: null })
			.where(eq(carerConsultations.id, consultation.id));
		await record(core, tx, staff, consultation, 'carer.taken_back', {});
	});
}

/** One that still waits for an answer. */
async function openOne(core: Core, tx: Tx, actor: Actor, of: OfOne) {
	const { consultation, actor: staff, row } = await consultationFor(tx, 'carer.ask', actor, of);
	if (consultation.answeredAt !== null) throw conflict('carer_desk_answered');
	if (consultation.endedAt !== null || !canBeAnswered(row, core.now()))
		throw conflict('carer_desk_over');
	return { consultation, staff };
}

const record = (
	core: Core,
	tx: Tx,
	actor: StaffActor,
	{ id, youngPersonId }: ConsultationRow,
	action: 'carer.asked' | 'carer.taken_back',
	detail: Readonly<Record<string, string | boolean>>
) =>
	core.audit.record(tx, {
		action,
		actor,
		youngPersonId,
		subject: { kind: 'carer_consultation', id },
		detail
	});
