import { chmodSync, mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { readMasterKey, writeNewMasterKey } from './master-key.ts';

describe('the key file', () => {
	let folder = '';
	let path = '';

	beforeEach(() => {
		folder = mkdtempSync(join(tmpdir(), 'sayso-key-'));
		path = join(folder, 'key');
	});
	afterEach(() => rmSync(folder, { recursive: true }));

	const holding = (text: string, mode = 0o600) => {
		writeFileSync(path, text, { mode });
		chmodSync(path, mode);
	};

	it('is made new with 32 random bytes that only its owner can read', () => {
		writeNewMasterKey(path);

		expect(readMasterKey(path)).toHaveLength(32);
		expect(statSync(path).mode & 0o777).toBe(0o600);
	});

	it('is never written over', () => {
		writeNewMasterKey(path);
		const before = readFileSync(path, 'utf8');

		expect(() => writeNewMasterKey(path)).toThrow();
		expect(readFileSync(path, 'utf8')).toBe(before);
	});

	it('is refused when it is not there, short, not base64, not random, or open to others', () => {
		expect(() => readMasterKey(path)).toThrow('cannot be read');
		holding(Buffer.alloc(16, 1).toString('base64'));
		expect(() => readMasterKey(path)).toThrow('32 bytes');
		holding('not a key at all');
		expect(() => readMasterKey(path)).toThrow('32 bytes');
		holding(Buffer.alloc(32, 7).toString('base64'));
		expect(() => readMasterKey(path)).toThrow('not random');
		rmSync(path);
		writeNewMasterKey(path);
		chmodSync(path, 0o644);
		expect(() => readMasterKey(path)).toThrow('others can read');
	});

	it('is never quoted in what it is refused with', () => {
		const secret = Buffer.alloc(31, 9).toString('base64');
		holding(secret);

		expect(() => readMasterKey(path)).toThrow(expect.not.stringContaining(secret) as string);
	});
});
