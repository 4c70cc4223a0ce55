import { NOBODY, type Actor } from '../access.ts';
import type { Core } from '../core.ts';
import { invalid, throttled } from '../errors.ts';
import type { Secrets } from './secrets.ts';
import type { SessionKind } from './session-kinds.ts';
import type { Session, Sessions } from './sessions.ts';
import type { Throttle } from './throttle.ts';

/** An account that may be the one meant, as it is looked up. */
export interface Candidate {
	readonly accountId: string;
	readonly secretHash: string | null;
	readonly actor: Actor;
}

export interface SignInAttempt {
	/** Index of the name or the address that was typed: whom wrong tries are counted for. */
	readonly name: string;
	readonly secret: string;
	readonly address: string;
	readonly kind: SessionKind;
	/** The code of the refusal when name and secret do not go together; it must not tell which was wrong. */
	readonly wrongCode: string;
	find(): Promise<Candidate | null>;
}

export type TrySignIn = (attempt: SignInAttempt) => Promise<Session>;

/** The one way in, for young people and for staff: count, look up, compare, count again. */
export function createSignIn(
	core: Core,
	parts: { readonly secrets: Secrets; readonly sessions: Sessions; readonly throttle: Throttle }
): TrySignIn {
	const { secrets, sessions, throttle } = parts;

	async function refuse(attempt: SignInAttempt, candidate: Candidate | null): Promise<never> {
		const wait = await core.database.inTransaction(async (tx) => {
			const seconds = await throttle.countWrong(tx, attempt);
			await core.audit.record(tx, {
				// Once, when the waiting begins: a line for every knock would let anybody fill the chain.
				action: seconds > 0 ? 'sign_in.throttled' : 'sign_in.refused',
				actor: NOBODY,
				...aboutWhom(candidate),
				detail: { kind: attempt.kind }
			});
			return seconds;
		});
		throw wait > 0 ? throttled(wait) : invalid(attempt.wrongCode);
	}

	return (attempt) =>
		secrets.inTurn(async () => {
			const wait = await throttle.signInWait(core.database.read, attempt);
			if (wait > 0) throw throttled(wait);
			const candidate = await attempt.find();
			const right = await secrets.matches(candidate?.secretHash ?? null, attempt.secret);
			if (!right || !candidate) return refuse(attempt, candidate);

			return core.database.inTransaction(async (tx) => {
				await throttle.forgive(tx, attempt.name);
				await throttle.deleteExpired(tx);
				await sessions.deleteExpired(tx);
				const session = await sessions.begin(tx, candidate.accountId, attempt.kind);
				await core.audit.record(tx, {
					action: 'sign_in.done',
					actor: candidate.actor,
					detail: { kind: attempt.kind }
				});
				return session;
			});
		});
}

function aboutWhom(candidate: Candidate | null) {
	if (!candidate) return {};
	const subject = { kind: 'account', id: candidate.accountId };
	return candidate.actor.kind === 'young_person'
		? { subject, youngPersonId: candidate.actor.id }
		: { subject };
}
