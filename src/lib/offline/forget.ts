const LONGEST_MS = 1500;

/** Whether this browser ever kept anything of ours: asked on every page, so it is a word and no database. */
const MARK = 'sayso';

export function keepsSomething(): boolean {
	try {
		return localStorage.getItem(MARK) !== null;
	} catch {
		return false;
	}
}

export function markAsKeeping(): void {
	localStorage.setItem(MARK, '1');
}

let forgetting = false;

/** Whether this page is on its way out: then it begins nothing that would be kept. */
export const isForgetting = (): boolean => forgetting;

/** Everything of ours that is on this phone goes: what is not sent, the key to it, pages, files and the worker. */
export async function forgetEverything(): Promise<void> {
	forgetting = true;
	if (!keepsSomething()) return;
	const all = Promise.allSettled([emptyDatabase().finally(stopWorker), stopWorker()]).then(() => {
		localStorage.removeItem(MARK);
	});
	// Nobody may be kept on a page by a browser that takes its time.
	await Promise.race([all, new Promise((done) => setTimeout(done, LONGEST_MS))]);
}

/**
 * No worker and no copies of pages. A worker at work looks after whose they are once it made a place for copies
 * (`copies.ts`): asked for after nobody is noted any more, this finds every place it made before.
 */
export async function stopWorker(): Promise<void> {
	const unregistered = navigator.serviceWorker
		?.getRegistrations()
		.then((all) => Promise.all(all.map((one) => one.unregister())));
	const deleted = caches
		.keys()
		.then((names) => Promise.all(names.map((name) => caches.delete(name))));
	await Promise.allSettled([unregistered, deleted]);
}

/** Emptied first: deleting waits for every other window that has it open. */
function emptyDatabase(): Promise<void> {
	return new Promise((done, failed) => {
		const request = indexedDB.open('sayso');
		request.onerror = () => failed(request.error ?? new Error('no storage'));
		request.onsuccess = () => {
			const database = request.result;
			const names = [...database.objectStoreNames];
			const remove = () => {
				database.close();
				indexedDB.deleteDatabase('sayso');
				done();
			};
			if (names.length === 0) return remove();
			const transaction = database.transaction(names, 'readwrite');
			for (const name of names) transaction.objectStore(name).clear();
			transaction.oncomplete = remove;
			transaction.onabort = () => failed(transaction.error ?? new Error('not emptied'));
		};
	});
}
