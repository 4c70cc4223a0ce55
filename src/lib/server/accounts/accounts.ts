import type { Core } from '../core.ts';
import { createInvitations, type Invitations } from './invitations.ts';
import { createJoining, type JoiningService } from './joining.ts';
import { createOwnSettings, type OwnSettings } from './own-settings.ts';
import { createSecrets } from './secrets.ts';
import { createSessions, type SignedIn } from './sessions.ts';
import { createSignIn } from './sign-in.ts';
import { createStaffSignIn, type StaffSignIn } from './staff-sign-in.ts';
import { createThrottle } from './throttle.ts';
import { createYoungPersonSignIn, type YoungPersonSignIn } from './young-person-sign-in.ts';

export interface Accounts
	extends OwnSettings, Invitations, JoiningService, YoungPersonSignIn, StaffSignIn {
	/** Who a session's token belongs to; null when it has ended. */
	sessionOf(token: string): Promise<SignedIn | null>;
	signOut(token: string): Promise<void>;
}

/** Everything about getting in: cards, joining, signing in and out. */
export function createAccounts(core: Core): Accounts {
	const secrets = createSecrets(core.vault);
	const sessions = createSessions(core);
	const throttle = createThrottle(core);
	const trySignIn = createSignIn(core, { secrets, sessions, throttle });
	return {
		...createOwnSettings(core, sessions),
		...createInvitations(core),
		...createJoining(core, { secrets, sessions, throttle }),
		...createYoungPersonSignIn(core, trySignIn),
		...createStaffSignIn(core, { secrets, sessions, throttle, trySignIn }),
		sessionOf: sessions.find,
		signOut: sessions.end
	};
}
