/** Print buttons are hidden where there is no JavaScript to press them: the browser's own menu prints as well. */
export function startPrinting(): void {
	for (const button of document.querySelectorAll<HTMLButtonElement>('button[data-print]')) {
		button.hidden = false;
		button.addEventListener('click', () => {
			print();
		});
	}
}
