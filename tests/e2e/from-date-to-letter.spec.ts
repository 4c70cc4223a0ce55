import { londonDate } from '../../src/lib/language/dates.ts';
import { addDays } from '../../src/lib/meetings/working-days.ts';
import type { Answer } from '../../src/lib/forms/answers.ts';
import { sendStatement } from '../support/drafts.ts';
import type { RunningServer } from '../support/server.ts';
import { throughTheBackDoor, youngPersonId } from './support/back-door.ts';
import { signIn, staffSignIn } from './support/journeys.ts';
import {
	agree,
	decide,
	hold,
	sendLetter,
	sendToManagers,
	tookPart,
	type AtMeeting
} from './support/meeting-steps.ts';
import { expect, test } from './support/site.ts';
import { wordsIn, WRITTEN } from './support/words.ts';

const TODAY = londonDate(Date.now());
const SOON = addDays(TODAY, 14);
/** Staff read English; whose meeting it is reads the language of the run. */
const desks = wordsIn('en');

/** Somebody of the demo council sends a form as their own pages would. @returns which meeting it found */
const sends = (
	site: RunningServer,
	ref: string,
	formId: string,
	answers: Readonly<Record<string, Answer>>
): Promise<AtMeeting> =>
	throughTheBackDoor(site, async (app) => {
		const id = await youngPersonId(app, ref);
		const actor = { kind: 'young_person', id, accountId: '' } as const;
		const { meeting } = await sendStatement(app, { id, actor }, { formId, answers });
		return { id, meetingId: meeting?.id ?? '' };
	});

const starred = (text: string): Answer => ({ kind: 'star', starred: 'this', text, pictures: [] });

test('a looked-after review goes from its date to the letter', async ({
	page,
	anotherDevice,
	look,
	site,
	reads,
	t
}) => {
	test.slow();
	const sam = await anotherDevice({ reads: 'en', width: 1280 });
	await staffSignIn(sam, desks, 'Sam');
	await sam.goto('/desk/meetings/new');
	await sam.getByRole('link', { name: 'Kai Morrison' }).click();
	await sam.getByLabel(desks('diary:form.date'), { exact: true }).fill(addDays(TODAY, 3));
	await sam.getByLabel(desks('diary:form.time'), { exact: true }).fill('15:30');
	await sam.getByLabel(desks('diary:form.how'), { exact: true }).selectOption('video');
	await sam.getByLabel(desks('diary:form.link')).fill('https://meet.example/kai');
	await look(sam);
	await sam.getByRole('button', { name: desks('diary:new.make') }).click();
	await expect(sam).toHaveURL(/\/desk\/meetings\/[0-9a-f-]{36}/);
	await look(sam);

	await signIn(page, t, 'Kai');
	await page.getByRole('main').locator('a[href*="/me/meeting/"]').first().click();
	await expect(page.locator('a[href="https://meet.example/kai"]')).toBeVisible();
	await look(page);
	const kai = await sends(site, 'EB-1007', 'before-my-review', { '23': starred(WRITTEN[reads]) });
	expect(sam.url()).toContain(kai.meetingId);

	await sam.goto(`/desk/meetings/${kai.meetingId}/brief/${kai.id}`);
	await expect(sam.getByText(WRITTEN[reads]).first()).toBeVisible();
	await look(sam);
	await decide(sam, desks, kai, {
		point: WRITTEN[reads],
		decided: 'He sees his brother every Sunday.',
		dueOn: SOON
	});
	await hold(sam, desks, kai, TODAY);
	await tookPart(sam, desks, kai);
	await sendToManagers(sam, desks, kai);
	const david = await anotherDevice({ reads: 'en', width: 1280 });
	await staffSignIn(david, desks, 'David');
	await agree(david, desks, kai);
	await sendLetter(sam, desks, kai, 'Thank you for coming, Kai.');

	await page.goto('/me');
	await page.getByRole('link', { name: t('letters:notice_read') }).click();
	await expect(page.locator('article.letter')).toContainText('He sees his brother every Sunday.');
	await look(page);
	await sam.goto(`/desk/meetings/${kai.meetingId}`);
	await look(sam);
});

test('a conference of a sister and a brother ends in a letter for each', async ({
	page,
	anotherDevice,
	look,
	site,
	t
}) => {
	test.slow();
	const hers = 'Zebrafish lantern: I want to stay at my school';
	const his = 'Zebrafish lantern: I want to keep my dog';
	const ruth = await sends(site, 'EB-1005', 'before-my-conference', { '12': starred(hers) });
	const eli = await sends(site, 'EB-1006', 'before-my-conference', { '12': starred(his) });
	expect(eli.meetingId).toBe(ruth.meetingId);

	const helen = await anotherDevice({ reads: 'en', width: 1280 });
	await staffSignIn(helen, desks, 'Helen');
	for (const [child, own, other] of [
		[ruth, hers, his],
		[eli, his, hers]
	] as const) {
		await helen.goto(`/desk/meetings/${child.meetingId}/brief/${child.id}`);
		await expect(helen.getByText(own).first()).toBeVisible();
		await expect(helen.getByText(other)).toHaveCount(0);
		await decide(helen, desks, child, { point: own, decided: `Yes: ${own}`, dueOn: SOON });
		await expect(helen.getByText(other)).toHaveCount(0);
	}
	await look(helen);
	await hold(helen, desks, ruth, TODAY);
	await tookPart(helen, desks, ruth);
	await tookPart(helen, desks, eli);
	await sendToManagers(helen, desks, ruth);
	const david = await anotherDevice({ reads: 'en', width: 1280 });
	await staffSignIn(david, desks, 'David');
	await agree(david, desks, ruth);
	await sendLetter(helen, desks, ruth, 'Dear Ruth, thank you.');
	await sendLetter(helen, desks, eli, 'Dear Eli, thank you.');

	await signIn(page, t, 'Ruth');
	await page.getByRole('link', { name: t('letters:notice_read') }).click();
	await expect(page.locator('article.letter')).toContainText(`Yes: ${hers}`);
	await expect(page.getByText(his)).toHaveCount(0);
	await page.goto(`/me/meeting/${ruth.meetingId}`);
	await expect(page.getByText(his)).toHaveCount(0);
	await look(page);
});

test('a pathway plan review goes from its date to the letter', async ({
	page,
	anotherDevice,
	look,
	site,
	reads,
	t
}) => {
	test.slow();
	const tomasz = await sends(site, 'EB-1004', 'my-pathway-plan', { '14': starred(WRITTEN[reads]) });
	const priya = await anotherDevice({ reads: 'en', width: 1280 });
	await staffSignIn(priya, desks, 'Priya');
	await priya.goto('/desk/meetings');
	await look(priya);
	await decide(priya, desks, tomasz, {
		point: WRITTEN[reads],
		decided: 'The council pays the deposit.',
		dueOn: SOON
	});
	await hold(priya, desks, tomasz, TODAY);
	await sendToManagers(priya, desks, tomasz);
	const david = await anotherDevice({ reads: 'en', width: 1280 });
	await staffSignIn(david, desks, 'David');
	await agree(david, desks, tomasz);
	await sendLetter(priya, desks, tomasz, 'Good to talk to you.');

	await signIn(page, t, 'Tomasz');
	await page.getByRole('link', { name: t('letters:notice_read') }).click();
	await expect(page.locator('article.letter')).toContainText('The council pays the deposit.');
	await look(page);
});
