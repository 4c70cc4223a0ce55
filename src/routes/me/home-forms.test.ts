import { describe, expect, test } from 'vitest';
import { FORMS } from '#lib/forms/catalogue/forms.ts';
import type { Facts } from '#lib/forms/definition.ts';
import type { MeetingKind } from '#lib/meetings/kinds.ts';
import { londonInstant as at } from '#lib/language/dates.ts';
import type { HomeView } from '#lib/server/home/views.ts';
import { homeForms } from './home-forms.ts';

const FACTS: Facts = {
	unaccompanied: false,
	age: 15,
	promises: [],
	statuses: ['looked_after'],
	planned: [],
	justHeld: false,
	writeUpDue: false
};

const next = (kind: MeetingKind): Partial<HomeView> => ({
	next: { id: 'next', kind, scheduledAt: at('2026-12-01T10:00'), chair: null, daysAway: 10 },
	facts: { ...FACTS, planned: [kind] }
});

function shown(given: Partial<HomeView> = {}) {
	const home: HomeView = {
		knownAs: 'Amina',
		face: null,
		facts: FACTS,
		next: null,
		meetings: [],
		lastHeld: null,
		drafts: [],
		sent: [],
		requests: [],
		notices: [],
		promises: [],
		...given
	};
	const forms = homeForms(FORMS, home);
	const listed = forms.groups.flatMap((group) => group.forms.map(({ id }) => id));
	return {
		...forms,
		lead: forms.lead?.id ?? null,
		main: forms.main?.id ?? null,
		plan: forms.plan?.id ?? null,
		begun: forms.begun.map(({ form }) => form.id),
		listed
	};
}

const sent = (formId: string, local: string): HomeView['sent'][number] => ({
	id: formId,
	formId,
	title: { shown: formId, english: formId },
	sentAt: at(local),
	state: 'closed',
	meeting: null,
	trail: []
});

describe('what their page offers', () => {
	test.each([
		['looked_after_review', 'before-my-review'],
		['review_conference', 'before-my-conference'],
		['initial_conference', 'before-my-conference'],
		['pathway_review', 'my-pathway-plan']
	] as const)('the next meeting, a %s, has its own form, and can be planned', (kind, form) => {
		const statuses = kind === 'pathway_review' ? ['care_leaver' as const] : FACTS.statuses;
		const meeting = next(kind);
		const facts = { ...FACTS, ...meeting.facts, statuses, age: 17 };
		expect(shown({ ...meeting, facts })).toMatchObject({ main: form, plan: 'plan-my-meeting' });
	});

	test('with no meeting planned there is still something to say, and nothing to plan', () => {
		expect(shown()).toMatchObject({ main: 'before-my-review', plan: null });
		expect(shown().listed).not.toContain('plan-my-meeting');
	});

	test('no form stands there twice', () => {
		for (const home of [shown(), shown(next('review_conference')), shown({ face: 'easy' })]) {
			const all = [...home.listed, home.lead, home.main, home.plan].filter(Boolean);
			expect(new Set(all).size).toBe(all.length);
		}
	});

	test('after a meeting they are asked how it was, until they said so', () => {
		const facts = { ...FACTS, justHeld: true };
		const lastHeld = { id: 'last', kind: 'looked_after_review', heldOn: '2026-11-10' } as const;
		const before = [sent('after-my-review', '2026-05-01T10:00')];
		const after = [sent('after-my-review', '2026-11-12T10:00')];

		expect(shown({ facts, lastHeld }).lead).toBe('after-my-review');
		expect(shown({ facts, lastHeld, sent: before }).lead).toBe('after-my-review');
		expect(shown({ facts, lastHeld, sent: after }).lead).toBeNull();
	});

	test('when the write-up should be there, that is asked first', () => {
		const facts = { ...FACTS, justHeld: true, writeUpDue: true };
		const lastHeld = { id: 'last', kind: 'looked_after_review', heldOn: '2026-10-10' } as const;
		const told = [sent('my-write-up', '2026-11-12T10:00')];

		expect(shown({ facts, lastHeld }).lead).toBe('my-write-up');
		expect(shown({ facts, lastHeld, sent: told }).lead).toBe('after-my-review');
	});

	test('what is begun stands with its meeting, or in the list of what is begun', () => {
		const own = { updatedAt: 1, helped: null };
		const drafts = [
			{ formId: 'before-my-review', ...own },
			{ formId: 'good-news', ...own },
			{ formId: 'about-me', ...own },
			{ formId: 'before-my-review', updatedAt: 1, helped: { togetherId: 't', by: 'Zoe' } }
		];
		// Their own for the meeting is behind its button; what is kept is never “begun”.
		expect(shown({ ...next('looked_after_review'), drafts }).begun).toEqual([
			'good-news',
			'before-my-review'
		]);
	});

	test('the Easy page has the forms that speak Easy, and no others', () => {
		const easy = FORMS.filter(({ faces }) => faces.includes('easy')).map(({ id }) => id);
		const home = shown({ face: 'easy' });
		expect(home.listed.length).toBeGreaterThan(2);
		expect(home.listed.filter((id) => !easy.includes(id))).toEqual([]);
	});
});
