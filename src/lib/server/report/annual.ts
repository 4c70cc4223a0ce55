import type {
	AnnualReport,
	HeldInTime,
	ParticipationFigures
} from '../../figures/annual-report.ts';
import {
	dueRow,
	heldRow,
	participationRow,
	spanOf,
	type HeldRow,
	type ReviewCounts
} from '../../figures/meeting-figures.ts';
import type { Period } from '../../figures/periods.ts';
import { CONFERENCES } from '../../meetings/kinds.ts';
import type { Core } from '../core.ts';
import type { Queries } from '../db/database.ts';
import { heldByMonth, heldOf } from '../figures/meetings/held.ts';
import { codesIn } from '../figures/meetings/participation.ts';
import { accountCounts } from './accounts.ts';
import { requestCounts } from './requests.ts';
import { statementCounts } from './statements.ts';
import { surveyCounts } from './survey.ts';

/**
 * Every number of the annual report, with nothing hidden.
 * @param queries a snapshot, so that all of it is of one moment
 */
export async function annualReport(
	core: Core,
	queries: Queries,
	period: Period
): Promise<AnnualReport> {
	const open = await openReport(core, queries, period);
	const { initial, review } = open.conferences;
	return {
		...open,
		parentSurvey: await surveyCounts(core, queries, period, initial.held + review.held),
		requests: await requestCounts(core, queries, period)
	};
}

/** What of it managers may have in full, for any period: the lists behind it are theirs to open. */
export type OpenReport = Omit<AnnualReport, 'parentSurvey' | 'requests'>;

export async function openReport(
	core: Core,
	queries: Queries,
	period: Period
): Promise<OpenReport> {
	const all = await heldByMonth(core, queries, period, ['looked_after_review', ...CONFERENCES]);
	const reviews = heldOf(all, 'looked_after_review');
	const held = spanOf(period, reviews, heldRow);
	const followed = (what: 'decisions' | 'records') =>
		dueRow([...reviews.values()].map((month: ReviewCounts) => month[what]));
	const conferences = {
		initial: told(heldRow([...heldOf(all, 'initial_conference').values()])),
		review: told(heldRow([...heldOf(all, 'review_conference').values()]))
	};
	const codes = await codesIn(queries, period, 'looked_after_review');
	return {
		period,
		reviews: {
			months: held.months.map(({ month, ...row }) => ({ month, ...told(row) })),
			total: told(held.total),
			decisions: followed('decisions'),
			records: followed('records')
		},
		conferences,
		participation: participationOf(participationRow(codes)),
		statements: await statementCounts(queries, period),
		accounts: await accountCounts(queries, period)
	};
}

/** What the report relies on, and no more: others read it, and what pages show beside it may change. */
const told = ({ held, inTime, inTimePercent }: HeldRow): HeldInTime => ({
	held,
	inTime,
	inTimePercent
});

function participationOf(row: ParticipationFigures): ParticipationFigures {
	return {
		reviewsOfChildrenAged4AndOver: row.reviewsOfChildrenAged4AndOver,
		codes: row.codes,
		participated: row.participated,
		participatedPercent: row.participatedPercent,
		attended: row.attended,
		attendedPercent: row.attendedPercent,
		notRecorded: row.notRecorded,
		notRecordedPercent: row.notRecordedPercent
	};
}
