import { languageOf } from '../../language/languages.ts';
import type { Translator } from '../../language/translator.ts';
import { partsOf, type Part, type Said, type Topic } from '../../meetings/agenda.ts';
import type { PlanView } from '../plans/views.ts';
import type { Sentence } from '../../forms/wording.ts';
import type { Block, Fact, Text } from './document.ts';
import { when } from './statement-blocks.ts';

const TOPICS: readonly Topic[] = [
	'where',
	'long',
	'food',
	'music',
	'rules',
	'words',
	'avoid',
	'signal',
	'helper',
	'writeUp'
];

/**
 * The agenda of a plan in print, as the page shows it: in the language it was made in, then in English. It is for the
 * room, so nothing that was kept for the chair is in it.
 */
export function agendaBlocks(
	plan: PlanView,
	translators: (tag: string) => Translator
): { readonly translator: Translator; readonly blocks: Block[] } {
	const first = languageOf(plan.language).tag;
	const tags = [...new Set([first, 'en'])];
	return {
		translator: translators(first),
		blocks: tags.flatMap((tag, at): Block[] => [
			...(at === 0 ? [] : [{ kind: 'page' } as const]),
			...sheet(plan, translators(tag))
		])
	};
}

function sheet(plan: PlanView, { t, language }: Translator): Block[] {
	const { room, meeting } = plan;
	const says = (text: string): Text => ({ text, language: language.tag });
	const label = (one: Sentence): string => (language.tag === 'en' ? one.english : one.shown);
	const told = (one: Said): Text =>
		'label' in one ? says(label(one.label)) : { text: one.words, language: one.language };
	const names = {
		name: plan.youngPerson,
		chair: meeting.chair?.name ?? t('meeting:chair_unknown')
	};
	const lead = { all: 'runs_all', together: 'runs', one_part: 'runs_part' } as const;
	const leads =
		room.level === 'all' || room.level === 'together' || room.level === 'one_part'
			? lead[room.level]
			: 'runs_chair';
	const part = (one: Part): Text => {
		if (one.kind === 'end') return says(t('meeting:agenda.end'));
		if (one.kind === 'start') {
			const start = room.start.map((each) => told(each).text);
			return says([t('meeting:agenda.start'), ...start].join(': '));
		}
		const { text, language: of } = told(one.item.title);
		const most = t('meeting:agenda.starred');
		return { text: one.item.starred ? `${text} (${most})` : text, language: of };
	};
	const topics: Fact[] = TOPICS.filter((topic) => room[topic].length > 0).map((topic) => ({
		label: says(t(`meeting:topic.${topic}`)),
		value: room[topic].map(told)
	}));
	const heading = (level: 1 | 2, text: string): Block => ({
		kind: 'heading',
		level,
		text: says(text)
	});
	const at = meeting.scheduledAt;
	return [
		heading(1, t('meeting:agenda.title_of', { name: names.name })),
		...(at === null
			? []
			: [{ kind: 'line', text: says(when({ t, language }, at)) } satisfies Block]),
		{ kind: 'line', text: says(t(`meeting:agenda.${leads}`, names)) },
		heading(2, t('meeting:agenda.list')),
		{ kind: 'list', ordered: true, items: partsOf(room).map(part) },
		...(room.guests.length === 0
			? []
			: [
					heading(2, t('meeting:agenda.people')),
					{
						kind: 'list',
						ordered: false,
						items: room.guests.map((guest) =>
							says(guest.part ? `${guest.name}: ${label(guest.part)}` : guest.name)
						)
					} satisfies Block
				]),
		...(topics.length === 0 ? [] : [{ kind: 'facts', rows: topics } satisfies Block]),
		...(language.made === 'by_machine_unchecked'
			? [{ kind: 'small', text: says(t('common:machine_made')) } satisfies Block]
			: [])
	];
}
