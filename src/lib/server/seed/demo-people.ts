import type { Role } from '../roles.ts';

/** The people of Eastbrook who have a name in the story. All are invented. */

export interface DemoStaff {
	readonly ref: string;
	readonly name: string;
	readonly roles: readonly Role[];
	/** What they are there for, as the demo prints it. */
	readonly what: string;
	/** Whether they can sign in. */
	readonly account: boolean;
}

export const DEMO_STAFF = [
	{
		ref: 'S01',
		name: 'Sam Okoro',
		roles: ['iro'],
		what: 'officer of Amina, Jayden',
		account: true
	},
	{
		ref: 'S02',
		name: 'Priya Nair',
		roles: ['iro'],
		what: 'officer of Molly, Tomasz',
		account: true
	},
	{
		ref: 'S03',
		name: 'Helen Marsh',
		roles: ['iro'],
		what: 'chairs Ruth’s conference',
		account: true
	},
	{
		ref: 'S04',
		name: 'David Lindqvist',
		roles: ['manager'],
		what: 'service manager',
		account: true
	},
	{
		ref: 'S05',
		name: 'Grace Adeyemi',
		roles: ['advocate'],
		what: 'advocate (Voice First)',
		account: true
	},
	{
		ref: 'S06',
		name: 'Martin Hughes',
		roles: ['complaints'],
		what: 'complaints manager',
		account: true
	},
	{
		ref: 'S07',
		name: 'Zoe Campbell',
		roles: ['participation'],
		what: 'participation worker',
		account: true
	},
	{
		ref: 'S08',
		name: 'Liam Foster',
		roles: ['social_worker'],
		what: 'Amina’s social worker',
		account: true
	},
	{ ref: 'S09', name: 'Ines Costa', roles: ['admin'], what: 'administrator', account: true },
	{ ref: 'S10', name: 'Anita Desai', roles: ['social_worker'], what: '', account: false },
	{ ref: 'S11', name: 'Tom Barker', roles: ['social_worker'], what: '', account: false },
	{
		ref: 'S12',
		name: 'Ada Cole',
		roles: ['advocate'],
		what: 'advocate (Side by Side)',
		account: true
	},
	{ ref: 'S13', name: 'Nadia Rahman', roles: ['iro'], what: '', account: false }
] as const satisfies readonly DemoStaff[];

export type StaffRef = (typeof DEMO_STAFF)[number]['ref'];

export const DEMO_EMAIL_DOMAIN = 'eastbrook.example';

export function demoEmail(name: string): string {
	return `${name.toLowerCase().replaceAll(' ', '.')}@${DEMO_EMAIL_DOMAIN}`;
}

export type CareStatus = 'looked_after' | 'child_protection' | 'care_leaver';

export interface DemoYoungPerson {
	readonly ref: string;
	readonly firstName: string;
	readonly lastName: string;
	readonly knownAs: string;
	/** On the day the council is made. */
	readonly age: number;
	readonly sex: 'female' | 'male';
	readonly ethnicity: string | null;
	readonly disabled: 'yes' | 'no' | null;
	readonly unaccompanied: 'yes' | 'no' | null;
	readonly language: string;
	readonly dialect: string | null;
	readonly officer: StaffRef;
	readonly socialWorker: StaffRef;
	readonly team: string;
	readonly status: CareStatus;
	/** How long that has been so. */
	readonly monthsInCare: number;
	/** Days until their next planned meetings. */
	readonly next: readonly { readonly kind: DemoMeetingKind; readonly inDays: number }[];
}

type DemoMeetingKind = 'looked_after_review' | 'review_conference' | 'pathway_review';

const WITH_SAM = {
	officer: 'S01',
	socialWorker: 'S08',
	team: 'Children Looked After East'
} as const;
const WITH_PRIYA = { officer: 'S02', socialWorker: 'S10', team: 'Leaving Care' } as const;
const WITH_HELEN = { officer: 'S03', socialWorker: 'S11', team: 'Safeguarding North' } as const;
const PLAIN = { disabled: 'no', unaccompanied: 'no', language: 'en', dialect: null } as const;

