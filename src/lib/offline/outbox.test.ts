import { expect, test } from 'vitest';
import { verdict } from './drain.ts';
import { movesOn, postFrom } from './outbox.ts';

const page = (fields: Record<string, string>) =>
	new URLSearchParams({
		author: 'mark',
		page_token: 't',
		turn: '1',
		'a-1': '4',
		...fields
	}).toString();
const pressed = (button: string) =>
	new URLSearchParams(postFrom('/me/say/sample/home', page({ do: button }))?.body).get('do');

test.each([
	['next', 'next'],
	['enough', 'next'],
	['skip', 'skip'],
	['keep', 'keep'],
	['add:12', 'keep'],
	['photo:4', 'keep']
])('of a page that was posted with “%s”, “%s” waits', (button, waits) => {
	expect(pressed(button)).toBe(waits);
	expect(movesOn(page({ do: button }))).toBe(waits !== 'keep');
});

test('changing the language keeps the page and does not change the language later', () => {
	const post = postFrom('/me/say/sample/home', page({ language: 'ar' }));
	const fields = new URLSearchParams(post?.body);
	expect([fields.get('do'), fields.get('language'), fields.get('a-1')]).toEqual([
		'keep',
		null,
		'4'
	]);
});

test('a send waits under its own key', () => {
	expect(postFrom('/me/say/sample/send', 'send_key=k')).toMatchObject({
		kind: 'send',
		body: 'send_key=k'
	});
});

test.each([
	['/me/say/sample/send', 'meeting=x'],
	['/me/say/sample/check', 'question=1&chair_only=1'],
	['/me/say/sample/delete', ''],
	['/me/say/sample', 'face=easy'],
	['/me/say/sample/home/photo', page({})],
	['/sign-in', 'name=amina']
])('nothing else waits: %s', (path, body) => {
	expect(postFrom(path, body)).toBeNull();
});

test('what the server took is done', () => {
	expect(verdict({ type: 'success', status: 200 })).toBe('done');
	expect(verdict({ type: 'redirect', location: '/me/say/sample/2' })).toBe('done');
});

test.each([
	['no answer', {}],
	['signed out', { type: 'redirect', location: '/sign-in' }],
	['signed out on a page', { type: 'failure', status: 401 }],
	['somebody else is signed in', { type: 'failure', status: 409, data: '["not_the_author"]' }],
	['too often', { type: 'failure', status: 429 }],
	['the server’s own trouble', { type: 'error', status: 500 }],
	['something else on the way', { type: undefined, status: 200 }]
])('%s: it waits on', (_, answer) => {
	expect(verdict(answer as Parameters<typeof verdict>[0])).toBe('later');
});

test('what the server refuses is shown to its author, with the reason where it is known', () => {
	const refused = { type: 'failure', status: 409, data: '[{"code":1},"draft_gone"]' };
	expect(verdict(refused)).toEqual({ trouble: 'draft_gone' });
	expect(verdict({ ...refused, status: 422, data: '["answer_too_long"]' })).toEqual({
		trouble: 'look_again'
	});
});
