import { randomInt } from 'node:crypto';
import { eq } from 'drizzle-orm';
import { NOBODY } from '../access.ts';
import type { Core } from '../core.ts';
import type { Tx } from '../db/database.ts';
import { conflict, gone, invalid, notFound, Refusal } from '../errors.ts';
import { isTaken, signInNameOf } from './account-making.ts';
import { openCode } from './code-opening.ts';
import type { Purpose } from './invitations.ts';
import { endJoining } from './joining-end.ts';
import {
	beginJoining,
	findJoining,
	keepJoining,
	type Joining,
	type JoiningState
} from './joining-state.ts';
import { drawPictures, secretOfPictures } from './secret-pictures.ts';
import type { Secrets } from './secrets.ts';
import { kindOfPhone, type Phone } from './session-kinds.ts';
import type { Session, Sessions } from './sessions.ts';
import { readSignInName, signInNameIndexOf } from './sign-in-name.ts';
import type { Throttle } from './throttle.ts';

export interface JoiningService {
	/** A code that was typed or scanned. It is not used up before the end. */
	openInvitation(
		code: string,
		address: string
	): Promise<{ purpose: Purpose | 'staff'; token: string }>;
	/** Where this joining has come to, or null when there is none (any more). */
	joiningOf(token: string): Promise<JoiningState | null>;
	chooseName(token: string, name: string): Promise<void>;
	/** Whether these are the pictures, in order. @throws Refusal `secret_not_same` */
	confirmSecret(token: string, pictures: readonly string[]): Promise<void>;
	/** The last step: the card is used up, the account is there, they are signed in. */
	join(token: string, phone: Phone, language: string): Promise<Session>;
}

export function createJoining(
	core: Core,
	parts: { readonly secrets: Secrets; readonly sessions: Sessions; readonly throttle: Throttle }
): JoiningService {
	const { secrets, sessions, throttle } = parts;

	async function demandJoining(tx: Tx, token: string): Promise<Joining> {
		const joining = await findJoining(core, tx, token);
		if (!joining) throw gone('joining_over');
		return joining;
	}

	/** Numbers that make the name free when put after it. */
	async function freeNumbers(tx: Tx, name: string): Promise<string[]> {
		const free = new Set<string>();
		for (let tries = 0; free.size < 3 && tries < 30; tries += 1) {
			const number = String(randomInt(10, 1000));
			if (!(await isTaken(tx, signInNameIndexOf(core.vault, `${name}${number}`)))) free.add(number);
		}
		return [...free];
	}

	return {
		async openInvitation(code, address) {
			const opened = await core.database.inTransaction(async (tx) => {
				const found = await openCode(core, tx, throttle, code, address);
				if (found instanceof Refusal) return found;
				if (found.staffId) return { purpose: 'staff', token: '' } as const;
				const again = found.purpose === 'new_secret';
				const account = again ? await accountOf(tx, found.youngPersonId) : null;
				const token = await beginJoining(core, tx, found.id, {
					purpose: found.purpose,
					signInName: account ? await signInNameOf(core, tx, account) : null,
					pictures: drawPictures(),
					confirmed: false,
					accountId: null
				});
				await core.audit.record(tx, {
					action: 'invitation.opened',
					actor: NOBODY,
					...(found.youngPersonId ? { youngPersonId: found.youngPersonId } : {}),
					subject: { kind: 'invitation', id: found.id }
				});
				return { purpose: found.purpose, token };
			});
			if (opened instanceof Refusal) throw opened;
			return opened;
		},
		async joiningOf(token) {
			const joining = await findJoining(core, core.database.read, token);
			return joining && joining.state.accountId === null ? joining.state : null;
		},
		async chooseName(token, typed) {
			const name = readSignInName(typed);
			await core.database.inTransaction(async (tx) => {
				const { tokenHash, state } = await demandJoining(tx, token);
				// A card for new pictures leaves the name as it is.
				if (state.purpose === 'new_secret') return;
				if (await isTaken(tx, signInNameIndexOf(core.vault, name)))
					throw conflict('name_taken', { numbers: await freeNumbers(tx, name) });
				await keepJoining(core, tx, tokenHash, { ...state, signInName: name });
			});
		},
		confirmSecret: (token, pictures) =>
			core.database.inTransaction(async (tx) => {
				const { tokenHash, state } = await demandJoining(tx, token);
				if (secretOfPictures(pictures) !== secretOfPictures(state.pictures))
					throw invalid('secret_not_same');
				await keepJoining(core, tx, tokenHash, { ...state, confirmed: true });
			}),
		async join(token, phone, language) {
			const begun = await findJoining(core, core.database.read, token);
			if (!begun) throw gone('joining_over');
			const { signInName, confirmed, pictures } = begun.state;
			if (!signInName || !confirmed) throw invalid('joining_unfinished');
			const secretHash = await secrets.hash(secretOfPictures(pictures));

			return core.database.inTransaction(async (tx) => {
				const joining = await demandJoining(tx, token);
				const kind = kindOfPhone(phone);
				return endJoining(core, tx, { sessions, throttle }, joining, {
					signInName,
					secretHash,
					language,
					kind
				});
			});
		}
	};
}

async function accountOf(tx: Tx, youngPersonId: string | null): Promise<string> {
	if (!youngPersonId) throw notFound();
	const { accounts } = tx.tables;
	const [account] = await tx
		.select({ id: accounts.id })
		.from(accounts)
		.where(eq(accounts.youngPersonId, youngPersonId));
	if (!account) throw notFound();
	return account.id;
}
