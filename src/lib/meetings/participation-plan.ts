/** What a participation plan says in words, in the order it is read. */
export const PLAN_WORDS = [
	'takes_part',
	'helps',
	'upsets',
	'says_yes',
	'says_no',
	'company',
	'equipment'
] as const;
export type PlanWords = (typeof PLAN_WORDS)[number];

/** Who interprets, where somebody has to. */
export const INTERPRETERS = ['none', 'either', 'woman', 'man'] as const;
export type Interpreter = (typeof INTERPRETERS)[number];

/** How a young person takes part: kept from meeting to meeting, written by those who prepare it with them. */
export interface ParticipationPlan extends Readonly<Record<PlanWords, string>> {
	readonly interpreter: Interpreter;
	readonly language: string;
	readonly dialect: string;
}

export const NO_PLAN: ParticipationPlan = {
	takes_part: '',
	helps: '',
	upsets: '',
	says_yes: '',
	says_no: '',
	company: '',
	equipment: '',
	interpreter: 'none',
	language: '',
	dialect: ''
};

/** Whether anything stands in it. */
export const saysAnything = (plan: ParticipationPlan): boolean =>
	plan.interpreter !== 'none' || PLAN_WORDS.some((field) => plan[field] !== '');
