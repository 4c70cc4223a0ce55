import { expect, test } from 'vitest';
import { onBothEngines } from '../../../../tests/support/engines.ts';
import { addYoungPerson } from '../../../../tests/support/people.ts';
import { SAMPLE } from '../../../../tests/support/sample-form.ts';
import { createDrafts } from './drafts.ts';

const formOf = (id: string) => (id === SAMPLE.id ? SAMPLE : undefined);

onBothEngines('what waited on a phone without a connection', (engine) => {
	async function begun() {
		const app = await engine.open();
		const { actor } = await addYoungPerson(app);
		const drafts = createDrafts(app, formOf);
		const { author } = await drafts.open(actor, 'sample');
		await drafts.begin(actor, { formId: 'sample', face: 'standard', language: 'en' });
		const draftKey = (await drafts.open(actor, 'sample')).draft?.sendKey ?? '';
		const late = {
			formId: 'sample',
			pageId: 'home',
			fields: { 'a-1': ['5'], 'a-2': ['Good'] },
			intent: 'next' as const,
			language: 'en',
			author,
			pageToken: 'page-1',
			turn: 1,
			stamps: {},
			choices: {},
			chairOnly: null,
			draftKey
		};
		return { actor, drafts, late };
	}

	test('gets into the draft it was written for, and once however often it comes', async () => {
		const { actor, drafts, late } = await begun();

		const first = await drafts.save(actor, late);
		const again = await drafts.save(actor, late);

		expect(first).toMatchObject({ kept: true });
		expect(again).toEqual(first);
	});

	test('gets into no later draft, and begins none, unseen', async () => {
		const { actor, drafts, late } = await begun();
		await drafts.remove(actor, 'sample');

		await expect(drafts.save(actor, late)).rejects.toMatchObject({
			kind: 'conflict',
			code: 'draft_gone'
		});
		expect((await drafts.open(actor, 'sample')).draft).toBeNull();
		await drafts.begin(actor, { formId: 'sample', face: 'standard', language: 'en' });
		await expect(drafts.save(actor, late)).rejects.toMatchObject({ code: 'draft_gone' });
	});

	test('may be put into a new draft by its author, who was shown it', async () => {
		const { actor, drafts, late } = await begun();
		await drafts.remove(actor, 'sample');

		expect(await drafts.save(actor, { ...late, draftKey: '' })).toMatchObject({ kept: true });
	});
});
