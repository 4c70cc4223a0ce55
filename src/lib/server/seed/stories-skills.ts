import type { Answers } from '../../forms/answers.ts';
import { chose, people, say } from './said.ts';

/** Tomasz’s living skills, as he saw them at eighteen and a year later. */

type Level = 'can' | 'with_help' | 'not_yet' | 'not_for_me';

const at = (levels: Readonly<Record<string, Level>>): Answers =>
	Object.fromEntries(Object.entries(levels).map(([skill, level]) => [skill, chose(level)]));

const LAST_YEAR: Readonly<Record<string, Level>> = {
	...{ PC1: 'can', PC2: 'can', PC3: 'can', LA1: 'with_help' },
	...{ MO1: 'can', MO2: 'can', MO3: 'not_yet', MO4: 'not_yet', MO5: 'not_yet', MO6: 'not_yet' },
	...{ FO1: 'with_help', FO2: 'with_help', FO3: 'not_yet' },
	...{ TR1: 'can', TR2: 'can', TR3: 'can', TR4: 'not_yet' },
	...{ DI1: 'with_help', DI2: 'not_yet', DI3: 'can' },
	...{ HO1: 'can', HO2: 'not_yet', HO3: 'not_yet', HO4: 'can', HO5: 'can', HO6: 'can' },
	...{ SA1: 'can', SA2: 'can', SA3: 'can', SU1: 'with_help', SU2: 'not_yet' },
	...{ ED1: 'can', ED2: 'not_yet', EM1: 'with_help', EM2: 'not_yet' }
};

export const SKILLS_LAST_YEAR: Answers = {
	...at(LAST_YEAR),
	LA1_who: people({ name: 'Mrs Doyle' }),
	FO1_how: say('Pasta, eggs, and pancakes on Sundays.')
};

export const SKILLS_NOW: Answers = {
	...at({
		...LAST_YEAR,
		...{ LA1: 'can', MO3: 'with_help', MO4: 'with_help', MO5: 'can' },
		...{ FO1: 'can', FO3: 'can', TR4: 'can', DI1: 'can', DI2: 'with_help' },
		...{ HO2: 'can', HO3: 'can', SU1: 'can', SU2: 'can', ED2: 'can', EM2: 'can' }
	}),
	FO1_how: say('Bigos, a curry, shakshuka, and soup for the freezer.'),
	MO5_how: say('I pay rent, electricity and council tax. I keep the letters in one box.'),
	MO3_who: people({ name: 'Marek' }),
	HO2_how: say('I send the readings to the company every month.'),
	EM2_how: say('College helped me. I can show you my CV.')
};
