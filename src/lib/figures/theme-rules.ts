import type { ThemeCode } from './theme-codes.ts';

/** A theme, and the answers to one question that suggest it. */
export interface Rule {
	readonly theme: ThemeCode;
	/** Any of these; null: that something was said. */
	readonly codes: readonly string[] | null;
	/** Its codes name this theme among others of the question: a star on the question does not mean this one. */
	readonly oneOfMany?: true;
}

const when = (theme: ThemeCode, ...codes: string[]): Rule[] => [{ theme, codes }];
const said = (theme: ThemeCode): Rule[] => [{ theme, codes: null }];
/** The two faces that are not good. */
const unhappy = (theme: ThemeCode): Rule[] => when(theme, '1', '2');
/** Cards by what each is about, where they were put into one of these places. */
const cards = (
	places: readonly string[],
	about: Readonly<Partial<Record<ThemeCode, readonly string[]>>>
): Rule[] =>
	chosen(
		Object.fromEntries(
			Object.entries(about).map(([theme, ids]) => [
				theme,
				ids.flatMap((id) => places.map((place) => `${id}=${place}`))
			])
		)
	);
/** What can be picked, by what each is about. */
function chosen(about: Readonly<Partial<Record<ThemeCode, readonly string[]>>>): Rule[] {
	return (Object.entries(about) as [ThemeCode, readonly string[]][]).map(([theme, codes]) => ({
		theme,
		codes,
		oneOfMany: true
	}));
}

type OfForm = Readonly<Record<string, readonly Rule[]>>;

/** Asked at the end of every form but the good news. */
const SAFE: OfForm = {
	Z1: when('safety', 'no', 'mostly'),
	Z2: when('safety', 'yes', 'not_sure')
};

const SKILLS = [
	...['PC1', 'PC2', 'PC3', 'LA1', 'MO1', 'MO2', 'MO3', 'MO4', 'MO5', 'MO6', 'FO1', 'FO2', 'FO3'],
	...['TR1', 'TR2', 'TR3', 'TR4', 'DI1', 'DI2', 'DI3', 'HO1', 'HO2', 'HO3', 'HO4', 'HO5', 'HO6'],
	...['SA1', 'SA2', 'SA3', 'SU1', 'SU2']
];
const SKILLS_OF_SCHOOL_AND_WORK = ['ED1', 'ED2', 'EM1', 'EM2'];
const everyOne = (ids: readonly string[], rules: readonly Rule[]): OfForm =>
	Object.fromEntries(ids.map((id) => [id, rules]));

/**
 * Which answers to which form's questions suggest which theme: what is not going well, what is asked for, and what
 * somebody takes the trouble to write about. Forms that are requests have none: what is asked for is known by its kind.
 */
