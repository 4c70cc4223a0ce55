import { randomUUID } from 'node:crypto';
import { londonDate } from '../../language/dates.ts';
import { addDays } from '../../meetings/working-days.ts';
import type { App } from '../app.ts';
import { API_SCOPES } from '../machines/scopes.ts';
import type { Council } from './tell-forms.ts';

/** Those who keep the case record up to date, each as far as this many documents. */
const OFFICERS = ['S01', 'S02'];
const COPIED_EACH = 8;
/** What came in lately is still to be copied. */
const AGO_MS = 21 * 86_400_000;

/** A key that was tried and given up, and what stands in the case record already. */
export async function tellMachines(app: App, { now, staff, accounts }: Council): Promise<void> {
	const admin = accounts.staff.get(staff.get('S09')?.id ?? '');
	if (admin) {
		const { id } = await app.machines.makeKey(admin, {
			id: randomUUID(),
			name: 'Case system, first try',
			scopes: API_SCOPES.filter((scope) => scope !== 'requests'),
			expiresOn: addDays(londonDate(now), 90)
		});
		await app.machines.revokeKey(admin, id);
	}
	for (const ref of OFFICERS) {
		const officer = accounts.staff.get(staff.get(ref)?.id ?? '');
		if (!officer) continue;
		for (let page = 1, copied = 0, more = true; more && copied < COPIED_EACH; page += 1) {
			const list = await app.machines.toCopy(officer, page);
			const old = list.items.filter(({ sentAt }) => sentAt < now - AGO_MS);
			for (const { kind, subjectId, youngPersonId, sentAt } of old.slice(0, COPIED_EACH - copied))
				await app.machines.markCopied(officer, {
					kind,
					subjectId,
					youngPersonId,
					copiedOn: addDays(londonDate(sentAt), 8)
				});
			copied += old.length;
			({ more } = list);
		}
	}
}
