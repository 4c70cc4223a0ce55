/** What is read of a part of a page, in the order it stands: the smallest of these that hold words. */
const READ = 'h1, h2, h3, p, li, dt, dd, label, legend, summary';

/**
 * Reads questions aloud, with a voice the device has for the page's language. Voices that live on somebody else's
 * computer are passed over: no page of ours asks anybody else for anything. Never by itself, unless somebody set it so.
 */
export function startReadAloud(buttons: readonly HTMLElement[]): void {
	const { lang, dataset } = document.documentElement;
	const wish = dataset['readAloud'];
	if (wish === 'off' || !('speechSynthesis' in globalThis)) return;
	let speaking: HTMLElement | null = null;
	let shown = false;

	const voiceHere = (): SpeechSynthesisVoice | undefined =>
		speechSynthesis
			.getVoices()
			.find(
				(voice) =>
					voice.localService && voice.lang.toLowerCase().split(/[-_]/)[0] === lang.split('-')[0]
			);

	function show(button: HTMLElement | null): void {
		speaking = button;
		for (const one of buttons) {
			const words = one.querySelector('[data-words]');
			const now = one === speaking ? one.dataset['stop'] : one.dataset['listen'];
			if (words && words.textContent !== now) words.textContent = now ?? '';
		}
	}

	function stop(): void {
		speechSynthesis.cancel();
		show(null);
	}

	/** One button's part after the other. */
	function speak(from: readonly HTMLElement[]): void {
		speechSynthesis.cancel();
		const [button, ...later] = from;
		const pieces = button ? piecesOf(button.closest<HTMLElement>('[data-aloud-part]')) : [];
		if (!button || pieces.length === 0) return show(null);
		show(button);
		for (const [index, piece] of pieces.entries()) {
			const utterance = new SpeechSynthesisUtterance(piece);
			utterance.lang = lang;
			utterance.voice = voiceHere() ?? null;
			if (index === pieces.length - 1)
				utterance.addEventListener('end', () => {
					if (speaking === button) speak(later);
				});
			speechSynthesis.speak(utterance);
		}
	}

	function begin(): void {
		if (shown || !voiceHere()) return;
		shown = true;
		for (const button of buttons) {
			button.hidden = false;
			button.addEventListener('click', () => (speaking === button ? stop() : speak([button])));
		}
		if (wish === 'always') speak(buttons);
	}

	begin();
	// Browsers find their voices a moment after the page is there.
	speechSynthesis.addEventListener('voiceschanged', begin);
	addEventListener('pagehide', stop);
}

/** The sentences of a part that can be seen now. */
function piecesOf(part: HTMLElement | null): string[] {
	return [...(part?.querySelectorAll<HTMLElement>(READ) ?? [])].flatMap((element) => {
		const words = element.innerText.replace(/\s+/g, ' ').trim();
		const holdsOthers = element.querySelector(READ) !== null;
		return holdsOthers || words === '' || element.getClientRects().length === 0 ? [] : words;
	});
}
