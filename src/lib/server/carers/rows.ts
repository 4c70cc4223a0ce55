import type { Answer } from '../../forms/answers.ts';
import type { CarerFlag } from '../../forms/catalogue/carer-consultation.ts';
import { CARER_FLAGS } from '../../forms/catalogue/carer-consultation.ts';
import { CARER_ROLES, type CarerRole } from '../../meetings/carers.ts';
import type { Core } from '../core.ts';
import type { Queries } from '../db/database.ts';
import type { Place } from '../vault/vault.ts';

export type ConsultationRow = Queries['tables']['carerConsultations']['$inferSelect'];

/** What a carer said, by question. */
export type CarerAnswers = Readonly<Record<string, Answer>>;

export const carerPlace = (
	id: string,
	column: 'name' | 'email' | 'wording' | 'answers'
): Place => ({
	table: 'carer_consultations',
	row: id,
	column
});

export const carerRoleOf = (column: string): CarerRole =>
	CARER_ROLES.find((role) => role === column) ?? 'foster_carer';

export const carerFlagOf = (column: string | null): CarerFlag | null =>
	CARER_FLAGS.find((flag) => flag === column) ?? null;

/** Null where they were handed a slip, and once it was forgotten. */
export const carerEmail = (
	{ vault }: Core,
	{ id, emailSealed }: Pick<ConsultationRow, 'id' | 'emailSealed'>
): string | null =>
	emailSealed && vault.council.openText(vault.councilKeyId, carerPlace(id, 'email'), emailSealed);

export const carerName = ({ vault }: Core, row: Pick<ConsultationRow, 'id' | 'nameSealed'>) =>
	vault.council.openText(vault.councilKeyId, carerPlace(row.id, 'name'), row.nameSealed);
