import { and, eq, isNotNull, isNull } from 'drizzle-orm';
import type { Core } from '../core.ts';
import { secretOfPictures } from './secret-pictures.ts';
import { kindOfPhone, type Phone } from './session-kinds.ts';
import type { Session } from './sessions.ts';
import { signInNameIndexOf } from './sign-in-name.ts';
import type { TrySignIn } from './sign-in.ts';

export interface YoungPersonSignIn {
	signInYoungPerson(
		given: {
			readonly name: string;
			/** Ids of `SECRET_PICTURES`, in order. */
			readonly secret: readonly string[];
			readonly phone: Phone;
		},
		address: string
	): Promise<Session>;
}

export function createYoungPersonSignIn(core: Core, trySignIn: TrySignIn): YoungPersonSignIn {
	return {
		signInYoungPerson({ name, secret, phone }, address) {
			const index = signInNameIndexOf(core.vault, name);
			return trySignIn({
				name: index,
				secret: secretOfPictures(secret),
				address,
				kind: kindOfPhone(phone),
				wrongCode: 'sign_in_wrong',
				async find() {
					const { accounts } = core.database.read.tables;
					const [row] = await core.database.read
						.select({
							id: accounts.id,
							secretHash: accounts.secretHash,
							youngPersonId: accounts.youngPersonId
						})
						.from(accounts)
						.where(
							and(
								eq(accounts.signInNameIndex, index),
								isNotNull(accounts.youngPersonId),
								isNull(accounts.closedAt)
							)
						);
					if (!row?.youngPersonId) return null;
					return {
						accountId: row.id,
						secretHash: row.secretHash,
						actor: { kind: 'young_person', id: row.youngPersonId, accountId: row.id }
					};
				}
			});
		}
	};
}
