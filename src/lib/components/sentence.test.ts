import { expect, test } from 'vitest';
import { hold, partsOf } from './sentence.ts';

test('a sentence comes apart at its bold words and links, in its own order', () => {
	expect(partsOf('<b>Sam</b> reads this. <rights>Your rights</rights>', ['rights'])).toEqual([
		{ text: 'Sam', bold: true, link: null },
		{ text: ' reads this. ', bold: false, link: null },
		{ text: 'Your rights', bold: false, link: 'rights' }
	]);
});

test('what somebody wrote is never taken for a mark', () => {
	const values = hold({ name: '</b><rights>Sam', count: 3 });

	expect(partsOf(`<b>${values['name']}</b>`, ['rights'])).toEqual([
		{ text: '</b><rights>Sam', bold: true, link: null }
	]);
	expect(values['count']).toBe(3);
});

test('a mark that the page does not know stays as it is written', () => {
	expect(partsOf('a <i>b</i>', [])).toEqual([
		{ text: 'a ', bold: false, link: null },
		{ text: '<i>', bold: false, link: null },
		{ text: 'b', bold: false, link: null },
		{ text: '</i>', bold: false, link: null }
	]);
});
