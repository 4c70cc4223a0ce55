import type { Translator } from '../../language/translator.ts';
import type { Actor } from '../access.ts';
import type { Core } from '../core.ts';
import { createCalls } from './calls.ts';
import { markCopied, unmarkCopied } from './copies.ts';
import { copyState } from './copy-state.ts';
import { createMachineDecided } from './decided.ts';
import { listKeys, machineOf, makeKey, revokeKey } from './keys.ts';
import { createMachineMeetings } from './meetings.ts';
import { openApi } from './openapi.ts';
import { reportCopy } from './report-copy.ts';
import { createMachineStatements } from './statements.ts';
import { toCopy } from './to-copy.ts';

export type Machines = ReturnType<typeof createMachines>;

/** The case system: the keys its programs have, what they fetch, and what of Sayso stands there. */
export function createMachines(
	core: Core,
	given: {
		readonly translator: (tag: string) => Translator;
		/** The council's name. */
		readonly council: () => string;
	}
) {
	const calls = createCalls(core);
	return {
		makeKey: (actor: Actor, input: Parameters<typeof makeKey>[2]) => makeKey(core, actor, input),
		listKeys: (actor: Actor) => listKeys(core, actor),
		revokeKey: (actor: Actor, keyId: string) => revokeKey(core, actor, keyId),
		/** Whose key this is; null when it opens nothing. */
		machineOf: (token: string) => machineOf(core, token),

		/** A document stands in the case record, since this day. */
		markCopied: (actor: Actor, input: Parameters<typeof markCopied>[2]) =>
			markCopied(core, actor, input),
		unmarkCopied: (actor: Actor, input: Parameters<typeof unmarkCopied>[2]) =>
			unmarkCopied(core, actor, input),
		/** For the page that shows a document: hand what it gives to `components/CopiedToRecord.svelte`. */
		copyState: (actor: Actor, of: Parameters<typeof copyState>[2]) => copyState(core, actor, of),
		/** What of theirs does not stand there yet. */
		toCopy: (actor: Actor, page: number) => toCopy(core, actor, page),

		// What programs call
		openApi: () => openApi(given.council()),
		...createMachineMeetings(core, calls),
		...createMachineStatements(core, calls, given.translator),
		...createMachineDecided(core, calls, given.translator),
		reportCopy: (actor: Actor, body: unknown) => reportCopy(core, calls, actor, body)
	};
}
