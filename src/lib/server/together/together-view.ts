import { eq } from 'drizzle-orm';
import type { Form } from '../../forms/definition.ts';
import { AS_IT_COMES } from '../../styles/appearance.ts';
import type { SignedIn } from '../accounts/sessions.ts';
import { openAppearance } from '../accounts/appearance.ts';
import { ROLES } from '../roles.ts';
import type { Core } from '../core.ts';
import type { Queries } from '../db/database.ts';
import { readerIdOf } from '../drafts/reader.ts';
import { notFound } from '../errors.ts';
import { staffByIds } from '../people/staff-names.ts';
import type { Device } from './together-rows.ts';

export interface TogetherView {
	readonly form: Form;
	/** Who started it. */
	readonly helper: string | null;
	readonly device: Device;
	/** Whether it goes to the helper anyway, as it would without their help. */
	readonly helperReads: boolean;
}

export async function viewOf(
	core: Core,
	queries: Queries,
	of: { readonly form: Form; readonly youngPersonId: string; readonly togetherId: string }
): Promise<TogetherView> {
	const { togethers, staffRoles } = queries.tables;
	const [row] = await queries
		.select({ staffId: togethers.staffId, device: togethers.device })
		.from(togethers)
		.where(eq(togethers.id, of.togetherId));
	if (!row) throw notFound();
	const reader = await readerIdOf(core, queries, of.youngPersonId, of.form);
	const held = await queries
		.select({ role: staffRoles.role })
		.from(staffRoles)
		.where(eq(staffRoles.staffId, row.staffId));
	const roles = ROLES.filter((role) => held.some((one) => one.role === role));
	return {
		form: of.form,
		helper: (await staffByIds(core, queries, [row.staffId])).get(row.staffId)?.name ?? null,
		device: row.device === 'own' ? 'own' : 'helpers',
		helperReads:
			reader?.kind === 'person'
				? reader.id === row.staffId
				: reader !== null && roles.some((role) => role === reader.handler)
	};
}

/** How the young person set their pages: they read here as they do at home. */
export async function settingsOf(
	core: Core,
	queries: Queries,
	youngPersonId: string
): Promise<Pick<SignedIn, 'language' | 'face' | 'appearance'>> {
	const { accounts, youngPeople } = queries.tables;
	const [row] = await queries
		.select({
			accountId: accounts.id,
			chosen: accounts.language,
			spoken: youngPeople.language,
			face: accounts.face,
			sealed: accounts.appearanceSealed,
			keyId: youngPeople.keyId
		})
		.from(youngPeople)
		.leftJoin(accounts, eq(accounts.youngPersonId, youngPeople.id))
		.where(eq(youngPeople.id, youngPersonId));
	const appearance =
		row?.accountId && row.sealed
			? await openAppearance(core, queries, row.accountId, { sealed: row.sealed, keyId: row.keyId })
			: AS_IT_COMES;
	return { language: row?.chosen ?? row?.spoken ?? null, face: row?.face ?? null, appearance };
}
