import { financialYear, financialYearOf } from '../../src/lib/figures/periods.ts';
import { addMonths } from '../../src/lib/meetings/working-days.ts';
import { OPERATOR } from '../../src/lib/server/access.ts';
import type { App } from '../../src/lib/server/app.ts';
import type { Person } from '../support/people.ts';
import { A_YEAR, ALL_YEARS } from './big-council.ts';
import { COUNTED_FORM, TODAY } from './council-rows.ts';

/** By the page's address below `/insight`, and what is asked of it: what its `load` asks of the services. */
export type Pages = Readonly<Record<string, () => Promise<unknown>>>;

/** Every page a manager may look at: what it shows where nothing is asked for, and the slowest that it may be asked for. */
export function insightPages(app: App, { actor }: Person<'staff'>): Pages {
	const { meetingFigures, statementFigures, surveys, themes } = app;
	const months = (back: number) => addMonths(`${TODAY.slice(0, 7)}-01`, -back).slice(0, 7);
	const lastYear = financialYearOf(TODAY) - 1;
	const theme = 'home';
	return {
		'every page: its frame': () => app.desk.frame(actor),
		'/': async () => [
			await app.overview.see(actor),
			await app.desk.missed(actor),
			await app.desk.notices(actor)
		],
		'/timeliness': async () => [
			await meetingFigures.reviews(actor, {}),
			await meetingFigures.conferences(actor, {})
		],
		'/timeliness, ten years': async () => [
			await meetingFigures.reviews(actor, ALL_YEARS),
			await meetingFigures.conferences(actor, ALL_YEARS)
		],
		'/participation': () => meetingFigures.participation(actor, {}),
		'/participation, ten years': () => meetingFigures.participation(actor, ALL_YEARS),
		'/caseload': () => meetingFigures.caseload(actor),
		'/statements': () => statementFigures.ofPeriod(actor, {}),
		'/statements, ten years': () => statementFigures.ofPeriod(actor, ALL_YEARS),
		'/not-heard': () => statementFigures.notHeard(actor, { weeks: 0 }),
		'/not-heard, meetings held': () => statementFigures.notHeard(actor, { when: 'held' }),
		'/use': () => statementFigures.use(actor, {}),
		'/requests': () => app.requestFigures.ofHalf(actor, ''),
		'/forms': () => app.figures.forms(actor, ''),
		'/forms/…': () => app.figures.ofForm(actor, COUNTED_FORM.id, ''),
		'/survey': () => surveys.see(actor, { year: '' }),
		'/survey/words': () => surveys.words(actor, { quarter: '' }),
		'/survey/callbacks': () => surveys.callbacks(actor),
		'/survey/paper': async () => surveys.beginSheet(actor),
		'/carers': async () => [await app.carers.figures(actor, {}), await app.carers.flagged(actor)],
		'/carers, ten years': async () => [
			await app.carers.figures(actor, ALL_YEARS),
			await app.carers.flagged(actor)
		],
		'/carers/unanswered': () => app.carers.unanswered(actor, A_YEAR),
		'/themes': () => themes.ofYear(actor, null),
		'/themes, a year over': () => themes.ofYear(actor, lastYear),
		'/themes/…': () => themes.oneOfYear(actor, theme, null),
		'/themes/…, a year over': () => themes.oneOfYear(actor, theme, lastYear),
		'/note': () => themes.months(actor),
		'/note/…': () => themes.note(actor, months(1)),
		'/year': () => app.yearFigures.see(actor, ''),
		'/missing': () => app.completeness.missing(actor, {}),
		'/missing, last page': () => app.completeness.missing(actor, { page: '100000' }),
		'/report': () => app.report.view(actor, {}),
		'/report, to today': () => app.report.view(actor, A_YEAR),
		'/report, ten years': () => app.report.view(actor, ALL_YEARS),
		'/report/write': () => app.report.text(actor, financialYear(lastYear), 'introduction'),
		...lists(app, actor),
		'(command line) report': () => app.report.annual(OPERATOR, A_YEAR)
	};
}

function lists(app: App, actor: Person<'staff'>['actor']): Pages {
	const { meetingFigures, statementFigures, deciding } = app;
	const meetings = async (...asked: [Parameters<typeof meetingFigures.list>[2], number?]) => {
		const list = await meetingFigures.list(actor, A_YEAR, ...asked);
		return deciding.openTo(
			actor,
			list.rows.map(({ meetingId }) => meetingId)
		);
	};
	const heard = (when: 'near' | 'held', filters: Record<string, string>) =>
		statementFigures.listHeard(actor, { when, weeks: 0, filters, page: 1 });
	return {
		'/list/meetings': () => meetings({ kind: 'looked_after_review' }),
		'/list/meetings, late records': () =>
			meetings({ kind: 'looked_after_review', records: 'late' }),
		'/list/meetings, one group': () => meetings({ participated: 'no', sex: 'female' }),
		'/list/meetings, last page': () => meetings({ per: 'child' }, 100_000),
		'/list/statements': () => statementFigures.list(actor, A_YEAR, {}),
		'/list/statements, never opened': () =>
			statementFigures.list(actor, A_YEAR, { opened: 'never' }),
		'/list/statements, late opened': () =>
			statementFigures.list(actor, A_YEAR, { meeting: 'after', sex: 'female' }),
		'/list/statements, of reviews': () => statementFigures.list(actor, A_YEAR, { for: 'reviews' }),
		'/list/not-heard': () => heard('near', {}),
		'/list/not-heard, held': () => heard('held', {}),
		'/list/not-heard, one group': () =>
			heard('held', { sex: 'female', care_status: 'looked_after' })
	};
}
