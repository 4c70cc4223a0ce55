import { londonMidnight, longDate } from '../../language/dates.ts';
import type { Translator } from '../../language/translator.ts';
import { PLAN_WORDS, type ParticipationPlan } from '../../meetings/participation-plan.ts';
import type { Actor } from '../access.ts';
import { carerBlocks } from '../carers/brief-blocks.ts';
import type { Core } from '../core.ts';
import { answerBlocks, said } from '../documents/answer-blocks.ts';
import type { Block, Document, Fact, Text } from '../documents/document.ts';
import { printedPictures, type Pictures } from '../documents/printed-pictures.ts';
import { when } from '../documents/statement-blocks.ts';
import { youngPersonOf } from '../people/facts.ts';
import type { Place } from './asking.ts';
import { briefIn, type BriefAnswer, type BriefView } from './brief.ts';
import { promiseBlocks } from './promise-blocks.ts';
import type { Preparing } from './views.ts';

interface Printing {
	readonly translator: Translator;
	readonly now: number;
}

/**
 * The brief on paper. What may be read out comes first; what is for the chair alone begins on a page of its own. Made
 * anew each time, and each time it is an opening.
 * @param language of the sentences around their words
 */
export function briefDocument(
	core: Core,
	{ translator }: Preparing,
	actor: Actor,
	asked: Place,
	language: string
): Promise<{ readonly document: Document; readonly pictures: Pictures }> {
	return core.database.inTransaction(async (tx) => {
		const view = await briefIn(core, tx, actor, asked);
		const { row, keys } = await youngPersonOf(core, tx, view.youngPerson.id);
		const owner = { keyId: row.keyId, keys };
		return {
			document: documentOf(view, { translator: translator(language), now: core.now() }),
			pictures: await printedPictures(tx, pictureIdsIn(view), owner)
		};
	});
}

export function documentOf(view: BriefView, printing: Printing): Document {
	const { translator, now } = printing;
	const { name } = view.youngPerson;
	const heading = (key: string): Block => ({
		kind: 'heading',
		level: 2,
		text: said(translator, key, { name })
	});
	const part = (key: string, blocks: readonly Block[]): Block[] =>
		blocks.length > 0 ? [heading(key), ...blocks] : [];
	const items = (answers: readonly BriefAnswer[]) =>
		answers.flatMap((one) => itemBlocks(one, printing));
	const carers = carerBlocks(view.carers, translator, (item) =>
		itemBlocks({ ...item, alone: null, starred: false }, printing)
	);
	const aloud = view.promises.filter(({ kept }) => kept === null);
	const alone = [
		...items(view.alone),
		...promiseBlocks(
			view.promises.filter(({ kept }) => kept !== null),
			translator,
			now
		)
	];

	return {
		title: said(translator, 'before:staff.brief.document'),
		unprintable: said(translator, 'documents:unprintable'),
		compact: true,
		blocks: [
			{
				kind: 'notice',
				title: said(translator, 'before:staff.brief.not_round'),
				lines: [said(translator, 'before:staff.brief.not_round_what', { name })]
			},
			{ kind: 'heading', level: 1, text: said(translator, 'before:staff.brief.title', { name }) },
			{ kind: 'facts', rows: factsOf(view, printing) },
			...warnings(view, translator),
			...part('before:staff.brief.first', items(view.first)),
			...view.statements.flatMap(({ title, sentAt, shownIn, sections, additions }): Block[] => [
				{ kind: 'heading', level: 2, text: { text: title.english, language: 'en' } },
				{
					kind: 'line',
					soft: true,
					text: said(translator, 'documents:sent', { when: when(translator, sentAt) })
				},
				...sections.flatMap((section) => items(section.items.map((one) => ({ ...one, shownIn })))),
				...additions.map(({ words, language }): Block => ({
					kind: 'words',
					text: { text: words, language }
				}))
			]),
			...part('before:staff.brief.promises', promiseBlocks(aloud, translator, now)),
			...part('before:staff.brief.wishes', items(view.wishes)),
			...carers.aloud,
			...(alone.length > 0
				? ([
						{ kind: 'page' },
						{
							kind: 'notice',
							title: said(translator, 'before:staff.brief.alone'),
							lines: [said(translator, 'before:staff.brief.alone_what', { name })]
						},
						...alone
					] as const)
				: []),
			...(carers.alone.length > 0 && alone.length === 0 ? [{ kind: 'page' } as const] : []),
			...carers.alone
		]
	};
}

