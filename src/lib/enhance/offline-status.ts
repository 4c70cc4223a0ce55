import type { Drained } from '../offline/drain.ts';
import { deleteWaiting, waiting, type Waiting } from '../offline/outbox.ts';
import { drop, KEPT_FOR_MS } from '../offline/store.ts';

const box = () => document.querySelector<HTMLElement>('[data-unsent]');

/** “Not sent yet”, with what waits, sending it now and deleting it; and what signing out would delete. */
export function startStatus(author: string, sendWaiting: () => Promise<boolean>): void {
	const section = box();
	const told = section?.querySelector<HTMLElement>('[data-told]');
	section?.querySelector('[data-send-now]')?.addEventListener('click', () => {
		void sendWaiting().then((all) => {
			if (told) told.textContent = all ? '' : (told.dataset['noConnection'] ?? '');
		});
	});
	section?.querySelector('[data-delete]')?.addEventListener('click', () => {
		void deleteWaiting(author).then(async () => showWaiting(await waiting(author)));
	});
}

/** One line a form. What needs its author's look says why. */
export function showWaiting(all: readonly Waiting[]): void {
	const section = box();
	const list = section?.querySelector('[data-waiting]');
	const template = section?.querySelector('template');
	if (!section || !list || !template) return;
	section.hidden = all.length === 0;
	// In the middle of answering, one line of it is enough.
	const more = section.querySelector<HTMLDetailsElement>('[data-more]');
	const answering = document.querySelector('form[data-autosave], [data-offline-form]') !== null;
	if (more && (!answering || all.some(({ value }) => value.trouble))) more.open = true;
	const formIds = [...new Set(all.map(({ value }) => value.formId))];
	list.replaceChildren(
		...formIds.map((formId) => {
			const its = all.filter(({ value }) => value.formId === formId);
			const row = template.content.cloneNode(true) as DocumentFragment;
			fillRow(row, its);
			return row;
		})
	);
}

function fillRow(row: DocumentFragment, its: readonly Waiting[]): void {
	const at = Math.max(...its.map((one) => one.at));
	const troubled = its.find(({ value }) => value.trouble);
	const pressed = its.some(({ value }) => value.kind === 'send');
	write(row, '[data-title]', its.find(({ value }) => value.title)?.value.title ?? '');
	write(row, '[data-at]', momentOf(at));
	write(row, '[data-until]', momentOf(Math.min(...its.map((one) => one.at)) + KEPT_FOR_MS));
	row.querySelector(pressed ? '[data-answers]' : '[data-pressed]')?.remove();
	if (!troubled) return;
	const words = row.querySelector<HTMLElement>(`[data-trouble="${troubled.value.trouble}"]`);
	if (words) words.hidden = false;
	const look = row.querySelector<HTMLElement>('[data-look]');
	if (!look) return;
	look.hidden = false;
	look.addEventListener('click', () => void lookAt(troubled));
}

/**
 * Posts it as its page would, and comes to that page: it shows what is wrong, with all that was typed. It is dropped once
 * the page went through (`offline/worker.ts`).
 */
async function lookAt(one: Waiting): Promise<void> {
	const { kind, formId, path, body, trouble } = one.value;
	if (kind === 'send') {
		await drop(one);
		location.assign(trouble === 'draft_changed' ? `/me/say/${formId}` : path);
		return;
	}
	const form = document.createElement('form');
	form.method = 'post';
	form.action = `${path}?waited=${encodeURIComponent(one.id)}`;
	const fields = new URLSearchParams(body);
	if (trouble === 'draft_gone') fields.delete('draft');
	fields.append('waited', one.id);
	for (const [name, value] of fields) {
		const field = document.createElement('input');
		Object.assign(field, { type: 'hidden', name, value });
		form.append(field);
	}
	document.body.append(form);
	form.submit();
}

/** Says that there is a connection again, where something had waited. */
export function showTaken({ taken, sentAt }: Drained): void {
	const note = document.querySelector<HTMLElement>('[data-back-again]');
	if (!note || taken === 0) return;
	note.hidden = false;
	for (const words of note.querySelectorAll<HTMLElement>('[data-all-kept], [data-all-sent]'))
		words.hidden = 'allSent' in words.dataset ? sentAt === null : sentAt !== null;
	const link = note.querySelector('a');
	const shell = document.querySelector<HTMLElement>('[data-offline-form]');
	const page = location.hash.slice(1);
	const here = shell && `/me/say/${shell.dataset['offlineForm']}/${page || 'check'}`;
	link?.setAttribute('href', sentAt ?? here ?? '/me');
	// On a page that came from the server there is nothing to go on to.
	if (link) link.hidden = sentAt === null && !shell;
}

/** As the server writes them (`language/dates.ts`). */
const DATES_IN: Readonly<Record<string, string>> = { en: 'en-GB' };

const momentOf = (at: number): string =>
	new Intl.DateTimeFormat(
		DATES_IN[document.documentElement.lang] ?? document.documentElement.lang,
		{
			weekday: 'long',
			day: 'numeric',
			month: 'long',
			hour: 'numeric',
			minute: '2-digit',
			numberingSystem: 'latn',
			hourCycle: 'h23'
		}
	).format(at);

function write(row: DocumentFragment, selector: string, words: string): void {
	const element = row.querySelector(selector);
	if (element) element.textContent = words;
}
