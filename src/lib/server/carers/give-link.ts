import { eq } from 'drizzle-orm';
import { londonDate } from '../../language/dates.ts';
import type { StaffActor } from '../access.ts';
import type { Core } from '../core.ts';
import type { Tx } from '../db/database.ts';
import { queueMessages } from '../mail/queue.ts';
import { linkPath, makeLink } from '../outside/links.ts';
import { linkExpires } from './due.ts';
import { carerName, type ConsultationRow } from './rows.ts';

/** A link that is handed over, since there is no address: shown to whoever asked, as it is made. */
export interface Slip {
	readonly consultationId: string;
	readonly name: string;
	/** Such as `/carer/TOKEN`. */
	readonly path: string;
	readonly language: string;
}

/** Of a consultation, as much as its link needs. */
type Asked = Pick<
	ConsultationRow,
	'id' | 'meetingId' | 'youngPersonId' | 'language' | 'nameSealed'
>;

/** Makes the link, and writes to them or hands it back to be handed over. */
export async function giveLink(
	core: Core,
	tx: Tx,
	actor: StaffActor,
	row: Asked,
	{ name, email }: { readonly name: string; readonly email: string | null }
): Promise<Slip | null> {
	const { carerConsultations } = tx.tables;
	const now = core.now();
	const linkId = await makeLink(core, tx, {
		purpose: 'carer',
		reach: 'one',
		meetingId: row.meetingId,
		youngPersonId: row.youngPersonId,
		...(email === null ? {} : { contact: { name, email } }),
		language: row.language,
		madeByStaffId: actor.id,
		expiresAt: linkExpires(now)
	});
	await tx.update(carerConsultations).set({ linkId }).where(eq(carerConsultations.id, row.id));
	if (email === null) return slipOf(core, row, linkId);
	await writeTo(core, tx, linkId);
	return null;
}

/** Shown to whoever asked, to be handed over. @param linkId null: there is none any more */
export const slipOf = (core: Core, row: Asked, linkId: string | null): Slip | null =>
	linkId === null
		? null
		: {
				consultationId: row.id,
				name: carerName(core, row),
				path: linkPath(core, { id: linkId, purpose: 'carer' }),
				language: row.language
			};

/** Once a London day. */
export async function writeTo(core: Core, tx: Tx, linkId: string): Promise<void> {
	const { outsideLinks } = tx.tables;
	const now = core.now();
	const onceKey = `carer_link|${linkId}|${londonDate(now)}`;
	await queueMessages(tx, [{ to: { outsideLinkId: linkId }, message: 'carer_link', onceKey }], now);
	await tx.update(outsideLinks).set({ sentAt: now }).where(eq(outsideLinks.id, linkId));
}
