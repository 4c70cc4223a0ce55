/**
 * How a child took part in a review, as the Department for Education counts it (SSDA903). What each means stands in the
 * locale files; in short:
 * - PN0 under 4 on the day
 * - PN1 there, and spoke · PN2 there, and an advocate spoke · PN3 there, and showed it without speaking · PN4 there, and
 *   none of that
 * - PN5 not there, and an advocate was told what to say · PN6 not there, and said it in another way, such as writing ·
 *   PN7 not there, and nothing of what they think
 */
export const PARTICIPATION_CODES = [
	'PN0',
	'PN1',
	'PN2',
	'PN3',
	'PN4',
	'PN5',
	'PN6',
	'PN7'
] as const;
export type ParticipationCode = (typeof PARTICIPATION_CODES)[number];

/** Whether they were there, in the room or on a screen. */
export const ATTENDED = ['all', 'part', 'no'] as const;
export type Attended = (typeof ATTENDED)[number];

/**
 * How what they think came to be heard.
 * - `spoke`: they said it themselves
 * - `advocate`: somebody said it for them in the meeting
 * - `symbols`: shown, with pictures, signs or otherwise without speaking
 * - `advocate_briefed`: they told an advocate, or the chair, what to say
 * - `medium`: in writing, a recording, a call, a message
 * - `nothing`: not at all
 */
export const CONVEYED = [
	'spoke',
	'advocate',
	'symbols',
	'advocate_briefed',
	'medium',
	'nothing'
] as const;
export type Conveyed = (typeof CONVEYED)[number];

/** Younger than this on the day, a child has PN0 and no other code. */
export const COUNTED_FROM_AGE = 4;

export interface ParticipationFacts {
	/** Whole years on the day the meeting was held. */
	readonly ageOnDay: number;
	/** Null while nobody has said. */
	readonly attended: Attended | null;
	readonly conveyed: Conveyed | null;
	/** They sent something for this meeting. It counts where they were not there: it changes no PN1 to PN4. */
	readonly sentStatement: boolean;
}

/** The code these facts make, for an officer to confirm; null while too little is known. */
export function suggestCode(facts: ParticipationFacts): ParticipationCode | null {
	const { ageOnDay, attended, conveyed, sentStatement } = facts;
	if (ageOnDay < COUNTED_FROM_AGE) return 'PN0';
	if (attended === null) return null;
	if (attended === 'no') {
		if (conveyed === null || conveyed === 'nothing')
			return sentStatement ? 'PN6' : conveyed && 'PN7';
		return conveyed === 'advocate' || conveyed === 'advocate_briefed' ? 'PN5' : 'PN6';
	}
	return conveyed && WHO_WAS_THERE[conveyed];
}

const WHO_WAS_THERE: Readonly<Record<Conveyed, ParticipationCode>> = {
	spoke: 'PN1',
	advocate: 'PN2',
	advocate_briefed: 'PN2',
	symbols: 'PN3',
	medium: 'PN3',
	nothing: 'PN4'
};

/**
 * The checks of the Department for Education that a return fails on:
 * - `167` there is no code · `440` PN0, and the child was 4 or older · `441` another code, and the child was under 4
 * - `399` a code, where the child was looked after in short breaks alone
 */
export type CodeFault = '167' | '440' | '441' | '399';

/** What is wrong with a code, or with there being none. @param code null: not recorded */
export function codeFaults(
	code: ParticipationCode | null,
	of: { readonly ageOnDay: number; readonly shortBreaksOnly: boolean }
): CodeFault[] {
	if (of.shortBreaksOnly) return code === null ? [] : ['399'];
	if (code === null) return ['167'];
	const underFour = of.ageOnDay < COUNTED_FROM_AGE;
	if (code === 'PN0') return underFour ? [] : ['440'];
	return underFour ? ['441'] : [];
}

/** @returns null for what is no code */
export const participationCodeOf = (text: string | null): ParticipationCode | null =>
	PARTICIPATION_CODES.find((code) => code === text) ?? null;

/**
 * Whether a child took part, as it is counted: of the reviews of children of 4 and older. `not_recorded` is never
 * counted as either.
 */
export function participated(
	code: ParticipationCode | null
): 'yes' | 'no' | 'under_four' | 'not_recorded' {
	if (code === null) return 'not_recorded';
	if (code === 'PN0') return 'under_four';
	return code === 'PN4' || code === 'PN7' ? 'no' : 'yes';
}

/** Whether a code says that the child was there; null where it says nothing of it. */
export function attended(code: ParticipationCode | null): boolean | null {
	if (code === null || code === 'PN0') return null;
	return code <= 'PN4';
}
