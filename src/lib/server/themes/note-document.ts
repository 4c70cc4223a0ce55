import { themeName } from '../../figures/theme-name.ts';
import { praiseRows, toldApart } from '../../figures/theme-note.ts';
import { longDate, monthName } from '../../language/dates.ts';
import type { Translator } from '../../language/translator.ts';
import type { Block, Document, Table, Text } from '../documents/document.ts';
import { when } from '../documents/statement-blocks.ts';
import type { Note } from './note.ts';

/** The note on paper: one or two pages, with the numbers of the screen and no others. */
export function noteDocument(note: Note, council: string, translator: Translator): Document {
	const { t, language } = translator;
	const says = (text: string): Text => ({ text, language: language.tag });
	const month = monthName(note.month, language);
	const before = monthName(note.before, language);
	const number = (count: number | null): Text =>
		says(count === null ? t('themes:note.hidden') : String(count));
	const heading = (text: string): Block => ({ kind: 'heading', level: 1, text: says(text) });
	const line = (text: string): Block => ({ kind: 'line', soft: true, text: says(text) });
	const table = (caption: string, head: readonly string[], rows: Table['rows']): Block => ({
		kind: 'table',
		caption: says(caption),
		head: head.map(says),
		rows
	});
	const { told, hidden } = toldApart(note.themes);
	const most = Math.max(1, ...told.map(({ count }) => count ?? 0));
	const hides =
		note.themes.some((one) => one.count === null || one.before === null) ||
		note.requests.some(({ count }) => count === null);
	const requests = note.requests.filter(({ count }) => count !== 0);

	const blocks: Block[] = [
		line(t('themes:note.council', { name: council })),
		heading(t('themes:note.one', { month })),
		line(t('themes:note.themes_lead', { count: note.sent, month })),
		told.length === 0
			? line(t('themes:note.themes_none'))
			: table(
					t('themes:note.themes'),
					[
						t('themes:note.theme'),
						t('themes:note.this_month', { month }),
						t('themes:note.month_before', { month: before })
					],
					told.map((one) => ({
						label: says(themeName(translator, one.theme)),
						cells: [number(one.count), number(one.before)],
						bar: (one.count ?? 0) / most
					}))
				),
		...(hidden.length === 0
			? []
			: [
					line(t('themes:note.hidden_too')),
					{
						kind: 'list' as const,
						ordered: false,
						items: hidden.map(({ theme }) => says(themeName(translator, theme)))
					}
				]),
		heading(t('themes:note.overdue')),
		line(
			t('themes:note.overdue_lead', { month, today: longDate(note.madeAt, language, note.madeAt) })
		),
		table(
			t('themes:note.overdue_by'),
			[t('themes:note.overdue_what'), t('themes:note.overdue_count')],
			note.late.map(({ what, count }) => ({
				label: says(t(`themes:note.late.${what}`)),
				cells: [number(count)]
			}))
		),
		requests.length === 0
			? line(t('themes:note.requests_none'))
			: table(
					t('themes:note.requests'),
					[t('themes:note.overdue_what'), t('themes:note.overdue_count')],
					requests.map(({ kind, count }) => ({
						label: says(t(`desk:requests.kind.${kind}`)),
						cells: [number(count)]
					}))
				),
		heading(t('themes:note.praised')),
		line(t('themes:note.praised_lead')),
		table(
			t('themes:note.praised_by'),
			[
				t('themes:note.overdue_what'),
				t('themes:note.this_month', { month }),
				t('themes:note.month_before', { month: before })
			],
			praiseRows(note).map(({ what, count, before: was }) => ({
				label: says(t(`themes:note.praise.${what}`)),
				cells: [number(count), number(was)]
			}))
		),
		...(hides ? [line(t('themes:note.hiding'))] : []),
		{
			kind: 'small',
			text: says(t('themes:note.made', { when: when(translator, note.madeAt) }))
		}
	];
	return {
		title: says(t('themes:note.document')),
		unprintable: says(t('documents:unprintable')),
		blocks,
		compact: true
	};
}
