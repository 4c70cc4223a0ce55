import { beginRecording, canRecord, type Recording } from './voice-recording.ts';

const LOOK_MS = 100;

/** The voice note page: record, pause, listen, record again, keep. What was recorded stays until it is kept. */
export function startVoice(form: HTMLFormElement): void {
	const part = <T extends HTMLElement>(name: string) => form.querySelector<T>(`[data-${name}]`);
	const record = part<HTMLButtonElement>('record');
	const pause = part<HTMLButtonElement>('pause');
	const resume = part<HTMLButtonElement>('resume');
	const stop = part<HTMLButtonElement>('stop');
	const again = part<HTMLButtonElement>('again');
	const keep = part<HTMLButtonElement>('keep');
	const running = part('running');
	const made = part('made');
	const time = part('time');
	const level = part<HTMLMeterElement>('level');
	const told = part('told');
	const listen = form.querySelector('audio');
	if (!record || !pause || !resume || !stop || !again || !keep) return;
	if (!running || !made || !time || !level || !told || !listen || !canRecord()) return;

	const most = Number(form.dataset['seconds']) * 1000;
	const refusals = JSON.parse(form.dataset['refusals'] ?? '{}') as Record<string, string>;
	let recording: Recording | null = null;
	let note: Blob | null = null;
	let elapsed = 0;
	let lastLook = 0;
	let paused = false;

	document.querySelector('[data-without-voice]')?.setAttribute('hidden', '');
	form.hidden = false;

	const say = (words: string | undefined) => {
		told.textContent = words ?? '';
	};
	const show = (now: 'ready' | 'running' | 'made') => {
		record.hidden = now !== 'ready';
		running.hidden = now !== 'running';
		made.hidden = now !== 'made';
	};
	const pauseButtons = () => {
		pause.hidden = paused;
		resume.hidden = !paused;
	};

	setInterval(() => {
		if (!recording) return;
		const now = performance.now();
		if (!paused) elapsed += now - lastLook;
		lastLook = now;
		level.value = paused ? 0 : recording.level();
		time.textContent = clock(Math.min(elapsed, most));
		if (elapsed >= most) void end(form.dataset['full']);
	}, LOOK_MS);

	async function begin(): Promise<void> {
		if (!record) return;
		record.disabled = true;
		say(form.dataset['asking']);
		try {
			recording = await beginRecording();
			elapsed = 0;
			lastLook = performance.now();
			paused = false;
			pauseButtons();
			show('running');
			say(form.dataset['recording']);
			stop?.focus();
		} catch (problem) {
			const name = problem instanceof DOMException ? problem.name : '';
			const refused = name === 'NotAllowedError' || name === 'SecurityError';
			say(form.dataset[refused ? 'refused' : 'absent']);
		}
		record.disabled = false;
	}

	async function end(words: string | undefined): Promise<void> {
		const finished = recording;
		recording = null;
		if (!finished) return;
		note = await finished.stop();
		URL.revokeObjectURL(listen?.src ?? '');
		if (listen) listen.src = URL.createObjectURL(note);
		show('made');
		say(words);
		keep?.focus();
	}

	async function send(): Promise<void> {
		if (!note || !keep || keep.disabled) return;
		keep.disabled = true;
		say(form.dataset['keeping']);
		const body = new FormData();
		body.append('sound', note, 'note');
		try {
			const response = await fetch(form.action, {
				method: 'POST',
				body,
				headers: { accept: 'application/json', 'x-sveltekit-action': 'true' },
				credentials: 'same-origin'
			});
			settle((await response.json()) as { type?: string; location?: string; data?: string });
		} catch {
			say(form.dataset['notKept']);
		}
		keep.disabled = false;
	}

	function settle({
		type,
		location: to = '',
		data = ''
	}: {
		type?: string;
		location?: string;
		data?: string;
	}) {
		// Signed out meanwhile: going there would lose what was recorded.
		if (type === 'redirect' && to.startsWith('/sign-in')) say(form.dataset['signedOut']);
		else if (type === 'redirect') location.assign(to);
		else {
			const code = Object.keys(refusals).find((one) => data.includes(`"${one}"`));
			say(code ? refusals[code] : form.dataset['notKept']);
		}
	}

	record.addEventListener('click', () => void begin());
	stop.addEventListener('click', () => void end(form.dataset['stopped']));
	pause.addEventListener('click', () => {
		recording?.pause();
		paused = true;
		pauseButtons();
		say(form.dataset['paused']);
		resume.focus();
	});
	resume.addEventListener('click', () => {
		recording?.resume();
		paused = false;
		pauseButtons();
		say(form.dataset['recording']);
		pause.focus();
	});
	again.addEventListener('click', () => {
		listen.pause();
		note = null;
		show('ready');
		void begin();
	});
	form.addEventListener('submit', (event) => {
		event.preventDefault();
		void send();
	});
	// The microphone is given back at once when the page is left.
	addEventListener('pagehide', () => void end(undefined));
}

/** Minutes and seconds, as every clock writes them. */
function clock(ms: number): string {
	const seconds = Math.floor(ms / 1000);
	return `${Math.floor(seconds / 60)}:${String(seconds % 60).padStart(2, '0')}`;
}
