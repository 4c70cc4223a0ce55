const AFTER_TYPING_MS = 1200;
const FIRST_RETRY_MS = 4000;
const LAST_RETRY_MS = 60_000;

/**
 * Keeps a question page while somebody writes: a moment after they pause, and when the page is put away. Sends the
 * page's own form, so that nothing is kept differently from what “Next” keeps.
 */
export function startAutosave(): void {
	const form = document.querySelector<HTMLFormElement>('form[data-autosave]');
	const line = form?.querySelector<HTMLElement>('[data-kept-line]');
	const turn = form?.querySelector<HTMLInputElement>('input[name="turn"]');
	if (!form || !line || !turn) return;

	// Browsers write what stands in a form to the disk, in clear, for when the tab is opened again. Ours keeps it better.
	form.autocomplete = 'off';
	let timer = 0;
	let retryAfter = FIRST_RETRY_MS;
	let changed = false;
	let sending = false;
	let leaving = false;
	/** Another window wrote the same answer: only the page itself can ask which one to keep. */
	let blocked = false;
	/** The server could not be reached, and nothing here keeps the words meanwhile. */
	let alone = false;

	function say(words: string | undefined, wrong = false): void {
		if (!line || line.textContent.trim() === words) return;
		line.textContent = words ?? '';
		line.classList.toggle('wrong', wrong);
	}

	function later(ms: number): void {
		clearTimeout(timer);
		timer = window.setTimeout(() => void keep(false), ms);
	}

	async function keep(closing: boolean): Promise<void> {
		if (!form || !turn || !changed || leaving || blocked || (sending && !closing)) return;
		clearTimeout(timer);
		changed = false;
		sending = true;
		turn.value = String(Number(turn.value) + 1);
		const body = new URLSearchParams();
		for (const [name, value] of new FormData(form))
			if (typeof value === 'string') body.append(name, value);
		body.set('do', 'keep');
		if (!closing) say(form.dataset['keeping']);
		try {
			const response = await fetch(form.action || location.href, {
				method: 'POST',
				body,
				headers: { accept: 'application/json', 'x-sveltekit-action': 'true' },
				keepalive: closing,
				credentials: 'same-origin'
			});
			settle((await response.json()) as { type?: string; status?: number; data?: string });
		} catch {
			failed();
			alone = true;
			say(form.dataset['stay'], true);
		}
		sending = false;
		if (changed && !blocked) later(AFTER_TYPING_MS);
	}

	function settle(result: { type?: string; status?: number; data?: string }): void {
		if (!form) return;
		alone = false;
		if (result.type === 'kept_here') {
			// The worker has it, and sends it (`offline/worker.ts`).
			say(form.dataset['keptHere']);
			dispatchEvent(new Event('sayso:kept'));
		} else if (result.type === 'success') {
			retryAfter = FIRST_RETRY_MS;
			say(form.dataset['kept']);
		} else if (result.data?.includes('answer_changed_elsewhere')) {
			blocked = true;
			say(form.dataset['changed'], true);
		} else if (result.type === 'failure' && result.status === 422) {
			// Something on the page cannot be taken as it is: “Next” says what.
			say(form.dataset['notKept'], true);
		} else failed();
	}

	function failed(): void {
		changed = true;
		say(form?.dataset['notKept'], true);
		later(retryAfter);
		retryAfter = Math.min(retryAfter * 2, LAST_RETRY_MS);
	}

	form.addEventListener('input', () => {
		changed = true;
		later(AFTER_TYPING_MS);
	});
	addEventListener('pagehide', () => void keep(true));
	document.addEventListener('visibilitychange', () => {
		if (document.visibilityState === 'hidden') void keep(true);
	});
	addEventListener('online', () => void keep(false));
	form.addEventListener('submit', (event) => {
		if (alone) {
			// Going on would lose the page and all that is on it.
			event.preventDefault();
			event.stopImmediatePropagation();
			const button = event.submitter;
			changed = true;
			void keep(false).then(() => {
				if (!alone) form.requestSubmit(button);
			});
			return;
		}
		// What is posted now is the newest there is of this page.
		turn.value = String(Number(turn.value) + 1);
		leaving = true;
		clearTimeout(timer);
	});
	addEventListener('pageshow', (event) => {
		if (event.persisted) leaving = false;
	});
}
