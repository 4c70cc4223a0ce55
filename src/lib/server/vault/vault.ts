import {
	createCipheriv,
	createDecipheriv,
	createHmac,
	hkdfSync,
	randomBytes,
	randomUUID
} from 'node:crypto';
import { and, eq, inArray } from 'drizzle-orm';
import type { Queries, Tx } from '../db/database.ts';

/** Where a sealed value stands. Bound into it: moved to another row or column, it no longer opens. */
export interface Place {
	readonly table: string;
	readonly row: string;
	readonly column: string;
}

/** Data keys in memory, unwrapped, for sealing and opening. */
export interface Keyring {
	seal(keyId: string, place: Place, plain: Buffer): Buffer;
	sealText(keyId: string, place: Place, text: string): Buffer;
	sealJson(keyId: string, place: Place, value: unknown): Buffer;
	/** @throws Error when the key was destroyed, or the value was altered or moved */
	open(keyId: string, place: Place, sealed: Buffer): Buffer;
	openText(keyId: string, place: Place, sealed: Buffer): string;
	/** The shape is the caller's word: only what Sayso sealed itself is opened. */
	openJson<T>(keyId: string, place: Place, sealed: Buffer): T;
}

export interface Vault {
	/** Makes a data key for a young person. @returns its id */
	newKey(tx: Tx, now: number): Promise<string>;
	/** The same for many, a few hundred at a time. @returns their ids */
	newKeys(tx: Tx, count: number, now: number): Promise<string[]>;
	/** The council's own key, for staff and accounts. */
	readonly councilKeyId: string;
	/** Brings these data keys into memory, in one query for those not there yet. */
	unlock(queries: Queries, keyIds: readonly string[]): Promise<Keyring>;
	/** Only the council's key: nothing to wait for. */
	readonly council: Keyring;
	/** Destroys a data key: what was sealed under it can be opened by nobody, in backups neither. */
	destroyKey(tx: Tx, keyId: string, now: number): Promise<void>;
	/**
	 * A keyed fingerprint, for finding a sealed value by its exact text.
	 * @param purpose keeps equal values of different columns from looking equal
	 */
	blindIndex(purpose: string, value: string): string;
	/** Authenticates a line of the audit chain. @returns 64 hex digits */
	auditMac(text: string): string;
}

const VERSION = 1;
const NONCE_BYTES = 12;
const TAG_BYTES = 16;
export const COUNCIL_KEY = 'council';
const BLIND_INDEX_KEY = 'blind_index';
const AUDIT_KEY = 'audit';
/** The keys a vault makes for itself when it is first opened. */
export const OWN_KEYS: readonly string[] = [COUNCIL_KEY, BLIND_INDEX_KEY, AUDIT_KEY];
/** Bounds memory: about 20,000 keys are 2 MB. */
const KEYS_IN_MEMORY = 20_000;

/**
 * Opens the vault of this database, making its three own keys on first use.
 * @param masterKey 32 bytes
 * @throws Error `wrong_key` when the database was sealed under another master key
 */
