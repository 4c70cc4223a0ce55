import { expect, test } from 'vitest';
import { answersOverTime, isClosed, lastTimeOf } from './progress-over-time.ts';

const pick = (value: string) => ({ kind: 'pick', value }) as const;
const SENT = [
	{ sentAt: 20, answers: { PC1: pick('with_help'), MO1: { kind: 'skipped' } as const } },
	{ sentAt: 10, answers: { PC1: pick('not_yet'), MO1: pick('can') } },
	{ sentAt: 30, answers: { PC1: pick('can') } }
];

test('what was said to a question stands in the order it was said', () => {
	expect(answersOverTime(SENT).get('PC1')).toEqual([
		{ at: 10, answer: pick('not_yet') },
		{ at: 20, answer: pick('with_help') },
		{ at: 30, answer: pick('can') }
	]);
});

test('last time is when it was last answered, not when the form was last sent', () => {
	expect(lastTimeOf(SENT)).toMatchObject({
		PC1: { at: 30, answer: pick('can') },
		MO1: { at: 10, answer: pick('can') }
	});
});

test('beside it stands how it was before, each change once and newest first', () => {
	const again = { sentAt: 25, answers: { PC1: pick('with_help') } };
	expect(lastTimeOf([...SENT, again])['PC1']?.earlier).toEqual([
		{ at: 25, answer: pick('with_help') },
		{ at: 10, answer: pick('not_yet') }
	]);
});

test('skipping leaves no mark; not sure and not wanting to say do', () => {
	const unsure = { sentAt: 40, answers: { PC1: { kind: 'not_sure' } as const } };
	expect(lastTimeOf([...SENT, unsure])['PC1']?.answer).toEqual({ kind: 'not_sure' });
});

test('words and pictures are never said again for somebody', () => {
	expect(isClosed(pick('can'))).toBe(true);
	expect(isClosed({ kind: 'say', text: 'x', pictures: [] })).toBe(false);
	expect(isClosed({ kind: 'people', people: [{ name: 'Gran' }] })).toBe(false);
});
