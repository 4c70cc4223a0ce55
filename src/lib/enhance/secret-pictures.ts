/** Tapping a picture writes its word into the field here, instead of asking the server to. */
export function startSecretPictures(): void {
	for (const secret of document.querySelectorAll<HTMLElement>('[data-secret]')) {
		const field = secret.querySelector<HTMLInputElement>('input');
		if (!field) continue;
		const write = (words: string[]) => {
			field.value = words.join(' ');
			field.dispatchEvent(new Event('input', { bubbles: true }));
		};
		const words = () => field.value.split(/[\s,،]+/u).filter(Boolean);

		secret.addEventListener('click', (event) => {
			const button = event.target instanceof Element && event.target.closest('button');
			if (!button) return;
			const word = button.dataset['word'];
			if (word === undefined && button.dataset['undo'] === undefined) return;
			event.preventDefault();
			write(word === undefined ? words().slice(0, -1) : [...words(), word]);
			say(secret, field.value);
		});
	}
}

/** For those who listen: the field changed while they stood on a button. */
function say(secret: HTMLElement, words: string): void {
	let status = secret.querySelector('[role="status"]');
	if (!status) {
		status = document.createElement('p');
		status.className = 'visually-hidden';
		status.setAttribute('role', 'status');
		secret.append(status);
	}
	status.textContent = words;
}