export async function openVault(
	database: { inTransaction<T>(work: (tx: Tx) => Promise<T>): Promise<T> },
	masterKey: Buffer,
	now: number
): Promise<Vault> {
	if (masterKey.length !== 32) throw new Error('the master key has 32 bytes');
	const wrapping = Buffer.from(hkdfSync('sha256', masterKey, '', 'sayso data keys v1', 32));
	const known = new Map<string, Buffer>();

	await database.inTransaction(async (tx) => {
		for (const id of OWN_KEYS) {
			const [row] = await tx.select().from(tx.tables.dataKeys).where(eq(tx.tables.dataKeys.id, id));
			if (row?.wrapped) known.set(id, unwrap(id, row.wrapped));
			else known.set(id, await insertKey(tx, id, id, now));
		}
	});

	function unwrap(id: string, wrapped: Buffer): Buffer {
		try {
			return openBytes(wrapping, keyPlace(id), wrapped);
		} catch {
			throw new Error('wrong_key');
		}
	}

	async function insertKey(tx: Tx, id: string, purpose: string, at: number): Promise<Buffer> {
		const { key, row } = makeKey(id, purpose, at);
		await tx.insert(tx.tables.dataKeys).values(row);
		return key;
	}

	function makeKey(id: string, purpose: string, createdAt: number) {
		const key = randomBytes(32);
		const wrapped = sealBytes(wrapping, keyPlace(id), key);
		return { key, row: { id, purpose, wrapped, createdAt } };
	}

	const own = keyringOf(known);

	return {
		councilKeyId: COUNCIL_KEY,
		council: own,
		async newKey(tx, at) {
			const id = randomUUID();
			known.set(id, await insertKey(tx, id, 'young_person', at));
			return id;
		},
		async newKeys(tx, count, at) {
			const made = Array.from({ length: count }, () => makeKey(randomUUID(), 'young_person', at));
			if (made.length > 0) await tx.insert(tx.tables.dataKeys).values(made.map(({ row }) => row));
			for (const { key, row } of made) known.set(row.id, key);
			return made.map(({ row }) => row.id);
		},
		async unlock(queries, keyIds) {
			if (known.size > KEYS_IN_MEMORY) forgetYoungPeople(known);
			const wanted = [...new Set(keyIds)];
			const missing = wanted.filter((id) => !known.has(id));
			for (let start = 0; start < missing.length; start += 500) {
				const { dataKeys } = queries.tables;
				const rows = await queries
					.select({ id: dataKeys.id, wrapped: dataKeys.wrapped })
					.from(dataKeys)
					.where(inArray(dataKeys.id, missing.slice(start, start + 500)));
				for (const row of rows) if (row.wrapped) known.set(row.id, unwrap(row.id, row.wrapped));
			}
			// Its own copy: another request may make room in the shared one while this one still opens.
			return keyringOf(new Map([...wanted, COUNCIL_KEY].map((id) => [id, known.get(id)])));
		},
		async destroyKey(tx, keyId, at) {
			const { dataKeys } = tx.tables;
			await tx
				.update(dataKeys)
				.set({ wrapped: null, destroyedAt: at })
				.where(and(eq(dataKeys.id, keyId), eq(dataKeys.purpose, 'young_person')));
			known.delete(keyId);
		},
		blindIndex: (purpose, value) =>
			createHmac('sha256', keyIn(known, BLIND_INDEX_KEY))
				.update(`${purpose}\0${value}`, 'utf8')
				.digest('base64url'),
		auditMac: (text) =>
			createHmac('sha256', keyIn(known, AUDIT_KEY)).update(text, 'utf8').digest('hex')
	};
}

const keyPlace = (id: string): Place => ({ table: 'data_keys', row: id, column: 'wrapped' });

type Keys = ReadonlyMap<string, Buffer | undefined>;

function keyIn(keys: Keys, id: string): Buffer {
	const key = keys.get(id);
	if (!key) throw new Error('that data key is not unlocked, or was destroyed');
	return key;
}

function keyringOf(keys: Keys): Keyring {
	const seal = (id: string, place: Place, plain: Buffer) =>
		sealBytes(keyIn(keys, id), place, plain);
	const open = (id: string, place: Place, sealed: Buffer) =>
		openBytes(keyIn(keys, id), place, sealed);
	return {
		seal,
		sealText: (id, place, text) => seal(id, place, Buffer.from(text, 'utf8')),
		sealJson: (id, place, value) => seal(id, place, Buffer.from(JSON.stringify(value), 'utf8')),
		open,
		openText: (id, place, sealed) => open(id, place, sealed).toString('utf8'),
		openJson: (id, place, sealed) => JSON.parse(open(id, place, sealed).toString('utf8'))
	};
}

function forgetYoungPeople(known: Map<string, Buffer>): void {
	for (const id of known.keys()) if (!OWN_KEYS.includes(id)) known.delete(id);
}

function associated(place: Place): Buffer {
	return Buffer.from(`${place.table}\0${place.row}\0${place.column}\0${VERSION}`, 'utf8');
}

/** Layout: version (1 byte), nonce (12), ciphertext, tag (16). */
function sealBytes(key: Buffer, place: Place, plain: Buffer): Buffer {
	const nonce = randomBytes(NONCE_BYTES);
	const cipher = createCipheriv('aes-256-gcm', key, nonce);
	cipher.setAAD(associated(place));
	const body = Buffer.concat([cipher.update(plain), cipher.final()]);
	return Buffer.concat([Buffer.from([VERSION]), nonce, body, cipher.getAuthTag()]);
}

function openBytes(key: Buffer, place: Place, sealed: Buffer): Buffer {
	if (sealed.length < 1 + NONCE_BYTES + TAG_BYTES || sealed[0] !== VERSION)
		throw new Error('not a sealed value of this version');
	const decipher = createDecipheriv('aes-256-gcm', key, sealed.subarray(1, 1 + NONCE_BYTES), {
		authTagLength: TAG_BYTES
	});
	decipher.setAAD(associated(place));
	decipher.setAuthTag(sealed.subarray(sealed.length - TAG_BYTES));
	return Buffer.concat([
		decipher.update(sealed.subarray(1 + NONCE_BYTES, sealed.length - TAG_BYTES)),
		decipher.final()
	]);
}
