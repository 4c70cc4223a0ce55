/**
 * - `own`: a young person's own phone, which may keep what has no connection
 * - `shared`: one that others use too: nothing stays on it
 * - `kept`: a copy of a page that is open to all, for a phone without a connection
 */
export interface Phone {
	readonly kind: 'own' | 'shared' | 'kept';
	/** The server's mark for whoever is signed in on their own phone. */
	readonly author?: string;
}

/** Whether this browser may keep anything for times without a connection (docs/decisions/0016). */
export function phoneOf({ actor, signedIn, app }: App.Locals, url: URL): Phone | null {
	if (actor.kind === 'young_person' && signedIn) {
		// Where somebody helps, the phone is not theirs alone.
		const own = signedIn.kind === 'own_phone' && !actor.only;
		return own ? { kind: 'own', author: app.drafts.authorMark(actor.id) } : { kind: 'shared' };
	}
	return actor.kind === 'nobody' && url.searchParams.has('kept') ? { kind: 'kept' } : null;
}