export const THEME_RULES: Readonly<Record<string, OfForm>> = {
	'before-my-review': {
		'1': unhappy('feelings'),
		'2': unhappy('home'),
		'3': said('home'),
		'4': said('home'),
		'5': cards(['not_good'], {
			home: ['food', 'room', 'rules', 'people', 'pets'],
			health: ['sleep'],
			friends: ['online']
		}),
		'6': unhappy('home'),
		'7': unhappy('school'),
		'8': said('school'),
		'9': said('health'),
		'10': when('feelings', 'worried', 'angry', 'lonely', 'sad', 'tired'),
		'12': when('family', 'too_much', 'not_enough'),
		'13': said('family'),
		'13_more': said('family'),
		'14': said('friends'),
		'15': when('identity', 'no'),
		'15_more': said('identity'),
		'16': when('story', 'no', 'not_sure'),
		'17': when('story', 'yes'),
		'18': when('plan', 'no', 'not_sure'),
		'19': when('plan', 'some', 'none', 'dont_know_it'),
		'20': said('plan'),
		'21': when('plan', 'not_done'),
		'22': unhappy('worker'),
		'29': when('listened', 'yes'),
		'30': when('identity', 'yes', 'sometimes'),
		'31': unhappy('identity'),
		'31_more': said('identity'),
		'32': when('identity', 'no'),
		'33': unhappy('home'),
		'34': when('immigration', 'no', 'not_sure'),
		'34_date': when('immigration', 'no', 'not_sure'),
		'35': when('family', 'yes'),
		'36': when('feelings', 'yes'),
		'36_help': when('feelings', 'yes'),
		...SAFE
	},
	'before-my-conference': {
		'1': unhappy('feelings'),
		'2': when('listened', 'no'),
		'3': said('safety'),
		'4': cards(['not_good'], {
			home: ['food', 'sleep', 'warm'],
			friends: ['play'],
			family: ['hugs'],
			safety: ['voices', 'visitors']
		}),
		'4_more': said('home'),
		'5': said('home'),
		'6': when('safety', '0', '1', '2', '3', '4'),
		'7': said('safety'),
		'8_more': said('safety'),
		'9': when('family', 'more', 'less', 'none'),
		'14': when('listened', 'advocate'),
		'15': when('listened', 'yes'),
		...SAFE
	},
	'my-pathway-plan': {
		'1': unhappy('feelings'),
		'2_safe': when('safety', 'no'),
		'2_afford': when('money', 'no'),
		'2_right': when('home', 'no'),
		'2_more': said('home'),
		'3': when('home', 'yes'),
		'4': when('money', 'not_enough'),
		'5': when('money', 'yes'),
		'6': cards(['need', 'dont_know'], {
			money: ['benefits', 'bank', 'identity', 'insurance_number'],
			immigration: ['passport', 'right_to_stay']
		}),
		'7': said('school'),
		'7_next': said('school'),
		'8': cards(['need_help'], { health: ['body', 'doctor', 'dentist'], feelings: ['mind'] }),
		'10': when('feelings', 'often', 'always'),
		'11_help': when('family', 'yes'),
		'11_more': said('family'),
		'12': when('worker', 'too_much', 'not_enough', 'never', 'nobody'),
		'13': said('plan'),
		'16': when('moving_on', 'no'),
		'17': when('plan', 'sooner'),
		'17_why': said('plan'),
		'18': when('listened', 'yes'),
		...SAFE
	},
	'my-skills': {
		...everyOne(SKILLS, when('moving_on', 'not_yet')),
		...everyOne(SKILLS_OF_SCHOOL_AND_WORK, when('school', 'not_yet')),
		...SAFE
	},
	'plan-my-meeting': {
		'6': chosen({
			home: ['home'],
			family: ['family_time'],
			school: ['school'],
			health: ['health'],
			feelings: ['worries'],
			plan: ['plan', 'promised'],
			money: ['money'],
			friends: ['friends_fun'],
			praise: ['proud', 'thanks']
		}),
		'7': said('listened'),
		'8': said('listened'),
		'8_avoid': said('listened'),
		...SAFE
	},
	'after-my-review': {
		'1': unhappy('listened'),
		'2': when('listened', 'no'),
		'3': when('listened', 'no'),
		'4': when('listened', 'no'),
		'5': unhappy('listened'),
		'6': when('listened', 'too_many', 'missing'),
		'7': when('listened', 'too_long', 'rushed'),
		'8': when('listened', 'no'),
		'9': when('plan', 'some', 'none'),
		'10': when('listened', 'hard', 'not_yet'),
		'11': said('praise'),
		'12': said('listened'),
		...SAFE
	},
	'my-write-up': {
		'10': when('listened', 'hard', 'not_yet'),
		'10_more': said('listened'),
		...SAFE
	},
	'before-a-visit': {
		'1': when('worker', 'no'),
		'2': chosen({
			home: ['home'],
			family: ['family'],
			school: ['school'],
			health: ['health'],
			plan: ['plan'],
			money: ['money'],
			friends: ['friends'],
			story: ['past']
		}),
		...SAFE
	},
	'after-a-visit': {
		'4': unhappy('worker'),
		'5': when('worker', 'no'),
		'6': unhappy('listened'),
		'7': when('worker', 'no'),
		'9': said('listened'),
		'10': when('worker', 'another', 'never_hear'),
		'10_why': said('worker'),
		...SAFE
	},
	'good-news': {
		'1': said('praise'),
		'2': when('praise', '4', '5'),
		'3': when('praise', 'thank', 'helped')
	}
};

const AROUND = ['S2', 'S3', 'S3_how', 'S4', 'Z3', 'Z4', 'Z5', 'Z6'];

/**
 * Questions whose answer says nothing of a theme: how somebody wants to meet and be answered, and what is open to any
 * subject. A star says something by what it is on.
 */
export const NO_THEME: Readonly<Record<string, readonly string[]>> = {
	'before-my-review': [
		...[...AROUND, '11', '23', '24', '25', '26', '26_more', '26_when', '27', '28'],
		...['30_language', '30_dialect', '30_who']
	],
	'before-my-conference': [
		...[...AROUND, '8', '10', '10_more', '11', '12', '13', '13_which', '16', '16_who']
	],
	'my-pathway-plan': [...AROUND, '9', '11', '14', '15', '15_when'],
	'my-skills': [
		...AROUND,
		...[...SKILLS, ...SKILLS_OF_SCHOOL_AND_WORK].flatMap((id) => [`${id}_how`, `${id}_who`])
	],
	'plan-my-meeting': [
		...[...AROUND, '1', '2', '2_more', '2_food', '2_music', '3', '4', '5', '9', '9_who', '10'],
		...['11', '12', '12_when']
	],
	'after-my-review': [...AROUND, '13'],
	'my-write-up': AROUND,
	'before-a-visit': [...AROUND, '2_more', '3', '3_who'],
	'after-a-visit': [...AROUND, '8', '8_when'],
	'good-news': ['S2', 'S3', 'S3_how', '4', '5']
};
