import { eq } from 'drizzle-orm';
import * as v from 'valibot';
import type { Actor } from '../access.ts';
import type { Core } from '../core.ts';
import { invalid, notFound, Refusal } from '../errors.ts';
import { refIndexOf } from '../people/name-index.ts';
import type { Calls } from './calls.ts';
import { markIn } from './copies.ts';
import { copyMade } from './schemas.ts';

/**
 * A program says that a document stands in the case record now. Said once more, what was said first stays.
 * @returns what it said, and whether it was new
 * @throws Refusal invalid `api_body` with the field that cannot be taken; `not_found`
 */
export async function reportCopy(
	core: Core,
	calls: Calls,
	actor: Actor,
	body: unknown
): Promise<{ readonly made: boolean; readonly copy: v.InferOutput<typeof copyMade> }> {
	return calls.run(actor, 'api.copies', async ({ tx, actor: by }) => {
		const parsed = v.safeParse(v.strictObject(copyMade.entries), body);
		if (!parsed.success) {
			const [issue] = parsed.issues;
			const field = v.getDotPath(issue) ?? '';
			throw invalid('api_body', { field, expected: expectedIn(issue) });
		}
		const { kind, id, youngPerson, copiedOn } = parsed.output;
		const { youngPeople } = tx.tables;
		const [person] = await tx
			.select({ id: youngPeople.id })
			.from(youngPeople)
			.where(eq(youngPeople.refIndex, refIndexOf(core.vault, 'young_people', youngPerson.ref)));
		if (!person) throw notFound();
		const of = { kind, subjectId: id, youngPersonId: person.id, copiedOn };
		const made = await markIn(core, tx, by, of).catch((problem: unknown) => {
			if (problem instanceof Refusal && problem.code === 'machines_copied_on_wrong')
				throw invalid('api_body', { field: 'copiedOn', expected: 'a day that is not to come' });
			throw problem;
		});
		return { made, copy: parsed.output };
	});
}

/** What should stand there; never what did. */
const expectedIn = ({ expected, type }: v.BaseIssue<unknown>): string => expected ?? type;
