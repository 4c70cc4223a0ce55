const WITHIN_MS = 10_000;

/** A form is posted once, however often its button is pressed; the page comes back usable from the browser's memory. */
export function startOnce(): void {
	for (const form of document.querySelectorAll<HTMLFormElement>(
		'form[data-once], form[data-autosave]'
	)) {
		let posted = false;
		form.addEventListener('submit', (event) => {
			if (posted) {
				event.preventDefault();
				return;
			}
			posted = true;
			// A post that was stopped on its way can be tried again.
			setTimeout(() => (posted = false), WITHIN_MS);
			const busy = form.querySelector<HTMLElement>('[data-busy]');
			if (busy) busy.textContent = busy.dataset['busy'] ?? '';
		});
		addEventListener('pageshow', (event) => {
			if (event.persisted) posted = false;
		});
	}
}
