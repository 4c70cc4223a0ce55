import fc from 'fast-check';
import { expect, test } from 'vitest';
import { FACES } from '../forms/definition.ts';
import { createTranslators } from '../language/translator.ts';
import { readLocaleFiles } from '../server/language/locale-files.ts';
import {
	inLetterOrder,
	noLetterWords,
	paperOf,
	type LetterDecision,
	type LetterFacts
} from './letter.ts';

const translator = createTranslators(readLocaleFiles());

const decision = fc.record({
	id: fc.uuid(),
	starred: fc.boolean(),
	outcome: fc.constantFrom('agreed', 'partly', 'not_agreed'),
	point: fc.constantFrom(null, { text: 'A dog', language: 'en' }),
	decided: fc.constantFrom(null, { text: 'كلب', language: 'ar' }),
	why: fc.constantFrom(null, { text: 'Because', language: 'en' }),
	owner: fc.constantFrom(null, 'Liam'),
	dueOn: fc.constantFrom(null, '2026-12-01')
}) satisfies fc.Arbitrary<LetterDecision>;
const facts = fc.record({
	knownAs: fc.constant('Amina'),
	reads: fc.constantFrom('en', 'ar', 'pl'),
	face: fc.constantFrom(...FACES),
	meeting: fc.record({
		kind: fc.constantFrom('looked_after_review', 'review_conference', 'pathway_review'),
		heldOn: fc.constantFrom(null, '2026-11-10')
	}),
	chair: fc.constantFrom(null, 'Sam'),
	worker: fc.constantFrom(null, 'Liam'),
	decisions: fc.array(decision, { maxLength: 6 }),
	nextAt: fc.constantFrom(null, Date.parse('2027-05-01T10:00Z')),
	number: fc.constantFrom(null, '01632 960 100')
}) satisfies fc.Arbitrary<LetterFacts>;

test('whatever was decided, a letter tells all of it once, in whole sentences of the reader’s language', () => {
	fc.assert(
		fc.property(facts, (given) => {
			const spoken = translator(given.reads);
			const paper = paperOf(given, noLetterWords('en'), spoken);
			expect(paper.language).toBe(spoken.language.tag);
			const told = paper.parts.filter(({ kind }) => kind === 'decision');
			expect(told.map(({ outcome }) => outcome).toSorted()).toEqual(
				given.decisions.map(({ outcome }) => outcome).toSorted()
			);
			for (const { lines } of paper.parts)
				for (const line of lines) {
					expect(line.text).not.toMatch(/letters:|\{\{|undefined|null/);
					// What is not in a language they read says in which it is.
					if (line.kind === 'words' && line.language !== given.reads)
						expect(line.note === null).toBe(line.language === paper.language);
				}
		}),
		{ numRuns: 60 }
	);
});

test('the starred decision comes first, what was not agreed last, and otherwise nothing moves', () => {
	fc.assert(
		fc.property(fc.array(decision, { maxLength: 6 }), (given) => {
			const ordered = inLetterOrder(given);
			const rank = ({ starred, outcome }: LetterDecision) =>
				starred ? 0 : outcome === 'not_agreed' ? 2 : 1;
			expect(ordered.map(rank)).toEqual(given.map(rank).toSorted());
			for (const one of [0, 1, 2])
				expect(ordered.filter((each) => rank(each) === one)).toEqual(
					given.filter((each) => rank(each) === one)
				);
		}),
		{ numRuns: 60 }
	);
});

test('in the easy face sentences are shorter than in the others', () => {
	const given: LetterFacts = {
		knownAs: 'Jayden',
		reads: 'en',
		face: 'easy',
		meeting: { kind: 'looked_after_review', heldOn: '2026-11-10' },
		chair: 'Sam',
		worker: null,
		decisions: [],
		nextAt: null,
		number: null
	};
	const length = (face: LetterFacts['face']) =>
		JSON.stringify(paperOf({ ...given, face }, noLetterWords('en'), translator('en')).parts).length;
	expect(length('easy')).toBeLessThan(length('standard'));
	expect(paperOf(given, noLetterWords('en'), translator('en')).hello).toBe('Hello Jayden');
});
