import { rmSync } from 'node:fs';
import { beforeAll, expect, test } from 'vitest';
import { onBothEngines } from '../../../../tests/support/engines.ts';
import { writeFiles } from '../../../../tests/support/import-files.ts';
import {
	CELLS,
	inventCouncil,
	type InventedCouncil,
	type InventedMeeting
} from '../../../../tests/support/report-council.ts';
import type { AnnualReport } from '../../figures/annual-report.ts';
import { OPERATOR } from '../access.ts';
import type { App } from '../app.ts';
import { importFolder } from '../importing/import-folder.ts';

// Counted here a second time, with plain loops over the rows that went into the files, and with nothing of the code that
// is tested: ages, working days and shares are worked out anew.

/** England’s, with the spring holiday of 2022 moved to June, a day given for the jubilee and one for the funeral. */
const HOLIDAYS = new Set(
	'2021-04-02 2021-04-05 2021-05-03 2021-05-31 2021-08-30 2021-12-27 2021-12-28 2022-01-03 2022-04-15 2022-04-18 2022-05-02 2022-06-02 2022-06-03 2022-08-29 2022-09-19 2022-12-26 2022-12-27'.split(
		' '
	)
);
const CODES = ['PN0', 'PN1', 'PN2', 'PN3', 'PN4', 'PN5', 'PN6', 'PN7'];
const MONTHS = Array.from({ length: 18 }, (_, at) => monthAfter('2021-04', at));

function monthAfter(month: string, count: number): string {
	const whole = Number(month.slice(0, 4)) * 12 + Number(month.slice(5)) - 1 + count;
	return `${Math.floor(whole / 12)}-${String((whole % 12) + 1).padStart(2, '0')}`;
}

function workingDaysAfter(day: string, count: number): string {
	const date = new Date(`${day}T12:00:00Z`);
	for (let left = count; left > 0;) {
		date.setUTCDate(date.getUTCDate() + 1);
		const weekend = date.getUTCDay() % 6 === 0;
		if (!weekend && !HOLIDAYS.has(date.toISOString().slice(0, 10))) left -= 1;
	}
	return date.toISOString().slice(0, 10);
}

/** Whether the fourth birthday has come; whoever was born on a leap day has it on the first of March. */
function isFour(bornOn: string, on: string): boolean {
	const [year = 0, month = 0, day = 0] = bornOn.split('-').map(Number);
	return Date.UTC(year + 4, month - 1, day) <= Date.parse(`${on}T00:00:00Z`);
}

function share(part: number, of: number): number | null {
	if (of === 0) return null;
	const tenths = (part * 1000) / of;
	return (tenths - Math.floor(tenths) >= 0.5 ? Math.floor(tenths) + 1 : Math.floor(tenths)) / 10;
}

function dueBy(meeting: InventedMeeting): string {
	if (meeting.dueBy !== '') return meeting.dueBy;
	return meeting.careStartedOn && workingDaysAfter(meeting.careStartedOn, 20);
}

type Counted = Pick<AnnualReport, 'reviews' | 'conferences' | 'participation' | 'parentSurvey'>;

function countByHand(council: InventedCouncil, from: string, to: string): Counted {
	const held = council.meetings.filter(
		(one) => !one.cancelled && one.heldOn >= from && one.heldOn <= to
	);
	const heldInTime = (meetings: readonly InventedMeeting[]) => {
		let inTime = 0;
		for (const meeting of meetings) if (meeting.heldOn <= dueBy(meeting)) inTime += 1;
		return { held: meetings.length, inTime, inTimePercent: share(inTime, meetings.length) };
	};
	const reviews = held.filter(({ kind }) => kind === 'looked_after_review');
	const followed = (sentOn: 'decisionsSentOn' | 'recordSentOn', days: number) => {
		let due = 0;
		let inTime = 0;
		for (const review of reviews) {
			const last = workingDaysAfter(review.heldOn, days);
			const sent = review[sentOn];
			if (sent === '' && last >= council.today) continue;
			due += 1;
			if (sent !== '' && sent <= last) inTime += 1;
		}
		return { due, inTime, inTimePercent: share(inTime, due) };
	};

	const codes = Object.fromEntries(CODES.map((code) => [code, 0]));
	let [four, participated, attended, notRecorded] = [0, 0, 0, 0];
	for (const { children, codes: recorded, heldOn } of reviews)
		for (const child of children) {
			const code = recorded[child] ?? '';
			if (code !== '') codes[code] = (codes[code] ?? 0) + 1;
			if (!isFour(council.bornOn[child] ?? '', heldOn)) continue;
			four += 1;
			if (code === '') notRecorded += 1;
			if (/PN[12356]/.test(code)) participated += 1;
			if (/PN[1234]/.test(code)) attended += 1;
		}

	const responses = council.responses.filter(({ on }) => on >= from && on <= to);
	const questions: Record<string, AnnualReport['parentSurvey']['questions'][string]> = {};
	for (const [question, values] of Object.entries(CELLS)) {
		const given = responses.flatMap(({ cells }) => cells[question] || []);
		if (given.length === 0) continue;
		const counts: Record<string, number> = {};
		const percents: Record<string, number | null> = {};
		for (const value of values) {
			const times = given.filter((one) => one === value).length;
			if (times === 0) continue;
			counts[value] = times;
			percents[value] = share(times, given.length);
		}
		questions[question] = { answered: given.length, counts, percents };
	}
	const conferences = held.filter(({ kind }) => kind !== 'looked_after_review');
	const months = MONTHS.filter((month) => month >= from.slice(0, 7) && month <= to.slice(0, 7));
	return {
		reviews: {
			months: months.map((month) => ({
				month,
				...heldInTime(reviews.filter(({ heldOn }) => heldOn.startsWith(month)))
			})),
			total: heldInTime(reviews),
			decisions: followed('decisionsSentOn', 5),
			records: followed('recordSentOn', 20)
		},
		conferences: {
			initial: heldInTime(conferences.filter(({ kind }) => kind === 'initial_conference')),
			review: heldInTime(conferences.filter(({ kind }) => kind === 'review_conference'))
		},
		participation: {
			reviewsOfChildrenAged4AndOver: four,
			codes: codes as AnnualReport['participation']['codes'],
			participated,
			participatedPercent: share(participated, four),
			attended,
			attendedPercent: share(attended, four),
			notRecorded,
			notRecordedPercent: share(notRecorded, four)
		},
		parentSurvey: {
			responses: responses.length,
			conferences: conferences.length,
			returnPercent: share(responses.length, conferences.length),
			months: months.map((month) => ({
				month,
				initial: responses.filter(({ on, kind }) => on.startsWith(month) && kind === 'initial')
					.length,
				review: responses.filter(({ on, kind }) => on.startsWith(month) && kind === 'review').length
			})),
			questions
		}
	};
}

