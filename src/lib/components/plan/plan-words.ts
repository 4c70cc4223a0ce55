import type { Sentence } from '../../forms/wording.ts';
import { languageOf, type Language } from '../../language/languages.ts';
import type { Translator } from '../../language/translator.ts';
import { translatorOf } from '../../language/translators.ts';
import { speakerOf, type Part, type Plan, type Said } from '../../meetings/agenda.ts';
import type { PlanView } from '../../server/plans/views.ts';

/** A run of words, and the language it is in where that is not the page's own. */
export interface Run {
	readonly text: string;
	readonly lang?: string;
}

/** What comes out of a plan, as one language says it. */
export interface Tongue {
	readonly language: Language;
	readonly t: Translator['t'];
	label(sentence: Sentence): string;
	said(said: Said): Run;
	/** The name of a part of the meeting. */
	part(part: Part): Run;
}

/** The language the plan was made in, and English, each once: one page serves everybody in the room. */
export function tonguesOf(plan: PlanView, first: 'theirs' | 'english' = 'theirs'): Tongue[] {
	const theirs = languageOf(plan.language).tag;
	const tags = first === 'theirs' ? [theirs, 'en'] : ['en', theirs];
	return [...new Set(tags)].map(tongueIn);
}

function tongueIn(tag: string): Tongue {
	const { language, t } = translatorOf(tag);
	const label = (sentence: Sentence): string =>
		language.tag === 'en' ? sentence.english : sentence.shown;
	const said = (one: Said): Run =>
		'label' in one ? { text: label(one.label) } : { text: one.words, lang: one.language };
	return {
		language,
		t,
		label,
		said,
		part: (part) => {
			if (part.kind === 'item') return said(part.item.title);
			return { text: t(part.kind === 'start' ? 'meeting:start_title' : 'meeting:end_title') };
		}
	};
}

/** Whom sentences name. */
export interface Names {
	readonly name: string;
	readonly chair: string;
}

export function namesIn({ t }: Tongue, plan: PlanView): Names {
	return { name: plan.youngPerson, chair: plan.meeting.chair?.name ?? t('meeting:chair_unknown') };
}

/** Who leads the meeting, in one sentence. */
export function leadWords({ t }: Tongue, level: Plan['level'], names: Names): string {
	const values = { ...names };
	if (level === 'all') return t('meeting:agenda.runs_all', values);
	if (level === 'together') return t('meeting:agenda.runs', values);
	return t(level === 'one_part' ? 'meeting:agenda.runs_part' : 'meeting:agenda.runs_chair', values);
}

export interface Prompts {
	readonly speaker: string;
	readonly say: string;
	readonly ask: string;
	readonly close: string;
}

/** What whoever leads this part can say: to begin, to ask, to close. */
export function promptsFor(tongue: Tongue, plan: Plan, part: Part, names: Names): Prompts {
	const { t } = tongue;
	const values = { ...names };
	const key = `meeting:prompt.${promptOf(plan, part)}`;
	const speaker = speakerOf(plan, part);
	const says = speaker === 'chair' ? 'chair_' : '';
	return {
		speaker:
			speaker === 'both'
				? t('meeting:cards.speak_both', values)
				: t('meeting:cards.speaks', {
						name: speaker === 'chair' ? names.chair : names.name
					}),
		say: t(`${key}.${says}say`, values),
		ask: t(`${key}.${says}ask`, values),
		close: t(`${key}.close`, values)
	};
}

/** The cards that have prompts of their own; what somebody wrote themselves has those of `own`. */
const CARDS = [
	'proud',
	'home',
	'school',
	'family_time',
	'health',
	'friends_fun',
	'money',
	'plan',
	'promised',
	'worries',
	'questions',
	'thanks'
];
const STARTS = ['good_news', 'game', 'my_slide', 'just_start'];

function promptOf(plan: Plan, part: Part): string {
	if (part.kind === 'end') return 'end';
	if (part.kind === 'item') return CARDS.find((card) => card === part.item.card) ?? 'own';
	return `start_${STARTS.find((id) => id === plan.startId) ?? 'just_start'}`;
}

/** What helps a chair at this level, line by line. */
export function supportFor({ t }: Tongue, level: Plan['level'], names: Names): string[] {
	const values = { ...names };
	return ['1', '2', '3'].map((line) => t(`meeting:support.${level ?? 'topics'}.${line}`, values));
}
