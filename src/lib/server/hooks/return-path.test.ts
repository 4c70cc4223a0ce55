import { expect, test } from 'vitest';
import { returnPath } from './return-path.ts';

test('a page of this site is come back to, with its query', () => {
	expect(returnPath('/me/sent?page=2')).toBe('/me/sent?page=2');
	expect(returnPath('/')).toBe('/');
});

test.each([
	'https://elsewhere.example/',
	'//elsewhere.example/',
	'/\\elsewhere.example/',
	'/\t/elsewhere.example/',
	'/.//elsewhere.example/',
	'\\\\elsewhere.example',
	'javascript:alert(1)',
	'me',
	'',
	`/${'a'.repeat(600)}`
])('%j leads to the first page instead of another site', (asked) => {
	expect(returnPath(asked)).toBe('/');
});

test('a field that is missing or a file leads to the first page', () => {
	expect(returnPath(null)).toBe('/');
	expect(returnPath(new File([], 'a'))).toBe('/');
});
