import { and, eq, inArray } from 'drizzle-orm';
import * as v from 'valibot';
import { cleanText } from '../../forms/clean.ts';
import type { ConcernStage } from '../../rights/concerns.ts';
import type { StaffActor } from '../access.ts';
import type { Core } from '../core.ts';
import type { Tx } from '../db/database.ts';
import { invalid } from '../errors.ts';
import { queueMessages } from '../mail/queue.ts';
import { tell } from '../notices/notices.ts';
import { managerIds } from '../people/managers.ts';
import { barredFrom } from '../statements/barred.ts';
import type { ConcernRow } from './rows.ts';
import type { Telling } from './views.ts';

export const MAX_CONCERN_CHARACTERS = 4000;

export const words = v.optional(v.pipe(v.string(), v.transform(cleanText)), '');

/** As the form says it. */
export const telling = v.object({
	how: v.optional(v.picklist(['ready', 'own', 'not']), 'ready'),
	/** To the young person. */
	words,
	/** Why they are not told. */
	why: words,
	offerAdvocate: v.boolean()
});

/** @throws Refusal invalid `concern_telling`: their own words, or why the young person is not told, are missing */
export function tellingFrom({ how, words: own, why }: v.InferOutput<typeof telling>): Telling {
	demandShort(own);
	demandShort(why);
	if (how === 'ready') return { how };
	if (how === 'own') {
		if (own === '') throw invalid('concern_telling');
		return { how, words: own, language: 'en' };
	}
	if (why === '') throw invalid('concern_why_not_told');
	return { how, why };
}

/** @throws Refusal invalid `answer_too_long` */
export function demandShort(text: string): void {
	if (text.length > MAX_CONCERN_CHARACTERS)
		throw invalid('answer_too_long', { most: MAX_CONCERN_CHARACTERS });
}

type About = Pick<ConcernRow, 'id' | 'youngPersonId' | 'statementId'>;

/** Tells the young person, here and, where they gave an address, that something waits here. */
export async function tellYoungPerson(
	core: Core,
	tx: Tx,
	actor: StaffActor,
	about: About,
	kind: 'concern_raised' | 'concern_moved' | 'concern_closed',
	onceKey: string
): Promise<void> {
	const { youngPersonId } = about;
	await tell(
		tx,
		[
			{
				to: { youngPersonId, kind },
				about: youngPersonId,
				subjectId: about.id,
				byStaffId: actor.id
			}
		],
		core.now()
	);
	await queueMessages(
		tx,
		[{ to: { youngPersonId }, message: 'you_have_a_message', onceKey: `concern/${onceKey}` }],
		core.now()
	);
}

/** Tells the managers who may open it, where the stage says so; not who brought it there. */
export async function tellManagers(
	core: Core,
	tx: Tx,
	actor: StaffActor,
	about: About,
	stage: ConcernStage
): Promise<void> {
	if (!stage.tellsManagers) return;
	const barred = about.statementId === null ? null : await barredFrom(tx, about.statementId);
	const managers = (await managerIds(tx)).filter((id) => id !== actor.id && !barred?.has(id));
	const { youngPeople } = tx.tables;
	const [worksWith] = await tx
		.select({ id: youngPeople.socialWorkerId })
		.from(youngPeople)
		.where(
			and(eq(youngPeople.id, about.youngPersonId), inArray(youngPeople.socialWorkerId, managers))
		);
	await tell(
		tx,
		managers
			.filter((staffId) => staffId !== worksWith?.id)
			.map((staffId) => ({
				to: { staffId, kind: 'concern_stage' },
				about: about.youngPersonId,
				subjectId: about.id,
				byStaffId: actor.id
			})),
		core.now()
	);
}
