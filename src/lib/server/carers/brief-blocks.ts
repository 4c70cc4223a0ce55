import { REPORTED_WISH } from '../../forms/catalogue/carer-consultation.ts';
import type { Translator } from '../../language/translator.ts';
import { said } from '../documents/answer-blocks.ts';
import type { Block } from '../documents/document.ts';
import type { CarerAnswer, CarerWords } from './views.ts';

/**
 * What carers said, in print: a part of its own each, after all the young person says; and what is for whoever chairs,
 * to stand where nobody reads it out.
 */
export function carerBlocks(
	carers: readonly CarerWords[],
	translator: Translator,
	itemBlocks: (item: CarerAnswer) => readonly Block[]
): { readonly aloud: readonly Block[]; readonly alone: readonly Block[] } {
	const heading = ({ role, name }: CarerWords, key: string): Block => ({
		kind: 'heading',
		level: 2,
		text: said(translator, `${key}.${role}`, { name })
	});
	const of = (item: CarerAnswer): Block[] => [
		...itemBlocks(item),
		...(item.question.id === REPORTED_WISH
			? [{ kind: 'line', soft: true, text: said(translator, 'carer_desk:words.reported') } as const]
			: [])
	];
	return {
		aloud: carers.flatMap((one): Block[] => [
			heading(one, 'carer_desk:brief.title'),
			{ kind: 'line', soft: true, text: said(translator, 'carer_desk:brief.apart') },
			...(one.flag === null
				? []
				: [
						{
							kind: 'notice',
							title: said(translator, `carer_desk:flag.${one.flag}`),
							lines: []
						} as const
					]),
			...one.sections.flatMap(({ items }) => items.flatMap(of))
		]),
		alone: carers.flatMap((one): Block[] =>
			one.apart.length === 0
				? []
				: [
						{
							kind: 'notice',
							title: said(translator, `carer_desk:brief.alone.${one.role}`, { name: one.name }),
							lines: [said(translator, 'carer_desk:brief.alone_what')]
						},
						...one.apart.flatMap(of)
					]
		)
	};
}
