import { expect, test } from 'vitest';
import { SAMPLE } from '../../../tests/support/sample-form.ts';
import type { Form, FormPage } from './definition.ts';
import { faultsOf } from './definition-check.ts';

const page = (given: Partial<FormPage>): FormPage => ({
	id: 'one',
	section: 's',
	faces: ['standard'],
	questions: [{ id: '1', type: 'yes_no' }],
	...given
});
const form = (...pages: FormPage[]): Form => ({
	id: 'f',
	version: 1,
	faces: ['standard', 'easy'],
	pages
});

test('the sample form has no fault', () => {
	expect(faultsOf(SAMPLE)).toEqual([]);
});

test('a condition may only name a question asked before it', () => {
	const later = page({ when: { question: '2', is: ['yes'] } });
	expect(faultsOf(form(later))[0]).toMatch(/names 2/);
});

test('a question is asked once in a face, and may stand on another page of another face', () => {
	const again = page({ id: 'two' });
	expect(faultsOf(form(page({}), again))).toEqual(['question 1: asked twice in one face']);
	expect(faultsOf(form(page({}), { ...again, faces: ['easy'] }))).toEqual([]);
});

test('page ids are unique and none of the form’s own pages', () => {
	expect(faultsOf(form(page({ id: 'check' })))[0]).toMatch(/reserved/);
	expect(faultsOf(form(page({}), page({}))).join()).toMatch(/used twice/);
});

test('an alert waits only for what can be answered', () => {
	const asks = page({
		questions: [{ id: '1', type: 'yes_no', alert: { when: ['never'], kind: 'not_safe' } }]
	});
	expect(faultsOf(form(asks))[0]).toMatch(/cannot be answered/);
});
