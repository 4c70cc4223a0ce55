import type { ConcernColour, ConcernOutcome } from '../../rights/concerns.ts';

/** One step of a concern, so many days after it was raised. */
export type ToldStep = { readonly after: number } & (
	| { readonly do: 'respond'; readonly words: string }
	| { readonly do: 'move'; readonly to: string; readonly words?: string }
	| { readonly do: 'recolour'; readonly colour: ConcernColour; readonly words?: string }
	| { readonly do: 'close'; readonly outcome: ConcernOutcome; readonly words: string }
);

export interface ConcernStory {
	readonly words: string;
	readonly colour: ConcernColour;
	/** In the officer's own words, or why they were not told; in ready words without either. */
	readonly own?: string;
	readonly notTold?: string;
	readonly steps: readonly ToldStep[];
}

/** What was disputed after reviews of the last three years, and how it ended. */
export const ENDED: readonly ConcernStory[] = [
	{
		words: 'The health assessment that the last review asked for has not been booked.',
		colour: 'amber',
		steps: [
			{ after: 4, do: 'respond', words: 'Team manager: booked for the 14th.' },
			{ after: 6, do: 'close', outcome: 'solved', words: 'The appointment was kept.' }
		]
	},
	{
		words:
			'Three changes of social worker in a year, and nobody told the young person of the last.',
		colour: 'amber',
		steps: [
			{ after: 8, do: 'move', to: 'team_manager' },
			{
				after: 19,
				do: 'respond',
				words: 'A named worker for the next year, and a visit this week.'
			},
			{ after: 22, do: 'recolour', colour: 'green' },
			{ after: 40, do: 'close', outcome: 'partly', words: 'The worker stayed; the visit was late.' }
		]
	},
	{
		words: 'The home is to be closed and no plan says where the young person will live in May.',
		colour: 'red',
		own: 'I asked who decides where you will live, and that they tell you soon.',
		steps: [
			{ after: 2, do: 'move', to: 'director', words: 'There is no time for the stages between.' },
			{ after: 4, do: 'respond', words: 'Director: the move is put off until a home is found.' },
			{ after: 30, do: 'close', outcome: 'solved', words: 'A home near school was found.' }
		]
	},
	{
		words: 'Time with brothers and sisters was agreed three reviews ago and has not begun.',
		colour: 'red',
		steps: [
			{ after: 8, do: 'move', to: 'team_manager' },
			{ after: 23, do: 'move', to: 'service_manager' },
			{ after: 31, do: 'move', to: 'outside', words: 'The council does not move.' },
			{ after: 55, do: 'respond', words: 'Cafcass wrote to the council.' },
			{ after: 70, do: 'close', outcome: 'solved', words: 'They meet every fortnight.' }
		]
	},
	{
		words: 'The education plan is from two schools ago.',
		colour: 'green',
		steps: [
			{ after: 5, do: 'close', outcome: 'not_needed', words: 'A new plan came the next day.' }
		]
	}
];

/** Those that are open today, and how many days ago they were raised. */
export const OPEN: readonly (ConcernStory & { readonly daysAgo: number })[] = [
	{
		words: 'No review is planned, and the last was seven months ago.',
		colour: 'amber',
		daysAgo: 13,
		steps: [{ after: 8, do: 'move', to: 'team_manager' }]
	},
	{
		words: 'The therapy that was promised in spring still has a waiting list and no date.',
		colour: 'red',
		daysAgo: 16,
		steps: []
	},
	{
		words: 'A move to another town was planned without asking the young person.',
		colour: 'red',
		daysAgo: 3,
		steps: [{ after: 1, do: 'respond', words: 'Social worker: no move before the review.' }]
	},
	{
		words: 'The passport that a school trip needs was not applied for.',
		colour: 'green',
		notTold: 'The trip is a surprise of the carers.',
		daysAgo: 2,
		steps: []
	},
	{
		words: 'The pathway plan names no personal adviser.',
		colour: 'amber',
		daysAgo: 30,
		steps: [
			{ after: 8, do: 'move', to: 'team_manager' },
			{ after: 22, do: 'move', to: 'service_manager' },
			{ after: 26, do: 'recolour', colour: 'red', words: 'A birthday is four weeks away.' }
		]
	}
];

export const MIDWAY_WORDS = {
	well: 'All that was decided is begun or done. The young person says the new school is all right.',
	partly: 'The school place is there, the bedroom is not. Rang the social worker.',
	not: 'Nothing has moved since the review. A concern comes next.'
} as const;
