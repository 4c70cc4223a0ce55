import { londonMidnight, longDate } from '../../language/dates.ts';
import type { Translator } from '../../language/translator.ts';
import type { Actor } from '../access.ts';
import type { Core } from '../core.ts';
import { said } from '../documents/answer-blocks.ts';
import type { Block, Document, Fact, Text } from '../documents/document.ts';
import { participationCodeOf, type ParticipationCode } from '../../meetings/participation.ts';
import { chairedFor, progressOf } from './chaired.ts';
import { openOutcome } from './outcome.ts';
import { participationOf } from './participation.ts';
import { readRecord } from './record.ts';
import type { DecisionView, DecisionWords, Outcome } from './views.ts';

interface Of {
	readonly meetingId: string;
	readonly youngPersonId: string;
}

/** The record of one young person on paper. Reading it leaves the trace that reading it on the page does. */
export async function recordDocument(
	core: Core,
	translator: Translator,
	actor: Actor,
	of: Of
): Promise<Document> {
	const { read } = core.database;
	const { row } = await chairedFor(core, read, actor, 'record.write', of);
	const record = await readRecord(core, actor, of);
	const { outcome } = await progressOf(read, of.meetingId, core.now());
	const { code } = await participationOf(core, read, row, of);
	const outcomeSaid =
		outcome !== null && outcome.completedAt !== null ? openOutcome(core, outcome) : null;
	const { t } = translator;
	return {
		title: said(translator, 'after:record.document'),
		unprintable: said(translator, 'documents:unprintable'),
		blocks: [
			{ kind: 'heading', level: 1, text: said(translator, 'after:record.title') },
			...(record.sent === null
				? [
						{
							kind: 'notice' as const,
							title: said(translator, 'after:record.draft'),
							lines: [said(translator, 'after:record.draft_what')]
						}
					]
				: []),
			{
				kind: 'facts',
				rows: factsOf(translator, core.now(), {
					name: record.youngPerson.name,
					kind: t(`desk:kind.${record.meeting.kind}`),
					heldOn: record.heldOn,
					chair: record.meeting.chair?.name ?? '',
					code: participationCodeOf(code),
					outcome: outcomeSaid
				})
			},
			...wordsBlocks(translator, record.words),
			...decisionBlocks(translator, core.now(), record.decisions)
		]
	};
}

function factsOf(
	translator: Translator,
	now: number,
	of: {
		readonly name: string;
		readonly kind: string;
		readonly heldOn: string;
		readonly chair: string;
		readonly code: ParticipationCode | null;
		readonly outcome: Outcome | null;
	}
): Fact[] {
	const { t, language } = translator;
	const own = (text: string): Text => ({ text, language: language.tag });
	const fact = (key: string, ...value: Text[]): Fact[] =>
		value.some(({ text }) => text !== '') ? [{ label: said(translator, key), value }] : [];
	const { outcome } = of;
	return [
		...fact('after:record.about', own(of.name)),
		...fact('after:record.meeting', own(of.kind)),
		...fact('after:record.held_on', own(dayWords(translator, of.heldOn, now))),
		...fact('after:record.chair', own(of.chair)),
		...fact('after:record.present', ...(outcome?.present ?? '').split('\n').map(own)),
		...(of.code === null ? [] : fact('after:record.took_part', own(t(`after:code.${of.code}`)))),
		...(outcome?.planChange
			? fact('after:record.plan_change', own(t(`after:plan_change.${outcome.planChange}`)))
			: []),
		...(outcome?.nextBy
			? fact('after:record.next_by', own(dayWords(translator, outcome.nextBy, now)))
			: [])
	];
}

const dayWords = ({ language }: Translator, date: string, now: number): string =>
	longDate(londonMidnight(date), language, now);

function wordsBlocks(translator: Translator, words: string): Block[] {
	if (words === '') return [];
	return [
		{ kind: 'heading', level: 2, text: said(translator, 'after:record.words') },
		...words
			.split(/\n\s*\n/)
			.map((text): Block => ({ kind: 'line', text: { text: text.trim(), language: 'en' } }))
	];
}

function decisionBlocks(
	translator: Translator,
	now: number,
	decisions: readonly DecisionView[]
): Block[] {
	if (decisions.length === 0) return [];
	return [
		{ kind: 'heading', level: 2, text: said(translator, 'after:record.decisions') },
		...decisions.flatMap((decision): Block[] => [
			{ kind: 'heading', level: 3, text: textOf(decision.point) },
			...(decision.starred
				? [{ kind: 'line', soft: true, text: said(translator, 'after:starred') } as const]
				: []),
			{ kind: 'facts', rows: rowsOf(translator, now, decision) }
		])
	];
}

function rowsOf(translator: Translator, now: number, decision: DecisionView): Fact[] {
	const { outcome, decided, why, owner, dueOn } = decision;
	const row = (key: string, value: Text | null): Fact[] =>
		value === null ? [] : [{ label: said(translator, key), value: [value] }];
	const outcomeKey = outcome === null ? 'after:outcome.none' : `after:outcome.${outcome}`;
	return [
		...row('after:record.outcome', said(translator, outcomeKey)),
		...row('after:decision.decided', decided && textOf(decided)),
		...row('after:decision.why', why && textOf(why)),
		...row('after:decision.owner', owner && { text: owner.name, language: 'en' }),
		...row(
			'after:decision.due_on',
			dueOn === null
				? null
				: { text: dayWords(translator, dueOn, now), language: translator.language.tag }
		)
	];
}

const textOf = ({ words, language }: DecisionWords): Text => ({ text: words, language });
