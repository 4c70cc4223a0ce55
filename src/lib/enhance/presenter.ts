/**
 * What JavaScript adds to a meeting shown on a screen: arrow keys, the place on the page for whoever listens, and a
 * quiet count of the minutes spent on each thing. The steps themselves are links within the page.
 */
export function startPresenter(root: HTMLElement): void {
	const slides = [...root.querySelectorAll<HTMLElement>('[data-slide]')];
	const spent = new Map<string, number>();
	let since = Date.now();
	let at = indexOf(current());

	function current(): HTMLElement | undefined {
		return slides.find(({ id }) => `#${id}` === location.hash) ?? slides[0];
	}

	/** The same step in either language is one thing to spend time on. */
	function moved(): void {
		const slide = current();
		if (!slide) return;
		const next = indexOf(slide);
		if (next !== at) {
			spent.set(at, spentOn(at));
			since = Date.now();
			at = next;
		}
		drawTime();
		slide.querySelector<HTMLElement>('h2')?.focus();
	}

	function spentOn(index: string): number {
		return (spent.get(index) ?? 0) + (index === at ? Date.now() - since : 0);
	}

	function drawTime(): void {
		for (const slide of slides) {
			const time = slide.querySelector('[data-time]');
			if (time) time.textContent = minutes(spentOn(indexOf(slide)), slide.lang);
		}
	}

	addEventListener('hashchange', moved);
	addEventListener('keydown', (event) => {
		const slide = current();
		const step = slide && !isForSomethingElse(event) ? stepFor(event.key, slide.dir) : null;
		const link = step && slide?.querySelector<HTMLAnchorElement>(`[data-step="${step}"]`);
		if (!link) return;
		event.preventDefault();
		link.click();
	});

	startTimer(root);
	drawTime();
	setInterval(drawTime, 1000);
}

const indexOf = (slide: HTMLElement | undefined): string => slide?.dataset['slide'] ?? '';

/** The browser's own keys stay the browser's. */
function isForSomethingElse(event: KeyboardEvent): boolean {
	const pressed = event.altKey || event.ctrlKey || event.metaKey || event.shiftKey;
	return pressed || event.defaultPrevented;
}

/** The arrow that points the way one reads goes on; so do the keys of a clicker. */
function stepFor(key: string, direction: string): 'next' | 'back' | null {
	const [onward, backward] =
		direction === 'rtl' ? ['ArrowLeft', 'ArrowRight'] : ['ArrowRight', 'ArrowLeft'];
	if (key === onward || key === 'PageDown') return 'next';
	return key === backward || key === 'PageUp' ? 'back' : null;
}

/** Whole minutes, said as the language says them. It never turns red and never asks for anything. */
function minutes(milliseconds: number, language: string): string {
	const count = Math.floor(milliseconds / 60_000);
	return new Intl.NumberFormat(`${language}-u-nu-latn`, {
		style: 'unit',
		unit: 'minute',
		unitDisplay: 'long'
	}).format(count);
}

/** Shown in every slide or in none. */
function startTimer(root: HTMLElement): void {
	const switches = [...root.querySelectorAll<HTMLButtonElement>('[data-timer-switch]')];
	let shown = true;
	for (const timer of root.querySelectorAll<HTMLElement>('[data-timer]')) timer.hidden = false;
	for (const button of switches)
		button.addEventListener('click', () => {
			shown = !shown;
			for (const time of root.querySelectorAll<HTMLElement>('[data-timer-shown]'))
				time.hidden = !shown;
			for (const one of switches) one.textContent = one.dataset[shown ? 'hide' : 'show'] ?? '';
		});
}
