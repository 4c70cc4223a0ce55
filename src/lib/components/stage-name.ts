import { inLanguage } from '../language/languages.ts';
import type { Translator } from '../language/translator.ts';
import type { ConcernStage } from '../rights/concerns.ts';

/** What a stage of concerns is called: as the council calls it, else as Sayso does. */
export function stageName(
	{ t, language }: Translator,
	{ id, names }: Pick<ConcernStage, 'id' | 'names'>
): string {
	return names ? inLanguage(names, language.tag).words : t(`concerns:stage.${id}`);
}
