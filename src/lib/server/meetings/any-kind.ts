import { inArray, type SQL } from 'drizzle-orm';
import { MEETING_KINDS } from '../../meetings/kinds.ts';
import type { Queries } from '../db/database.ts';

/** Holds of every meeting. Asked with it, the index that begins with the kind finds what every row would be read for. */
export const ofAnyKind = ({ tables: { meetings } }: Queries): SQL =>
	inArray(meetings.kind, [...MEETING_KINDS]);
