import type { FormPage } from '../forms/definition.ts';
import { begunForm, shellPath, type Begun } from '../offline/begun.ts';
import { keep, postFrom, waiting } from '../offline/outbox.ts';
import { drop } from '../offline/store.ts';
import { createOfflineAnswers } from './offline-answers.ts';
import { addLine, fill, inWords } from './offline-fields.ts';

const AFTER_TYPING_MS = 400;
/** What these ask for only the server can do. */
const NEEDS_CONNECTION = /^(voice|photo|draw|move|star|take):/;

/** A form without a connection: one of its pages at a time, out of the templates that came with the shell. */
export async function startOfflineForm(shell: HTMLElement, author: string): Promise<void> {
	const begun = await begunForm(author, shell.dataset['offlineForm'] ?? '');
	const found = shell.querySelector<HTMLElement>('[data-place]');
	if (!begun || !found) return;
	const place = found;
	const isDrawn = (id: string) => template(shell, `[data-page="${CSS.escape(id)}"]`) !== null;
	const answers = createOfflineAnswers(begun, isDrawn);
	answers.takeWaiting(await waiting(author));

	function go(to: string | null): void {
		const hash = `#${to ?? 'check'}`;
		if (location.hash === hash) void show();
		else location.hash = hash;
	}

	async function show(): Promise<void> {
		const wanted = decodeURIComponent(location.hash.slice(1));
		if (wanted === 'check') return showCheck();
		if (wanted.startsWith('after-'))
			return replaceWith(answers.pageAfter(wanted.slice('after-'.length)));
		const page = answers.pages().find(({ id }) => id === wanted);
		if (page) showPage(page);
		else replaceWith(answers.firstUnsaid());
	}

	function replaceWith(to: string | null): void {
		history.replaceState(null, '', `#${to ?? 'check'}`);
		void show();
	}

	function showPage(page: FormPage): void {
		const around = template(shell, '[data-around]');
		const form = around?.querySelector('form');
		if (!around || !form) return;
		draw(shell, form, page);
		const before = answers.pageBefore(page.id);
		around.querySelector('.back')?.setAttribute('href', before ? `#${before}` : shellStart);
		const all = answers.pages();
		const bar = around.querySelector('progress');
		if (bar) {
			bar.max = all.length;
			bar.value = all.findIndex(({ id }) => id === page.id) + 1;
		}
		let timer = 0;
		form.addEventListener('input', () => {
			clearTimeout(timer);
			timer = window.setTimeout(() => void keepPage(form, page, 'keep'), AFTER_TYPING_MS);
		});
		form.addEventListener('submit', (event) => {
			event.preventDefault();
			clearTimeout(timer);
			const pressed = event.submitter instanceof HTMLButtonElement ? event.submitter.value : 'next';
			void press(form, page, pressed);
		});
		put(around);
	}

	/** The page's controls with what was said, and without what can not be done here. */
	function draw(from: HTMLElement, form: HTMLFormElement, page: FormPage): void {
		const questions = template(from, `[data-page="${CSS.escape(page.id)}"]`);
		const inner = form.querySelector('[data-questions]');
		if (!questions || !inner) return;
		inner.append(questions);
		for (const button of form.querySelectorAll<HTMLButtonElement>('button[name="do"]'))
			if (NEEDS_CONNECTION.test(button.value)) {
				button.remove();
				reveal(form, '[data-needs-connection]');
			}
		for (const question of page.questions) {
			const offered = answers.offeredOn(question);
			if (!offered) continue;
			for (const choice of form.querySelectorAll<HTMLInputElement>(`[name="a-${question.id}"]`))
				if (!offered.includes(choice.value)) choice.closest('.choice')?.remove();
		}
		if (fill(form, answers.fieldsOn(page))) reveal(form, '[data-kept-before]');
		const only = form.querySelector<HTMLInputElement>('[name="chair_only"]');
		if (only) only.checked = answers.forChairOnly(page);
	}

	async function press(form: HTMLFormElement, page: FormPage, pressed: string): Promise<void> {
		if (pressed.startsWith('add:')) {
			await keepPage(form, page, 'keep');
			const start = `a-${pressed.slice('add:'.length)}-`;
			const last = [...form.querySelectorAll('input')].findLast(
				({ name, type }) => name.startsWith(start) && type !== 'hidden' && /-\d+$/.test(name)
			);
			if (last && addLine(form, last.name)) return;
			return void show();
		}
		await keepPage(form, page, pressed);
		const fault = pressed === 'skip' ? null : answers.faultOn(page);
		const words = form.querySelector<HTMLElement>('[data-fault]');
		if (fault && words) {
			words.textContent = shell.dataset[fault === 'required' ? 'required' : 'tooMuch'] ?? '';
			words.hidden = false;
			return;
		}
		go(answers.pageAfter(page.id));
	}

	async function keepPage(form: HTMLFormElement, page: FormPage, pressed: string): Promise<void> {
		const { token, turn, stamps } = answers.drawingOf(page);
		const fields = new URLSearchParams();
		for (const [name, value] of new FormData(form))
			if (typeof value === 'string') fields.append(name, value);
		const own = { author, page_token: token, turn: String(turn + 1), draft: current.sendKey };
		for (const [name, value] of Object.entries({ ...own, ...stamps, do: pressed }))
			fields.set(name, value);
		const path = `/me/say/${current.form.id}/${page.id}`;
		const post = postFrom(path, fields.toString());
		if (!post) return;
		answers.take(page.id, post.body);
		await keep(author, { ...post, title: current.title });
		dispatchEvent(new Event('sayso:kept'));
	}

	async function showCheck(): Promise<void> {
		const check = template(shell, '[data-check]');
		const list = check?.querySelector('[data-said]');
		if (!check || !list) return;
		for (const page of answers.pages()) {
			const row = rowFor(page);
			if (row) list.append(row);
		}
		if (list.childElementCount === 0) reveal(check, '[data-nothing]');
		const on = answers.firstUnsaid();
		const goOn = check.querySelector<HTMLAnchorElement>('[data-go-on]');
		if (on) goOn?.setAttribute('href', `#${on}`);
		else goOn?.remove();
		const sending = (await waiting(author)).find(({ id }) => id === current.sendKey);
		for (const one of check.querySelectorAll<HTMLElement>('[data-not-pressed]'))
			one.hidden = sending !== undefined || list.childElementCount === 0;
		if (sending) reveal(check, '[data-pressed]');
		check.querySelector('[data-send]')?.addEventListener('click', () => void pressSend());
		check.querySelector('[data-unsend]')?.addEventListener('click', () => {
			if (sending) void drop(sending).then(keptAnew);
		});
		put(check);
	}

	async function pressSend(): Promise<void> {
		const path = `/me/say/${current.form.id}/send`;
		const post = postFrom(path, new URLSearchParams({ send_key: current.sendKey }).toString());
		if (post) await keep(author, { ...post, title: current.title });
		await keptAnew();
	}

	async function keptAnew(): Promise<void> {
		dispatchEvent(new Event('sayso:kept'));
		await showCheck();
	}

	/** What was said on a page, read off its own controls; null where nothing was. */
	function rowFor(page: FormPage): DocumentFragment | null {
		const form = document.createElement('form');
		const inner = document.createElement('div');
		inner.dataset['questions'] = '';
		form.append(inner);
		draw(shell, form, page);
		const words = inWords(form);
		const row = template(shell, '[data-row]');
		if (!row || words === '' || !answers.isSaid(page)) return null;
		const title = row.querySelector('[data-title]');
		if (title) title.textContent = form.querySelector('h1')?.textContent ?? '';
		const answer = row.querySelector('[data-answer]');
		if (answer) answer.textContent = words;
		row.querySelector('a')?.setAttribute('href', `#${page.id}`);
		return row;
	}

	function put(content: DocumentFragment): void {
		place.replaceChildren(content);
		scrollTo(0, 0);
		place.querySelector<HTMLElement>('[data-takes-focus]')?.focus();
	}

	const current: Begun = begun;
	const shellStart = `${shellPath(begun.form.id)}#check`;
	addEventListener('hashchange', () => void show());
	await show();
}

function template(within: ParentNode, selector: string): DocumentFragment | null {
	const found = within.querySelector<HTMLTemplateElement>(`template${selector}`);
	return found ? (found.content.cloneNode(true) as DocumentFragment) : null;
}

function reveal(within: ParentNode, selector: string): void {
	const found = within.querySelector<HTMLElement>(selector);
	if (found) found.hidden = false;
}
