import { DEMO_STAFF, demoEmail } from './demo-people.ts';

export type DemoSignIn =
	| {
			readonly kind: 'staff';
			readonly who: string;
			readonly what: string;
			readonly email: string;
			readonly passphrase: string;
	  }
	| {
			readonly kind: 'young_person';
			readonly who: string;
			readonly what: string;
			readonly ref: string;
			readonly signInName: string;
			/** Ids of the four pictures, in order. */
			readonly secret: readonly string[];
	  }
	| {
			readonly kind: 'no_account';
			readonly who: string;
			readonly what: string;
			readonly ref: string;
	  };

/** One for everybody: the demo council holds nothing to protect, and is served to this machine alone. */
export const DEMO_PASSPHRASE = 'kettle lantern orchard';

const YOUNG_PEOPLE: readonly DemoSignIn[] = [
	{
		kind: 'young_person',
		who: 'Amina, 15',
		what: 'Arabic; review in 6 days',
		ref: 'EB-1001',
		signInName: 'amina',
		secret: ['sun', 'tree-palm', 'moon', 'bird']
	},
	{
		kind: 'young_person',
		who: 'Jayden, 9',
		what: 'Easy pictures; a form begun',
		ref: 'EB-1002',
		signInName: 'jayden',
		secret: ['fish', 'sun', 'car', 'apple']
	},
	{
		kind: 'young_person',
		who: 'Molly, 16',
		what: 'pathway plan; wants to chair',
		ref: 'EB-1003',
		signInName: 'molly',
		secret: ['cat', 'key', 'umbrella', 'star']
	},
	{
		kind: 'young_person',
		who: 'Tomasz, 19',
		what: 'care leaver; speaks Polish',
		ref: 'EB-1004',
		signInName: 'tomasz',
		secret: ['bike', 'clock', 'moon', 'key']
	},
	{
		kind: 'young_person',
		who: 'Ruth, 12',
		what: 'conference, with brother Eli',
		ref: 'EB-1005',
		signInName: 'ruth',
		secret: ['flower', 'book', 'cat', 'bell']
	},
	{
		kind: 'young_person',
		who: 'Kai, 14',
		what: 'no meeting planned yet',
		ref: 'EB-1007',
		signInName: 'kai',
		secret: ['trophy', 'star', 'fish', 'leaf']
	}
];

const NO_ACCOUNT: readonly DemoSignIn[] = [
	{ kind: 'no_account', who: 'Noor, 14', what: 'Arabic; review in 10 days', ref: 'EB-1008' },
	{ kind: 'no_account', who: 'Cal, 13', what: 'review in 13 days', ref: 'EB-1009' }
];

/** Who can sign in to the demo council, and how; and who still needs an invitation card. */
export const DEMO_SIGN_INS: readonly DemoSignIn[] = [
	...YOUNG_PEOPLE,
	...DEMO_STAFF.filter(({ account }) => account).map(({ name, what }): DemoSignIn => ({
		kind: 'staff',
		who: name,
		what,
		email: demoEmail(name),
		passphrase: DEMO_PASSPHRASE
	})),
	...NO_ACCOUNT
];
