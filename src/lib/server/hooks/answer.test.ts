import { expect, test } from 'vitest';
import { everythingPosted, typed } from './answer.ts';

test('what waits for its author to sign in again is all that was typed, without the button', () => {
	const form = new FormData();
	form.set('a-2', 'Line one\nline two');
	form.set('turn', '3');
	form.set('do', 'skip');
	form.set('picture', new File(['x'], 'x'));

	expect(everythingPosted(form)).toEqual([
		['a-2', 'Line one\nline two'],
		['turn', '3']
	]);
});

test('a secret that was typed never comes back to the page', () => {
	const form = new FormData();
	form.set('name', 'amina');
	form.set('passphrase', 'kettle lantern orchard');
	form.set('secret-3488ca83', 'sun palm moon bird');

	expect(typed(form)).toEqual({ name: 'amina' });
});
