import { forgetEverything } from '../offline/forget.ts';

const PRESSES = 3;
const WITHIN_MS = 5000;

/** “Leave now” by tap, or by three presses of Shift: the page is covered before anything else happens. */
export function startLeaving(): void {
	const link = document.querySelector<HTMLAnchorElement>('a[data-leave]');
	if (!link) return;
	const { href } = link;
	const words = link.dataset['leaving'] ?? '';

	function leave(): void {
		cover(words);
		setLeft(true);
		void forgetEverything().finally(() => location.replace(href));
	}

	// Who left without a connection is still signed in. The first page that comes ends that, before it shows anything.
	if (hasLeft()) {
		if (document.querySelector('meta[name="phone"]:not([content="kept"])')) leave();
		else setLeft(false);
	}

	link.addEventListener('click', (event) => {
		event.preventDefault();
		leave();
	});

	let presses: number[] = [];
	let alone = false;
	addEventListener('keydown', (event) => {
		// Shift held down repeats, and Shift with a letter writes a capital: neither asks to leave.
		alone = event.key === 'Shift' && !event.repeat;
		if (event.key !== 'Shift') presses = [];
	});
	addEventListener('keyup', (event) => {
		if (event.key !== 'Shift' || !alone) return;
		alone = false;
		presses = [...presses.filter((at) => event.timeStamp - at < WITHIN_MS), event.timeStamp];
		if (presses.length >= PRESSES) leave();
	});

	// Back out of the neutral page may show this one as it was left, from the browser's memory: it asks the server anew.
	addEventListener('pageshow', (event) => {
		if (!event.persisted) return;
		presses = [];
		if (document.querySelector('.cover')) {
			location.reload();
		}
	});
}

const LEFT = 'left';

function hasLeft(): boolean {
	try {
		return localStorage.getItem(LEFT) !== null;
	} catch {
		return false;
	}
}

function setLeft(left: boolean): void {
	try {
		if (left) localStorage.setItem(LEFT, '1');
		else localStorage.removeItem(LEFT);
	} catch {
		// A browser that keeps nothing keeps this neither.
	}
}

/** Opaque, over everything, and said aloud. */
function cover(words: string): void {
	const sheet = document.createElement('div');
	sheet.className = 'cover';
	sheet.setAttribute('role', 'alert');
	document.body.replaceChildren(sheet);
	document.title = '…';
	sheet.textContent = words;
}
