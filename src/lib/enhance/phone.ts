import { forgetEverything, isForgetting, keepsSomething, stopWorker } from '../offline/forget.ts';

/**
 * What may stay on this phone, by whose it is (docs/decisions/0016). The server says so on every page; where it says
 * nothing, nobody is signed in here.
 */
export function startPhone(): void {
	if (isForgetting()) return;
	const said = document.querySelector<HTMLMetaElement>('meta[name="phone"]');
	const { author } = said?.dataset ?? {};
	if (said?.content === 'own' && author !== undefined) later(author);
	else if (said?.content === 'kept') later(null);
	else if (keepsSomething())
		void (said?.content === 'shared'
			? forgetEverything()
			: import('../offline/store.ts')
					.then(({ pauseKeeping }) => pauseKeeping())
					.catch(() => undefined)
					.then(stopWorker));
	forgetWhenSigningOut();
}

/** Without storage, cryptography or a worker nothing is kept, and the pages say so where it matters. */
function later(author: string | null): void {
	import('./offline.ts').then(({ startOffline }) => startOffline(author)).catch(() => undefined);
}

/** Signing out takes with it what is on the phone. Words that are not sent yet would be lost: it asks first. */
function forgetWhenSigningOut(): void {
	for (const form of document.querySelectorAll<HTMLFormElement>('form[action="/sign-out"]'))
		form.addEventListener('submit', (event) => {
			if (!keepsSomething()) return;
			event.preventDefault();
			void signOut(form);
		});
}

async function signOut(form: HTMLFormElement): Promise<void> {
	const { signOut: question } = document.querySelector<HTMLElement>('[data-unsent]')?.dataset ?? {};
	if ((await somethingWaits()) && !confirm(question)) return;
	await forgetEverything();
	form.submit();
}

/** What the outbox holds, not what the page shows: somebody may be quicker than that. */
async function somethingWaits(): Promise<boolean> {
	try {
		const { waiting } = await import('../offline/outbox.ts');
		const { currentAuthor } = await import('../offline/store.ts');
		const author = await currentAuthor();
		return author !== null && (await waiting(author)).length > 0;
	} catch {
		return false;
	}
}
