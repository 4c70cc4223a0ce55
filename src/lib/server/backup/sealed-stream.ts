import { createCipheriv, createDecipheriv, hkdfSync, randomBytes } from 'node:crypto';

/**
 * One file, sealed piece by piece, so that its size needs no memory. Layout: mark (8 bytes), salt (16), then pieces of
 * length (4 bytes), ciphertext and tag (16). Number and “last” of a piece are in its nonce: pieces that were taken out,
 * put elsewhere or cut off at the end are noticed.
 */
const MARK = Buffer.from('SAYSOBK1', 'latin1');
const SALT_BYTES = 16;
const TAG_BYTES = 16;
const PIECE_BYTES = 64 * 1024;

/** What is wrong with a backup file, as a code of `errors:`. */
export class UnusableBackup extends Error {
	readonly code: 'not_a_backup' | 'other_key_or_damaged' | 'cut_off' | 'other_version';

	constructor(code: UnusableBackup['code']) {
		super(code);
		this.name = 'UnusableBackup';
		this.code = code;
	}
}

/** A key of its own for every backup. */
function keyOf(masterKey: Buffer, salt: Buffer): Buffer {
	return Buffer.from(hkdfSync('sha256', masterKey, salt, 'sayso backup v1', 32));
}

function nonceOf(number: number, last: boolean): Buffer {
	const nonce = Buffer.alloc(12);
	nonce.writeBigUInt64BE(BigInt(number), 0);
	nonce.writeUInt8(last ? 1 : 0, 11);
	return nonce;
}

export async function* seal(
	masterKey: Buffer,
	plain: AsyncIterable<Buffer>
): AsyncGenerator<Buffer> {
	const salt = randomBytes(SALT_BYTES);
	const key = keyOf(masterKey, salt);
	let number = 0;
	const piece = (bytes: Buffer, last: boolean) => {
		const cipher = createCipheriv('aes-256-gcm', key, nonceOf(number, last));
		number += 1;
		const body = Buffer.concat([cipher.update(bytes), cipher.final(), cipher.getAuthTag()]);
		const length = Buffer.alloc(4);
		length.writeUInt32BE(body.length);
		return Buffer.concat([length, body]);
	};

	yield Buffer.concat([MARK, salt]);
	let held = Buffer.alloc(0);
	for await (const bytes of plain) {
		held = Buffer.concat([held, bytes]);
		// Something is always held back: only the end knows which piece is the last.
		while (held.length > PIECE_BYTES) {
			yield piece(held.subarray(0, PIECE_BYTES), false);
			held = held.subarray(PIECE_BYTES);
		}
	}
	yield piece(held, true);
}

/** @throws UnusableBackup at the first piece that is not what was sealed */
export async function* unseal(
	masterKey: Buffer,
	sealed: AsyncIterable<Buffer>
): AsyncGenerator<Buffer> {
	const reader = createReader(sealed);
	const mark = await reader.take(MARK.length);
	if (!mark?.equals(MARK)) throw new UnusableBackup('not_a_backup');
	const salt = await reader.take(SALT_BYTES);
	if (!salt) throw new UnusableBackup('cut_off');
	const key = keyOf(masterKey, salt);

	for (let number = 0; ; number += 1) {
		const length = (await reader.take(4))?.readUInt32BE() ?? 0;
		if (length === 0) throw new UnusableBackup('cut_off');
		if (length < TAG_BYTES || length > PIECE_BYTES + TAG_BYTES)
			throw new UnusableBackup('other_key_or_damaged');
		const piece = await reader.take(length);
		if (!piece) throw new UnusableBackup('cut_off');
		const last = await reader.isAtEnd();
		yield openPiece(key, piece, number, last);
		if (last) return;
	}
}

function openPiece(key: Buffer, piece: Buffer, number: number, last: boolean): Buffer {
	const end = piece.length - TAG_BYTES;
	for (const asLast of [last, !last]) {
		const decipher = createDecipheriv('aes-256-gcm', key, nonceOf(number, asLast));
		decipher.setAuthTag(piece.subarray(end));
		try {
			const plain = Buffer.concat([decipher.update(piece.subarray(0, end)), decipher.final()]);
			if (asLast === last) return plain;
			// The piece is whole, but the file ends where it should not, or goes on where it should end.
			throw new UnusableBackup('cut_off');
		} catch (problem) {
			if (problem instanceof UnusableBackup) throw problem;
		}
	}
	throw new UnusableBackup('other_key_or_damaged');
}

function createReader(source: AsyncIterable<Buffer>) {
	const chunks = source[Symbol.asyncIterator]();
	let held = Buffer.alloc(0);
	const fill = async (length: number) => {
		while (held.length < length) {
			const next = await chunks.next();
			if (next.done) return false;
			held = Buffer.concat([held, next.value]);
		}
		return true;
	};
	return {
		/** Null when the file ends before that. */
		async take(length: number): Promise<Buffer | null> {
			if (!(await fill(length))) return null;
			const taken = held.subarray(0, length);
			held = held.subarray(length);
			return taken;
		},
		isAtEnd: async (): Promise<boolean> => !(await fill(1))
	};
}
