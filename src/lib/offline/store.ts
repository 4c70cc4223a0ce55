/**
 * What a young person's own phone keeps while there is no connection, in IndexedDB. Every row is sealed with a key that
 * lives there too and that no script can read out: whoever copies the rows alone has noise.
 */
const NAME = 'sayso';
const ALGORITHM = 'AES-GCM';
const DAY_MS = 24 * 60 * 60_000;
/** Nothing stays longer than this, sent or not. */
export const KEPT_FOR_MS = 5 * DAY_MS;

/**
 * - `post`: something that is to be sent
 * - `form`: what a begun form needs to go on without a connection
 * - `page`: a whole page, to be opened again
 */
export type Kind = 'post' | 'form' | 'page';

export interface Row {
	readonly id: string;
	readonly kind: Kind;
	/** Whose it is, as the server's mark for them (`Drafts.authorMark`): never a name. */
	readonly author: string;
	/** When it was last written. */
	readonly at: number;
	/** Another one with every writing. */
	readonly stamp: string;
	/** Being sent until then: nobody else sends it meanwhile. */
	readonly claimedUntil: number;
}

interface SealedRow extends Row {
	readonly keyId: string;
	readonly iv: Uint8Array<ArrayBuffer>;
	readonly sealed: ArrayBuffer;
}

export interface Opened<T> extends Row {
	readonly value: T;
}

interface StoredKey {
	readonly id: string;
	readonly key: CryptoKey;
}

/**
 * Makes this phone ready to keep things of this author. Another person's forms and pages are dropped; what they have not
 * sent yet stays sealed until they sign in again.
 * @throws where the browser keeps nothing: storage or cryptography are blocked
 */
export async function beginKeeping(author: string): Promise<void> {
	const made: StoredKey = {
		id: crypto.randomUUID(),
		key: await crypto.subtle.generateKey({ name: ALGORITHM, length: 256 }, false, [
			'encrypt',
			'decrypt'
		])
	};
	await within('readwrite', 'make', async (meta, rows) => {
		if (!(await asked<unknown>(meta.get('key')))) meta.put(made, 'key');
		const before = await asked<unknown>(meta.get('author'));
		meta.put(author, 'author');
		if (before !== author) await dropWhere(rows, (row) => row.kind !== 'post');
	});
	await dropExpired();
}

/** Nobody is signed in any more: only what is not sent yet stays, for its author to come back to. */
export async function pauseKeeping(): Promise<void> {
	await write(async (meta, rows) => {
		meta.delete('author');
		await dropWhere(rows, (row) => row.kind !== 'post');
	});
}

/** Whose words are kept here now; null when nobody's, or when nothing can be kept. */
export async function currentAuthor(): Promise<string | null> {
	try {
		const found = await read((meta) => asked<unknown>(meta.get('author')));
		return typeof found === 'string' ? found : null;
	} catch {
		return null;
	}
}

/** Writes or replaces a row. @throws when keeping was ended meanwhile */
export async function put(
	row: Pick<Row, 'id' | 'kind' | 'author'> & Partial<Pick<Row, 'claimedUntil'>>,
	value: unknown
): Promise<Row> {
	const stored = await theKey();
	if (!stored) throw new Error('nothing is kept on this phone');
	const iv = crypto.getRandomValues(new Uint8Array(12));
	const sealed = await crypto.subtle.encrypt(
		{ name: ALGORITHM, iv, additionalData: boundTo(row) },
		stored.key,
		new TextEncoder().encode(JSON.stringify(value))
	);
	const whole: SealedRow = {
		claimedUntil: 0,
		...row,
		at: Date.now(),
		stamp: crypto.randomUUID(),
		keyId: stored.id,
		iv,
		sealed
	};
	await write(async (meta, rows) => {
		// Whoever pressed *Leave now* while this was being sealed left nothing behind.
		const now = await asked<StoredKey | undefined>(meta.get('key'));
		if (now?.id !== stored.id) throw new Error('nothing is kept on this phone any more');
		rows.put(whole);
	});
	return whole;
}

/** All rows of a kind that are this author's, oldest first. One that does not open is none. */
export async function openAll<T>(kind: Kind, author: string): Promise<Opened<T>[]> {
	const [stored, rows] = await Promise.all([theKey(), readRows()]);
	if (!stored) return [];
	const opened = await Promise.all(
		rows
			.filter((row) => row.kind === kind && row.author === author && !isExpired(row))
			.map((row) => open<T>(stored.key, row))
	);
	return opened.flatMap((one) => one ?? []).sort((a, b) => a.at - b.at);
}

