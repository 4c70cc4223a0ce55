import { NOT_KNOWN, type Group } from '#lib/figures/meeting-figures.ts';
import type { Translator } from '#lib/language/translator.ts';
import { heardWord } from './heard-words.ts';

/** What a group's value is called: codes of ours in the reader's language, words of the case system as they are. */
export function valueWordsOf(translator: Translator, group: Group, value: string): string {
	const { t } = translator;
	if (value === NOT_KNOWN) return t(group === 'officer' ? 'held:nobody' : 'held:not_known');
	if (group === 'age') return t(`held:age.${value}`);
	if (group === 'disabled' || group === 'unaccompanied') return t(`held:yes_no.${value}`);
	if (group === 'officer') return t('held:one_officer');
	return group === 'sex' ? heardWord(translator, group, value) : value;
}
