import { notFound, signedOut } from './errors.ts';

export const ROLES = [
	'iro',
	'manager',
	'advocate',
	'complaints',
	'participation',
	'social_worker',
	'admin'
] as const;
export type Role = (typeof ROLES)[number];

export interface YoungPersonActor {
	readonly kind: 'young_person';
	readonly id: string;
	readonly accountId: string;
	/** Where somebody helps them with one form, on a device that may be the helper's: nothing else is theirs to see here. */
	readonly only?: { readonly formId: string; readonly togetherId: string };
}

export interface StaffActor {
	readonly kind: 'staff';
	readonly id: string;
	readonly accountId: string;
	readonly roles: readonly Role[];
}

/** Who asks. Made from the session, never from what a form says. */
export type Actor =
	| YoungPersonActor
	| StaffActor
	/** The operator's command line: whoever can run it can read the key file. */
	| { readonly kind: 'operator'; readonly id: null }
	| { readonly kind: 'nobody'; readonly id: null };

export const NOBODY: Actor = { kind: 'nobody', id: null };
export const OPERATOR: Actor = { kind: 'operator', id: null };

/**
 * How somebody stands to the record they ask for.
 * - `self`: it is about, or by, this young person
 * - `together`: the same young person, where a helper started this one form with them
 * - `chair`: chairs the meeting it is linked to; with no meeting, is the young person's reviewing officer
 * - `officer`: is the young person's allocated reviewing officer, or chairs a meeting of theirs still to come
 * - `recipient`: it was sent to them: the social worker it is for, or who handles the request it is
 * - `worker`: is the young person's social worker or adviser
 * - `named`: the young person ticked them
 * - `operator`: the command line
 * - a role: holds it
 */
export type Standing =
	'self' | 'together' | 'recipient' | 'worker' | 'chair' | 'officer' | 'named' | 'operator' | Role;

/**
 * The one table of who may do what. What is not here is refused.
 * Reading a young person's words is never a matter of rank: no role alone opens a statement.
 */
export const ACCESS = {
	// A young person's own things
	'home.see': ['self'],
	'draft.write': ['self', 'together'],
	'statement.send': ['self', 'together'],
	'statement.read_own': ['self'],
	'statement.take_back': ['self'],
	'statement.add': ['self'],
	'request.see_own': ['self'],
	'settings.change_own': ['self'],
	'meeting.see_own': ['self'],
	// Their words, read by others
	'statement.read': ['chair', 'recipient', 'named'],
	'statement.read_kept_for_chair': ['chair', 'recipient'],
	'statement.reply': ['chair', 'recipient'],
	/** What they planned for a meeting, made into an agenda and cards. */
	'plan.see': ['self', 'chair'],
	// The desk
	'desk.open': [
		'iro',
		'manager',
		'advocate',
		'complaints',
		'participation',
		'social_worker',
		'admin'
	],
	'inbox.see': ['iro'],
	/** The list of those one handles: an officer’s own young people’s, and what a role brings. */
	'request.see': ['iro', 'advocate', 'complaints', 'participation'],
	'request.read': ['recipient'],
	// Asked without an account: who asked, or on without knowing.
	'request.match': ['participation'],
	'request.pass_on': ['participation'],
	'young_person.see': ['officer', 'worker', 'participation'],
	'young_person.list_all': ['participation'],
	'alert.see': ['officer', 'manager'],
	'alert.acknowledge': ['officer', 'manager'],
	'notice.see_all_missed': ['manager'],
	// Counts over many statements, never one
	'figures.see': ['manager'],
	// A form gone through with a helper
	'together.start': ['officer', 'worker', 'participation'],
	/** What was begun with a helper becomes their own. */
	'together.adopt': ['self'],
	// Getting young people on
	'invitation.make': ['officer', 'participation', 'operator'],
	// The administrator
	'council.change': ['admin'],
	// The operator
	'staff.add': ['operator'],
	'meeting.change': ['operator'],
	'data.import': ['operator'],
	'data.backup': ['operator']
} as const satisfies Record<string, readonly Standing[]>;

export type Action = keyof typeof ACCESS;

/** @param standings every way the actor stands to the record */
export function may(action: Action, standings: Iterable<Standing>): boolean {
	const allowed: readonly Standing[] = ACCESS[action];
	for (const standing of standings) if (allowed.includes(standing)) return true;
	return false;
}

/** @throws Refusal `not_found` when the table does not allow it */
export function demand(action: Action, standings: Iterable<Standing>): void {
	if (!may(action, standings)) throw notFound();
}

/** Asked before anything is looked up: who is not signed in must not learn what is there. */
export function demandSignedIn(actor: Actor): void {
	if (actor.kind === 'nobody') throw signedOut();
}

/**
 * For what somebody does with their own things: the record is found by who they are, so it can be nobody else's.
 * @throws Refusal `signed_out`; `not_found` for anybody but a young person
 */
export function demandOwn(action: Action, actor: Actor): asserts actor is YoungPersonActor {
	demandSignedIn(actor);
	demand(action, selfOf(actor));
}

/** How a young person stands to what is their own. */
export function selfOf(actor: Actor): Standing[] {
	if (actor.kind !== 'young_person') return [];
	return [actor.only ? 'together' : 'self'];
}

/** @throws Refusal `signed_out`; `not_found` for who is not staff, or to whom the table does not allow it */
export function demandOfStaff(
	action: Action,
	actor: Actor,
	standings: Iterable<Standing> = rolesOf(actor)
): asserts actor is StaffActor {
	demandSignedIn(actor);
	if (actor.kind !== 'staff') throw notFound();
	demand(action, standings);
}

/** The standings that need no record to be looked at. */
export function rolesOf(actor: Actor): Standing[] {
	if (actor.kind === 'staff') return [...actor.roles];
	return actor.kind === 'operator' ? ['operator'] : [];
}