export const DEMO_YOUNG_PEOPLE: readonly DemoYoungPerson[] = [
	{
		ref: 'EB-1001',
		firstName: 'Amina',
		lastName: 'Idris',
		knownAs: 'Amina',
		age: 15,
		sex: 'female',
		ethnicity: 'Black African',
		disabled: 'no',
		unaccompanied: 'yes',
		language: 'ar',
		dialect: 'Sudanese Arabic',
		...WITH_SAM,
		status: 'looked_after',
		monthsInCare: 9,
		next: [{ kind: 'looked_after_review', inDays: 6 }]
	},
	{
		...PLAIN,
		ref: 'EB-1002',
		firstName: 'Jayden',
		lastName: 'Clarke',
		knownAs: 'Jayden',
		age: 9,
		sex: 'male',
		ethnicity: 'White and Black Caribbean',
		disabled: 'yes',
		...WITH_SAM,
		status: 'looked_after',
		monthsInCare: 26,
		next: [{ kind: 'looked_after_review', inDays: 21 }]
	},
	{
		...PLAIN,
		ref: 'EB-1003',
		firstName: 'Molly',
		lastName: 'Turner',
		knownAs: 'Molly',
		age: 16,
		sex: 'female',
		ethnicity: 'White British',
		...WITH_PRIYA,
		status: 'looked_after',
		monthsInCare: 38,
		next: [
			{ kind: 'pathway_review', inDays: 12 },
			{ kind: 'looked_after_review', inDays: 40 }
		]
	},
	{
		...PLAIN,
		ref: 'EB-1004',
		firstName: 'Tomasz',
		lastName: 'Kowalski',
		knownAs: 'Tomasz',
		age: 19,
		sex: 'male',
		ethnicity: 'White other',
		language: 'pl',
		...WITH_PRIYA,
		status: 'care_leaver',
		monthsInCare: 14,
		next: [{ kind: 'pathway_review', inDays: 18 }]
	},
	{
		...PLAIN,
		ref: 'EB-1005',
		firstName: 'Ruth',
		lastName: 'Bennett',
		knownAs: 'Ruth',
		age: 12,
		sex: 'female',
		ethnicity: 'White British',
		...WITH_HELEN,
		status: 'child_protection',
		monthsInCare: 4,
		next: [{ kind: 'review_conference', inDays: 9 }]
	},
	{
		...PLAIN,
		ref: 'EB-1006',
		firstName: 'Elijah',
		lastName: 'Bennett',
		knownAs: 'Eli',
		age: 8,
		sex: 'male',
		ethnicity: 'White British',
		...WITH_HELEN,
		status: 'child_protection',
		monthsInCare: 4,
		next: [{ kind: 'review_conference', inDays: 9 }]
	},
	{
		...PLAIN,
		ref: 'EB-1007',
		firstName: 'Kai',
		lastName: 'Morrison',
		knownAs: 'Kai',
		age: 14,
		sex: 'male',
		ethnicity: 'White and Asian',
		...WITH_SAM,
		status: 'looked_after',
		monthsInCare: 20,
		next: []
	},
	{
		ref: 'EB-1008',
		firstName: 'Noor',
		lastName: 'Haddad',
		knownAs: 'Noor',
		age: 14,
		sex: 'female',
		ethnicity: 'Arab',
		disabled: 'no',
		unaccompanied: 'yes',
		language: 'ar',
		dialect: 'Syrian Arabic',
		...WITH_SAM,
		status: 'looked_after',
		monthsInCare: 9,
		next: [{ kind: 'looked_after_review', inDays: 10 }]
	},
	{
		...PLAIN,
		ref: 'EB-1009',
		firstName: 'Callum',
		lastName: 'Reid',
		knownAs: 'Cal',
		age: 13,
		sex: 'male',
		ethnicity: 'White British',
		...WITH_SAM,
		status: 'looked_after',
		monthsInCare: 15,
		next: [{ kind: 'looked_after_review', inDays: 13 }]
	},
	{
		...PLAIN,
		ref: 'EB-1010',
		firstName: 'Destiny',
		lastName: 'Walker',
		knownAs: 'Destiny',
		age: 14,
		sex: 'female',
		ethnicity: 'Black Caribbean',
		...WITH_SAM,
		status: 'looked_after',
		monthsInCare: 31,
		next: [{ kind: 'looked_after_review', inDays: 16 }]
	}
];

/** Sam's and Priya's children together, those above included. */
export const DEMO_CASELOAD = 60;
