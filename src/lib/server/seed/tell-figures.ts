import { financialYearOf } from '../../figures/periods.ts';
import { londonDate } from '../../language/dates.ts';
import type { App } from '../app.ts';
import type { Council } from './tell-forms.ts';

/** The years before the last one were told. The last one waits for the manager: everything is entered, and looked at. */
export async function tellFigures(app: App, { staff, accounts }: Council): Promise<void> {
	const manager = accounts.staff.get(staff.get('S04')?.id ?? '');
	if (!manager) return;
	const last = financialYearOf(londonDate(app.now())) - 1;
	const { years } = await app.yearFigures.see(manager, '');
	for (const year of years.filter((one) => one < last))
		await app.yearFigures.tell(manager, String(year));
}
