import { demandSignedIn, type Actor } from '../access.ts';
import type { Core } from '../core.ts';
import { Refusal } from '../errors.ts';
import { copiesOf, copyKey, demandThere, type Copied, type CopiedView } from './copies.ts';

/** Whether a document stands in the case record, for the page it is shown on (`components/CopiedToRecord.svelte`). */
export interface CopyState extends Copied {
	readonly copied: CopiedView | null;
	readonly mayMark: boolean;
}

/** Of a document that this reader has before them: who may see it was decided there. */
export async function copyState(core: Core, actor: Actor, of: Copied): Promise<CopyState> {
	demandSignedIn(actor);
	const { read } = core.database;
	const { kind, subjectId, youngPersonId } = of;
	const copied = (await copiesOf(core, read, kind, [of])).get(copyKey(of)) ?? null;
	const mayMark = await demandThere(read, actor, of).then(
		() => true,
		(problem: unknown) => {
			if (problem instanceof Refusal) return false;
			throw problem;
		}
	);
	return { kind, subjectId, youngPersonId, copied, mayMark };
}
