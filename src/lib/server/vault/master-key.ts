import { randomBytes } from 'node:crypto';
import { readFileSync, statSync, writeFileSync } from 'node:fs';

/**
 * @returns the 32 bytes of the key file
 * @throws Error with a sentence for the operator
 */
export function readMasterKey(path: string): Buffer {
	let text: string;
	try {
		text = readFileSync(path, 'utf8').trim();
	} catch {
		throw new Error(`SAYSO_KEY_FILE: ${path} cannot be read`);
	}
	const key = Buffer.from(text, 'base64');
	if (key.length !== 32 || key.toString('base64') !== text)
		throw new Error(`SAYSO_KEY_FILE: ${path} does not hold 32 bytes in base64`);
	if (new Set(key).size < 8)
		throw new Error(`SAYSO_KEY_FILE: ${path} holds a key that is not random`);
	if (process.platform !== 'win32' && (statSync(path).mode & 0o077) !== 0)
		throw new Error(`SAYSO_KEY_FILE: others can read ${path}; chmod 600 it`);
	return key;
}

/** Makes a new key file, readable by its owner alone. @throws Error when the file is there already */
export function writeNewMasterKey(path: string): void {
	writeFileSync(path, randomBytes(32).toString('base64') + '\n', { mode: 0o600, flag: 'wx' });
}
