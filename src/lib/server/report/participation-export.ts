import { and, asc, eq } from 'drizzle-orm';
import type { Period } from '../../figures/periods.ts';
import { demand, rolesOf, type Actor } from '../access.ts';
import type { Core } from '../core.ts';
import { heldIn } from '../figures/meetings/held.ts';
import { profilesOf } from '../people/profiles.ts';

const HEAD = ['CHILD', 'DOB', 'REVIEW', 'REVIEW_CODE'];

/**
 * The reviews of looked-after children as the return of the Department for Education wants them (SSDA903): a row a child
 * a review held in the period, by day and then by child; an empty code was not recorded. RFC 4180, lines ending in CRLF.
 */
export async function participationExport(
	core: Core,
	actor: Actor,
	period: Period
): Promise<string> {
	demand('participation.export', rolesOf(actor));
	const rows = await core.database.snapshot(async (queries) => {
		const { meetings, meetingYoungPeople: entries } = queries.tables;
		const held = await queries
			.select({
				youngPersonId: entries.youngPersonId,
				heldOn: meetings.heldOn,
				code: entries.participationCode
			})
			.from(meetings)
			.innerJoin(entries, eq(entries.meetingId, meetings.id))
			.where(and(...heldIn(queries, period, ['looked_after_review'])))
			.orderBy(asc(meetings.heldOn));
		const profiles = await profilesOf(
			core,
			queries,
			held.map(({ youngPersonId }) => youngPersonId)
		);
		return held.flatMap(({ youngPersonId, heldOn, code }) => {
			const profile = profiles.get(youngPersonId);
			return profile ? [{ ...profile, heldOn: heldOn ?? '', code: code ?? '' }] : [];
		});
	});
	await core.database.inTransaction((tx) =>
		core.audit.record(tx, {
			action: 'participation.exported',
			actor,
			detail: { ...period, rows: rows.length }
		})
	);
	const lines = rows
		.sort((a, b) => compare(a.heldOn, b.heldOn) || compare(a.ref, b.ref))
		.map(({ ref, dateOfBirth, heldOn, code }) => [
			ref,
			british(dateOfBirth),
			british(heldOn),
			code
		]);
	return [HEAD, ...lines].map((cells) => `${cells.map(cell).join(',')}\r\n`).join('');
}

const compare = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);

/** `dd/mm/yyyy`, as the return has its dates. */
const british = (date: string): string => date.split('-').reverse().join('/');

/**
 * A spreadsheet would run what begins like a formula. No reference that a return takes does, as those are letters and
 * digits: every one of them goes through as it is, and what was meant to harm gets a mark before it.
 */
function cell(text: string): string {
	const harmless = /^[=+\-@\t\r]/.test(text) ? `'${text}` : text;
	return /[",\r\n]/.test(harmless) ? `"${harmless.replaceAll('"', '""')}"` : harmless;
}
