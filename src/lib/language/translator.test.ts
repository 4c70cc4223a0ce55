import { describe, expect, it } from 'vitest';
import { preferredLanguage } from './languages.ts';
import { createTranslators } from './translator.ts';

const translators = createTranslators({
	en: {
		home: {
			hello: 'Hello {{name}}',
			days_one: '{{count}} day',
			days_other: '{{count}} days',
			only: 'x'
		}
	},
	ar: {
		home: {
			hello: 'أهلًا {{name}}',
			days_zero: 'اليوم',
			days_one: 'يوم واحد',
			days_two: 'يومان',
			days_few: '{{count}} أيام',
			days_many: '{{count}} يومًا',
			days_other: '{{count}} يوم'
		}
	}
});

describe('the translator', () => {
	it('fills in names', () => {
		expect(translators('en').t('home:hello', { name: 'Amina' })).toBe('Hello Amina');
	});

	it('sets a name apart that runs the other way than the sentence', () => {
		expect(translators('ar').t('home:hello', { name: 'Sam' })).toBe('أهلًا \u2068Sam\u2069');
		expect(translators('en').t('home:hello', { name: 'أمينة' })).toBe('Hello \u2068أمينة\u2069');
		expect(translators('ar').t('home:hello', { name: 'أمينة' })).toBe('أهلًا أمينة');
	});

	it('leaves marks in names alone: the page escapes them, once', () => {
		expect(translators('en').t('home:hello', { name: 'A & <b>' })).toBe('Hello A & <b>');
	});

	it('does not fill in what a name itself asks for', () => {
		expect(translators('en').t('home:hello', { name: '{{count}} $t(only)' })).toBe(
			'Hello {{count}} $t(only)'
		);
	});

	it.each([
		[0, 'اليوم'],
		[1, 'يوم واحد'],
		[2, 'يومان'],
		[6, '6 أيام'],
		[11, '11 يومًا'],
		[100, '100 يوم']
	])('knows the six Arabic plurals: %i', (count, words) => {
		expect(translators('ar').t('home:days', { count })).toBe(words);
	});

	it('says whether a language has a key of its own', () => {
		expect(translators('ar').has('home:hello')).toBe(true);
		expect(translators('ar').has('home:only')).toBe(false);
	});
});

describe('the language of a browser', () => {
	it.each([
		['ar-SD,ar;q=0.9,en;q=0.5', 'ar'],
		['en-GB,en;q=0.9,ar;q=0.8', 'en'],
		['en;q=0.1, ar;q=0.9', 'ar'],
		['xx,yy', 'en'],
		['', 'en'],
		[',;q=,;;', 'en']
	])('of %j is %s', (header, tag) => {
		expect(preferredLanguage(header).tag).toBe(tag);
	});

	it('is English without a header, and for one that never ends', () => {
		expect(preferredLanguage(null).tag).toBe('en');
		expect(preferredLanguage('x'.repeat(100_000)).tag).toBe('en');
	});
});
