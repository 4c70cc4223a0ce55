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
	picture: 'star',
	group: 'tell',
	goesTo: 'chair',
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

test('what is folded away stands below its question, on the same page', () => {
	const folded = { id: '2', type: 'say', under: '1' } as const;
	const asked = { id: '1', type: 'yes_no' } as const;
	expect(faultsOf(form(page({ questions: [asked, folded] })))).toEqual([]);
	expect(faultsOf(form(page({ questions: [folded, asked] })))[0]).toMatch(/not above it/);
	expect(faultsOf(form(page({}), page({ id: 'two', questions: [folded] })))[0]).toMatch(
		/not above it/
	);
	const twice = { id: '3', type: 'words', under: '2' } as const;
	expect(faultsOf(form(page({ questions: [asked, folded, twice] })))[0]).toMatch(/folded twice/);
});

test('a request is asked for only at what can be answered', () => {
	const asks = page({
		questions: [{ id: '1', type: 'yes_no', asks: { when: ['maybe'], kind: 'advocate' } }]
	});
	expect(faultsOf(form(asks))[0]).toMatch(/cannot be answered/);
});

test('whoever is to be locked out is offered by name', () => {
	const locks = page({ questions: [{ id: '1', type: 'people', locksOut: true }] });
	expect(faultsOf(form(locks))[0]).toMatch(/nobody of the staff/);
});

test('there is something to protect before it is asked what', () => {
	const protects = page({ questions: [{ id: '1', type: 'protect' }] });
	expect(faultsOf(form(protects))[0]).toMatch(/no answer before it/);
});

test('what is only kept goes to nobody and raises nothing', () => {
	const kept = page({
		questions: [
			{ id: '1', type: 'yes_no', alert: { when: ['no'], kind: 'not_safe' } },
			{ id: '2', type: 'audience' }
		]
	});
	expect(faultsOf({ ...form(kept), goesTo: 'kept' })).toHaveLength(2);
});
