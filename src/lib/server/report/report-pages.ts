import type { ToldReport } from '../../figures/annual-report.ts';
import { financialYear, financialYearOf, yearBefore, type Period } from '../../figures/periods.ts';
import type { ReportTable } from '../../figures/report-table.ts';
import { reportTables } from '../../figures/report-tables.ts';
import { reportWords } from '../../figures/report-words.ts';
import { parentsConference } from '../../forms/catalogue/parents-conference.ts';
import { londonDate } from '../../language/dates.ts';
import type { Translator } from '../../language/translator.ts';
import { demand, demandOfStaff, rolesOf, type Actor, type StaffActor } from '../access.ts';
import type { Core } from '../core.ts';
import type { Document } from '../documents/document.ts';
import { documentHtml } from '../documents/html.ts';
import { notFound } from '../errors.ts';
import { askedPeriod } from '../figures/asked-period.ts';
import { annualReport, openReport, type OpenReport } from './annual.ts';
import { hiddenParts } from './hidden-parts.ts';
import { reportCsv } from './report-csv.ts';
import { reportDocument, type Printable } from './report-document.ts';
import { readTexts, writeText, type ReportText } from './texts.ts';
import { endedYear, toldReport } from './told.ts';

export interface ReportView {
	readonly period: Period;
	/** Nothing is hidden from the operator; on a page these are the numbers a manager may have. */
	readonly report: ToldReport;
	readonly tables: readonly ReportTable[];
	readonly texts: readonly ReportText[];
	/** Whether what parents answered and what was asked for is told: of whole ended financial years alone. */
	readonly whole: boolean;
	/** Financial years to choose from, by the year they begin in, the latest first. */
	readonly years: readonly number[];
}

export interface ReportGiven {
	readonly translator: (tag: string) => Translator;
	readonly council: () => string;
}

const YEARS_TO_CHOOSE = 4;

export type ReportPages = ReturnType<typeof createReportPages>;

/** The annual report for any period: on the screen, on paper, and as files. */
export function createReportPages(core: Core, { translator, council }: ReportGiven) {
	async function toldOf(actor: StaffActor, report: OpenReport): Promise<ToldReport> {
		const year = endedYear(report.period, core.now());
		return toldReport(report, year === null ? null : await hiddenParts(core, actor, year));
	}

	async function view(actor: Actor, asked: Partial<Period>): Promise<ReportView> {
		demandOfStaff('figures.see', actor);
		const period = periodOf(core, asked);
		const { report, before, texts } = await core.database.snapshot(async (queries) => ({
			report: await openReport(core, queries, period),
			before: await openReport(core, queries, yearBefore(period)),
			texts: await readTexts(core, queries, period)
		}));
		const told = { report: await toldOf(actor, report), before: await toldOf(actor, before) };
		await core.database.inTransaction((tx) =>
			core.audit.record(tx, { action: 'report.seen', actor, detail: { ...period } })
		);
		const thisYear = financialYearOf(londonDate(core.now()));
		return {
			period,
			report: told.report,
			tables: reportTables(told.report, told.before),
			texts,
			whole: endedYear(period, core.now()) !== null,
			years: Array.from({ length: YEARS_TO_CHOOSE }, (_, back) => thisYear - back)
		};
	}

	function documentOf(printable: Omit<Printable, 'council'>, language: string): Document {
		const words = translator(language);
		return reportDocument(
			{ ...printable, council: council() },
			reportWords(words, parentsConference),
			words
		);
	}

	return {
		/** @throws Refusal invalid `period_wrong` */
		view,
		/** One part, for whoever writes it. @throws Refusal `not_found` for a part there is not */
		async text(actor: Actor, asked: Partial<Period>, part: string): Promise<ReportText> {
			demandOfStaff('report.write', actor);
			const texts = await readTexts(core, core.database.read, periodOf(core, asked));
			const found = texts.find((text) => text.part === part);
			if (!found) throw notFound();
			return found;
		},
		async write(
			actor: Actor,
			asked: Partial<Period>,
			input: { readonly part: string; readonly words: string; readonly version: number }
		): Promise<void> {
			demandOfStaff('report.write', actor);
			await writeText(core, actor, periodOf(core, asked), input);
		},
		async document(actor: Actor, asked: Partial<Period>, language: string): Promise<Document> {
			return documentOf(await view(actor, asked), language);
		},
		/** In the shape of `AnnualReport`; numbers that may not be told are null. */
		async json(actor: Actor, asked: Partial<Period>): Promise<ToldReport> {
			return (await view(actor, asked)).report;
		},
		/** One table. @throws Refusal `not_found` for a table there is not */
		async csv(actor: Actor, asked: Partial<Period>, tableId: string): Promise<string> {
			const table = (await view(actor, asked)).tables.find(({ id }) => id === tableId);
			if (!table) throw notFound();
			return reportCsv(table);
		},
		/** On paper for the command line, with nothing hidden and the year before beside. */
		async operatorDocument(actor: Actor, asked: Period): Promise<Document> {
			demand('report.print', rolesOf(actor));
			const period = askedPeriod(core, asked);
			const printable = await core.database.snapshot(async (queries) => ({
				period,
				tables: reportTables(
					await annualReport(core, queries, period),
					await annualReport(core, queries, yearBefore(period))
				),
				texts: await readTexts(core, queries, period)
			}));
			return documentOf(printable, 'en');
		},
		/** The same as one HTML file. */
		async operatorHtml(actor: Actor, period: Period): Promise<string> {
			return documentHtml(await this.operatorDocument(actor, period));
		}
	};
}

/** The financial year that ended last, where nothing else is asked for. */
function periodOf(core: Core, asked: Partial<Period>): Period {
	if (!asked.from && !asked.to) return financialYear(financialYearOf(londonDate(core.now())) - 1);
	return askedPeriod(core, asked);
}