onBothEngines('the annual report of thousands of imported meetings', (engine) => {
	const council = inventCouncil(1875, 400);
	let app: App;
	beforeAll(async () => {
		app = await engine.open({ now: () => Date.parse(`${council.today}T09:00:00Z`) });
		const folder = writeFiles(council.files);
		const { faults } = await importFolder(app, OPERATOR, folder);
		rmSync(folder, { recursive: true });
		expect(faults).toEqual([]);
	}, 240_000);

	test('has in it what makes counting hard', () => {
		const entries = council.meetings.flatMap(({ children, heldOn, kind, codes }) =>
			children.map((child) => ({
				...{ child, kind, code: codes[child] },
				four: isFour(council.bornOn[child] ?? '', heldOn)
			}))
		);
		const reviews = entries.filter(({ kind }) => kind === 'looked_after_review');
		expect(reviews.length).toBeGreaterThan(1500);
		expect(reviews.some(({ code, four }) => code === 'PN0' && four)).toBe(true);
		expect(reviews.some(({ code, four }) => code === 'PN1' && !four)).toBe(true);
		expect(reviews.some(({ code }) => code === undefined)).toBe(true);
		const turned = Object.keys(council.bornOn).filter((child) => {
			const own = reviews.filter((one) => one.child === child);
			return own.some(({ four }) => four) && own.some(({ four }) => !four);
		});
		expect(turned.length).toBeGreaterThan(50);
		expect(council.meetings.some(({ cancelled }) => cancelled)).toBe(true);
		// The same days after a meeting end elsewhere in a year with a moved holiday.
		expect(workingDaysAfter('2022-05-26', 5)).toBe('2022-06-06');
	});

	test.each([
		['a financial year', '2021-04-01', '2022-03-31'],
		['a year and a half', '2021-04-01', '2022-09-30'],
		['a period that begins and ends amid a month', '2021-09-13', '2022-06-02'],
		['a day', '2022-03-31', '2022-03-31']
	])('is what counting by hand says, over %s', async (_, from, to) => {
		expect(await app.report.annual(OPERATOR, { from, to })).toMatchObject({
			period: { from, to },
			...countByHand(council, from, to)
		});
	});

	test('is what counting by hand says, month by month', async () => {
		for (const month of MONTHS) {
			const from = `${month}-01`;
			const next = Date.parse(`${monthAfter(month, 1)}-01T00:00:00Z`);
			const to = new Date(next - 1).toISOString().slice(0, 10);
			const { reviews, conferences, participation, parentSurvey } = await app.report.annual(
				OPERATOR,
				{ from, to }
			);
			expect({ reviews, conferences, participation, parentSurvey }).toEqual(
				countByHand(council, from, to)
			);
		}
	});

	test('and what managers see of the same time are the same numbers', async () => {
		const period = { from: '2021-04-01', to: '2022-09-30' };
		const manager = { kind: 'staff', id: 'm', accountId: 'm', roles: ['manager'] } as const;
		const seen = await app.meetingFigures.reviews(manager, period);
		const took = await app.meetingFigures.participation(manager, period);
		const byHand = countByHand(council, period.from, period.to);
		expect(seen.total).toMatchObject(byHand.reviews.total);
		expect(seen.months).toMatchObject(byHand.reviews.months);
		expect(took.total).toMatchObject(byHand.participation);
		expect(took.months.map(({ entries }) => entries)).toEqual(
			byHand.reviews.months.map(({ held }) => held)
		);
	});
});
