import { ACCESS, type Standing } from './access-table.ts';
import { forbidden, notFound, signedOut } from './errors.ts';
import type { ApiScope } from './machines/scopes.ts';
import type { Role } from './roles.ts';

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
	/**
	 * Whose young people and meetings are theirs today, where cover makes that other than their own: see `actsFor`.
	 */
	readonly actsFor?: readonly string[];
}

/** Another program, such as the case system: it has a key of the administrator's, and sees no page. */
export interface MachineActor {
	readonly kind: 'machine';
	/** Of its key. */
	readonly id: string;
	readonly scopes: readonly ApiScope[];
}

/** Who asks. Made from the session, never from what a form says. */
export type Actor =
	| YoungPersonActor
	| StaffActor
	| MachineActor
	/** The operator's command line: whoever can run it can read the key file. */
	| { readonly kind: 'operator'; readonly id: null }
	| { readonly kind: 'nobody'; readonly id: null };

export const NOBODY: Actor = { kind: 'nobody', id: null };
export const OPERATOR: Actor = { kind: 'operator', id: null };

export type Action = keyof typeof ACCESS;

/**
 * Whose work is theirs: their own and that of whoever they cover today; while they are covered themselves, not their
 * own. Wherever a chair or an officer is compared with who asks, it is with these. What is personal (what they did,
 * what is locked from them, who ticked them) stays with `id`.
 */
export function actsFor(actor: StaffActor): readonly string[] {
	return actor.actsFor ?? [actor.id];
}

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

/**
 * For what a program does: it may be told which scope its key lacks.
 * @throws Refusal `signed_out`; `forbidden` where its key has not that scope; `not_found` for anybody but a program
 */
export function demandMachine(action: Action, actor: Actor): asserts actor is MachineActor {
	demandSignedIn(actor);
	if (actor.kind !== 'machine') throw notFound();
	if (!may(action, rolesOf(actor))) throw forbidden('api_scope_missing');
}

/** The standings that need no record to be looked at. */
export function rolesOf(actor: Actor): Standing[] {
	if (actor.kind === 'staff') return [...actor.roles];
	if (actor.kind === 'machine') return actor.scopes.map((scope) => `machine:${scope}` as const);
	return actor.kind === 'operator' ? ['operator'] : [];
}
