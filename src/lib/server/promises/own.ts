import type { Facts } from '../../forms/definition.ts';
import type { Core } from '../core.ts';
import type { Queries } from '../db/database.ts';
import { isPromise, toldDecisions, type ToldDecision } from '../letters/told-decisions.ts';

/** How many of their meetings' promises are asked about, kept or not; those still open are whatever meeting made them. */
const MEETINGS_ASKED_ABOUT = 2;

/** What was promised to a young person, as far as they have been told: what is open first, and of that the oldest. */
export async function ownPromises(
	core: Core,
	queries: Queries,
	youngPersonId: string
): Promise<ToldDecision[]> {
	const promised = (await toldDecisions(core, queries, youngPersonId)).filter(isPromise);
	const open = ({ done }: ToldDecision) => (done === null ? 0 : 1);
	return promised.toSorted(
		(a, b) => open(a) - open(b) || (a.dueOn ?? '').localeCompare(b.dueOn ?? '')
	);
}

/** What forms ask about: whatever is open, and all of their last meetings. */
export async function promisesToAskAbout(
	core: Core,
	queries: Queries,
	youngPersonId: string
): Promise<Facts['promises']> {
	const promised = await ownPromises(core, queries, youngPersonId);
	const last = [...new Set(promised.map(({ heldOn }) => heldOn))]
		.sort()
		.slice(-MEETINGS_ASKED_ABOUT);
	return promised
		.filter(({ done, heldOn }) => done === null || last.includes(heldOn))
		.map(({ id, decided, point }) => {
			const { text, language, original } = decided ?? point;
			return original
				? { id, words: original.text, inLanguage: { [language]: text } }
				: { id, words: text };
		});
}