/** Gives back what could not be sent. */
export async function release({ id }: Pick<Row, 'id'>): Promise<void> {
	await write(async (_, rows) => {
		const row = await asked<SealedRow | undefined>(rows.get(id));
		if (row) rows.put({ ...row, claimedUntil: 0 });
	});
}

/** Deletes it, unless it was written anew since. */
export async function drop({ id, stamp }: Pick<Row, 'id' | 'stamp'>): Promise<void> {
	await write(async (_, rows) => {
		const row = await asked<SealedRow | undefined>(rows.get(id));
		if (row?.stamp === stamp) rows.delete(id);
	});
}

export async function dropExpired(): Promise<void> {
	await write((_, rows) => dropWhere(rows, isExpired));
}

/** A clock that was set back does not make it younger. */
const isExpired = ({ at }: Row): boolean => Math.abs(Date.now() - at) > KEPT_FOR_MS;

const theKey = (): Promise<StoredKey | undefined> =>
	read((meta) => asked<StoredKey | undefined>(meta.get('key')));

const readRows = (): Promise<SealedRow[]> => read((_, rows) => asked<SealedRow[]>(rows.getAll()));

async function open<T>(key: CryptoKey, row: SealedRow): Promise<Opened<T> | null> {
	const { id, kind, author, at, stamp, claimedUntil } = row;
	try {
		const bytes = await crypto.subtle.decrypt(
			{ name: ALGORITHM, iv: row.iv, additionalData: boundTo(row) },
			key,
			row.sealed
		);
		const value = JSON.parse(new TextDecoder().decode(bytes)) as T;
		return { id, kind, author, at, stamp, claimedUntil, value };
	} catch {
		return null;
	}
}

/** A row moved to another place or under another author does not open. */
const boundTo = ({ kind, author, id }: Pick<Row, 'kind' | 'author' | 'id'>) =>
	new TextEncoder().encode(JSON.stringify([kind, author, id]));

async function dropWhere(rows: IDBObjectStore, which: (row: Row) => boolean): Promise<void> {
	for (const row of await asked<SealedRow[]>(rows.getAll())) if (which(row)) rows.delete(row.id);
}

type Work<T> = (meta: IDBObjectStore, rows: IDBObjectStore) => Promise<T>;

const read = <T>(work: Work<T>): Promise<T> => within('readonly', 'as it is', work);
const write = (work: Work<void>): Promise<void> => within('readwrite', 'as it is', work);

/** One connection for each transaction: an open one would stand in the way of deleting it all. */
async function within<T>(
	mode: IDBTransactionMode,
	databaseIs: 'make' | 'as it is',
	work: Work<T>
): Promise<T> {
	const database = await connect(databaseIs);
	try {
		const transaction = database.transaction(['meta', 'rows'], mode, { durability: 'strict' });
		const ended = new Promise<void>((done, failed) => {
			transaction.oncomplete = () => done();
			transaction.onabort = () => failed(transaction.error ?? new Error('not kept'));
		});
		const result = work(transaction.objectStore('meta'), transaction.objectStore('rows')).catch(
			(problem: unknown) => {
				transaction.abort();
				throw problem;
			}
		);
		const [value] = await Promise.all([result, ended]);
		return value;
	} finally {
		database.close();
	}
}

/** Where everything was deleted, asking for it must not make it again. */
function connect(databaseIs: 'make' | 'as it is'): Promise<IDBDatabase> {
	return new Promise((done, failed) => {
		const request = indexedDB.open(NAME, 1);
		request.onupgradeneeded = () => {
			if (databaseIs !== 'make') {
				request.transaction?.abort();
				return;
			}
			request.result.createObjectStore('meta');
			request.result.createObjectStore('rows', { keyPath: 'id' });
		};
		request.onsuccess = () => done(request.result);
		request.onerror = () => failed(request.error ?? new Error('no storage'));
	});
}

function asked<T>(request: IDBRequest): Promise<T> {
	return new Promise((done, failed) => {
		request.onsuccess = () => done(request.result as T);
		request.onerror = () => failed(request.error ?? new Error('not read'));
	});
}
