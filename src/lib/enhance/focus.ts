/** An error summary takes focus. So does the heading after a step, when the page asks for it. */
export function startFocus(): void {
	const target = document.querySelector<HTMLElement>('[data-takes-focus]');
	if (!target || location.hash !== '') return;
	if (!target.hasAttribute('tabindex')) target.tabIndex = -1;
	target.focus();
}
