import { randomUUID } from 'node:crypto';
import { londonDate, londonInstant } from '../../language/dates.ts';
import { languageOf } from '../../language/languages.ts';
import { NO_WORDS_ON_DECISION, type InBoth, type LetterWords } from '../../meetings/letter.ts';
import { addDays, addWorkingDays } from '../../meetings/working-days.ts';
import type { App } from '../app.ts';
import { createAudit } from '../audit/audit.ts';
import type { Core } from '../core.ts';
import { decisionsOf } from '../deciding/decisions.ts';
import { decisionPlace } from '../deciding/places.ts';
import type { DecisionWords } from '../deciding/views.ts';
import { createLetters } from '../letters/letters.ts';
import { youngPersonOf } from '../people/facts.ts';
import { createPromises } from '../promises/promises.ts';
import { LETTER_STORIES, type LetterStory, type SaidInLetter } from './letter-stories.ts';
import type { WrittenPerson } from './people-rows.ts';
import type { Council } from './tell-forms.ts';

/** Working days after a review in which it is approved and sent. */
const WRITTEN_AFTER = 8;

/** What became of the last reviews of those with a name in the story: decisions, letters, promises kept and not kept. */
export async function tellLetters(app: App, council: Council): Promise<void> {
	let clock = app.now();
	const now = () => clock;
	const core: Core = { ...app, now, audit: createAudit(app.vault, now) };
	const letters = createLetters(core, { translator: app.translator });
	const promises = createPromises(core);
	const today = londonDate(council.now);

	for (const story of LETTER_STORIES) {
		const person = council.people.get(story.ref);
		const officer = person && council.accounts.staff.get(person.officerId);
		const meeting = person?.meetings.findLast(({ heldOn }) => heldOn !== null && heldOn < today);
		if (!person || !officer || !meeting?.heldOn) continue;
		const of = { meetingId: meeting.id, youngPersonId: person.id };
		const on = addWorkingDays(meeting.heldOn, WRITTEN_AFTER);
		const at = (days: number, time: string) => londonInstant(`${addDays(on, days)}T${time}`);
		clock = Math.min(at(0, '10:20'), council.now);
		const ids = await decided(core, story, person, of, council);

		const words = wordsOf(story, ids);
		await letters.save(officer, { ...of, version: 0, words });
		if (story.state === 'draft') continue;
		await letters.approve(officer, { ...of, version: 1 });
		if (story.state === 'approved') continue;
		clock = Math.min(at(0, '10:40'), council.now);
		await letters.send(officer, { ...of, version: 2 });
		const reader = council.accounts.youngPeople.get(person.id);
		if (story.state === 'read' && reader) {
			clock = Math.min(at(1, '17:05'), council.now);
			await letters.readOwn(reader, meeting.id);
		}
		for (const [index, { done }] of story.decisions.entries()) {
			const id = ids[index];
			if (!done || id === undefined) continue;
			clock = londonInstant(`${addDays(today, -done.ago)}T14:10`);
			const { how, why = '' } = done;
			await promises.mark(officer, { id, version: 0, done: how, why });
		}
	}
}

/** Writes what was decided, unless the story has told of it already. @returns their ids, in the story’s order */
async function decided(
	core: Core,
	story: LetterStory,
	person: WrittenPerson,
	of: { readonly meetingId: string; readonly youngPersonId: string },
	{ staff, now }: Council
): Promise<readonly string[]> {
	const there = await decisionsOf(core, core.database.read, of);
	if (there.length > 0) return [];
	const language = languageOf(person.language).tag;
	return core.database.inTransaction(async (tx) => {
		const { row, keys } = await youngPersonOf(core, tx, person.id);
		const ids: string[] = [];
		for (const [position, decision] of story.decisions.entries()) {
			const id = randomUUID();
			ids.push(id);
			const sealed = (column: 'point' | 'decided' | 'why', words: DecisionWords) =>
				keys.sealJson(row.keyId, decisionPlace(id, column), words);
			const { decided: said, why, owner, due } = decision;
			const name = typeof owner === 'object' ? owner.name : null;
			await tx.insert(tx.tables.decisions).values({
				...of,
				id,
				sendKey: randomUUID(),
				position,
				starred: decision.starred ? 1 : 0,
				pointSealed: sealed('point', { words: decision.point, language }),
				outcome: decision.outcome,
				decidedSealed: said ? sealed('decided', { words: said.words, language: 'en' }) : null,
				whySealed: why ? sealed('why', { words: why.words, language: 'en' }) : null,
				ownerStaffId: typeof owner === 'string' ? (staff.get(owner)?.id ?? null) : null,
				ownerSealed:
					name === null ? null : keys.sealText(row.keyId, decisionPlace(id, 'owner'), name),
				dueOn: due === undefined ? null : addDays(londonDate(now), due),
				version: 0,
				createdAt: core.now(),
				updatedAt: core.now()
			});
		}
		return ids;
	});
}

function wordsOf(story: LetterStory, ids: readonly string[]): LetterWords {
	const both = ({ words, theirs = '' }: SaidInLetter): InBoth => ({ words, theirs });
	return {
		language: 'en',
		opening: both(story.opening),
		closing: both(story.closing),
		decisions: Object.fromEntries(
			story.decisions.flatMap(({ decided: said, why }, index) => {
				const id = ids[index];
				if (id === undefined) return [];
				const theirs = { point: '', decided: said?.theirs ?? '', why: why?.theirs ?? '' };
				return [[id, { ...NO_WORDS_ON_DECISION, theirs }]];
			})
		)
	};
}
