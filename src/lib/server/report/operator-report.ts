import type { AnnualReport } from '../../figures/annual-report.ts';
import type { Period } from '../../figures/periods.ts';
import { demand, rolesOf, type Actor } from '../access.ts';
import type { Core } from '../core.ts';
import { askedPeriod } from '../figures/asked-period.ts';
import { annualReport } from './annual.ts';
import { participationExport } from './participation-export.ts';

export type OperatorReports = ReturnType<typeof createOperatorReports>;

/** What the command line tells: nothing is hidden from who can read the key file. */
export function createOperatorReports(core: Core) {
	return {
		/** @throws Refusal invalid `period_wrong` */
		async annual(actor: Actor, asked: Period): Promise<AnnualReport> {
			demand('report.print', rolesOf(actor));
			const period = askedPeriod(core, asked);
			const report = await core.database.snapshot((queries) => annualReport(core, queries, period));
			await core.database.inTransaction((tx) =>
				core.audit.record(tx, { action: 'report.printed', actor, detail: { ...period } })
			);
			return report;
		},
		/** The review columns of the SSDA903, as CSV. @throws Refusal invalid `period_wrong` */
		participation: (actor: Actor, asked: Period): Promise<string> =>
			participationExport(core, actor, askedPeriod(core, asked))
	};
}
