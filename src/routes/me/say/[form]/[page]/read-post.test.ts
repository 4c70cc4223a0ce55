import { expect, test } from 'vitest';
import { movedFrom, movedTo, readPost } from './read-post.ts';

function formOf(entries: readonly (readonly [string, string | File])[]): FormData {
	const form = new FormData();
	for (const [name, value] of entries) form.append(name, value);
	return form;
}

test('every value of a control is read, and only what belongs to a question', () => {
	const form = formOf([
		['author', 'x'],
		['a-5', 'calm'],
		['a-5', 'angry'],
		['a-5-other', 'hungry'],
		['s-5', '1764000000000'],
		['keep-5', 'both'],
		['keep-6', 'everything'],
		['do', 'next']
	]);

	const { post, wish } = readPost(form, 'ar');

	expect(post.fields).toEqual({ 'a-5': ['calm', 'angry'], 'a-5-other': ['hungry'] });
	expect(post).toMatchObject({
		intent: 'next',
		language: 'ar',
		stamps: { '5': 1_764_000_000_000 },
		choices: { '5': 'both' },
		chairOnly: null
	});
	expect(wish).toEqual({ kind: 'go_on' });
});

test('an unticked box for one reader says no; a page without it leaves that alone', () => {
	expect(readPost(formOf([['chair_only_asked', '1']]), 'en').post.chairOnly).toBe(false);
	expect(
		readPost(
			formOf([
				['chair_only_asked', '1'],
				['chair_only', '1']
			]),
			'en'
		).post.chairOnly
	).toBe(true);
});

test.each([
	['skip', 'skip', { kind: 'go_on' }],
	['photo:4', 'keep', { kind: 'photo', questionId: '4' }],
	['voice:4', 'keep', { kind: 'voice', questionId: '4' }],
	['add:12', 'keep', { kind: 'add', questionId: '12' }],
	['keep', 'keep', { kind: 'keep' }]
])('the button %s', (button, intent, wish) => {
	const read = readPost(formOf([['do', button]]), 'en');
	expect(read.post.intent).toBe(intent);
	expect(read.wish).toEqual(wish);
});

test('changing the language keeps the page as it is', () => {
	const read = readPost(formOf([['language', 'ar']]), 'en');
	expect(read.wish).toEqual({ kind: 'language', tag: 'ar' });
	expect(read.post.intent).toBe('keep');
});

test('a button of an agenda changes what is kept, and is told by its place, never by words', () => {
	const page = [
		['a-6-item-0', 'card:home'],
		['a-6-item-1', 'own:My dog Rex']
	] as const;
	const { post, wish } = readPost(formOf([...page, ['do', 'move:6:1:up']]), 'en');

	expect(post).toMatchObject({ intent: 'keep', fields: { 'a-6-item-0': ['own:My dog Rex'] } });
	if (wish.kind !== 'rearrange') throw new Error('not understood');
	const to = movedTo(wish, true);
	expect(to).not.toContain('Rex');
	expect(to).toMatch(/#item-6-0$/);
	expect(movedFrom(new URL(to, 'http://sayso.test'))).toEqual({
		questionId: '6',
		did: 'up',
		at: 0
	});
	expect(movedFrom(new URL('http://sayso.test/?moved=6:eaten:0'))).toBeNull();
});