/** A question and its answer on as few lines as they need: all that is read out is to fit on one page. */
function itemBlocks(
	{ question, given, alone, starred, shownIn }: BriefAnswer,
	{ translator, now }: Printing
): Block[] {
	const writtenIn = given.language;
	const context = { reads: 'english' as const, shownIn, writtenIn, translator, now };
	const blocks = answerBlocks(question, given.answer, context);
	const why = [
		...(alone === null ? [] : [said(translator, `before:staff.brief.why.${alone}`)]),
		...(alone !== null && starred ? [said(translator, 'before:staff.brief.alone_first')] : [])
	];
	return [
		{
			kind: 'facts',
			rows: [
				{
					label: { text: question.title.english, language: 'en' },
					value: [...linesOf(blocks), ...why]
				}
			]
		},
		...blocks.filter(({ kind }) => kind === 'picture' || kind === 'sound')
	];
}

/** What nobody may be told, before anything else. */
function warnings(view: BriefView, translator: Translator): Block[] {
	const { name } = view.youngPerson;
	const guarded = view.alone.filter(({ alone }) => alone === 'protected');
	const lines: Text[] = [
		...(view.protectsSomething ? [said(translator, 'before:staff.brief.protects_something')] : []),
		...guarded.map(({ question }): Text => ({ text: question.title.english, language: 'en' })),
		...(view.mustNotSee.length > 0
			? [
					said(translator, 'before:staff.brief.must_not_see'),
					...view.mustNotSee.map((text): Text => ({ text, language: view.youngPerson.language }))
				]
			: [])
	];
	if (lines.length === 0) return [];
	return [
		{ kind: 'notice', title: said(translator, 'before:staff.brief.must_not', { name }), lines }
	];
}

function factsOf(view: BriefView, { translator, now }: Printing): Fact[] {
	const { t, language } = translator;
	const fact = (key: string, value: readonly Text[]): Fact[] =>
		value.length > 0 ? [{ label: said(translator, key), value }] : [];
	const { scheduledAt } = view.meeting;
	const seen = view.seenAlone;
	return [
		...fact('before:staff.brief.meeting', [
			said(translator, `desk:kind.${view.meeting.kind}`),
			...(scheduledAt === null
				? []
				: [{ text: when(translator, scheduledAt), language: language.tag }])
		]),
		...fact('before:staff.seen.label', [
			seen === null
				? said(translator, 'before:staff.seen.not_noted')
				: {
						text:
							view.seenAloneOn === null
								? t(`before:staff.seen.${seen}`)
								: t(`before:staff.seen.${seen}_on`, {
										date: longDate(londonMidnight(view.seenAloneOn), language, now)
									}),
						language: language.tag
					}
		]),
		...fact('before:staff.brief.takes_part', view.plan ? planLines(view.plan, translator) : []),
		...fact(
			'before:staff.brief.helped',
			view.helpers.map(({ name, role }) =>
				said(translator, `before:staff.brief.helped_${role}`, { name })
			)
		),
		...view.helped.map(({ question, given, shownIn }): Fact => {
			const writtenIn = given.language;
			const context = { reads: 'english' as const, shownIn, writtenIn, translator, now };
			return {
				label: { text: question.title.english, language: 'en' },
				value: linesOf(answerBlocks(question, given.answer, context))
			};
		})
	];
}

/** Short answers one after the other; what somebody wrote on lines of its own. */
const linesOf = (blocks: readonly Block[]): Text[] =>
	blocks.flatMap((block): readonly Text[] => {
		if (block.kind === 'line' || block.kind === 'words') return [block.text];
		if (block.kind !== 'list') return [];
		const [first] = block.items;
		const numbered = block.items.map(({ text }, at) =>
			block.ordered ? `${at + 1}. ${text}` : text
		);
		return first ? [{ ...first, text: numbered.join(' · ') }] : [];
	});

/** The plan in a few short lines. What is written in it is in whatever language its writer chose. */
export function planLines(plan: ParticipationPlan, translator: Translator): Text[] {
	const { t, language } = translator;
	const text = (key: string, words: string): Text => ({
		text: t(key, { words }),
		language: language.tag
	});
	const interpreter =
		plan.interpreter === 'none'
			? []
			: [
					text(
						`before:staff.plan.interpreter_line.${plan.interpreter}`,
						[plan.language, plan.dialect].filter(Boolean).join(' · ')
					)
				];
	return [
		...PLAN_WORDS.filter((field) => plan[field] !== '').map((field) =>
			text(`before:staff.plan.line.${field}`, plan[field])
		),
		...interpreter
	];
}

function pictureIdsIn({ first, statements, wishes, alone }: BriefView): string[] {
	const all = [
		...first,
		...wishes,
		...alone,
		...statements.flatMap(({ sections }) => sections.flatMap(({ items }) => items))
	];
	return all.flatMap(({ given: { answer } }) =>
		answer.kind === 'say' || answer.kind === 'star' ? answer.pictures : []
	);
}
