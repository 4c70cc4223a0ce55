import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { readSettings } from './settings.ts';
import { writeNewMasterKey } from './vault/master-key.ts';

const keyFile = join(mkdtempSync(join(tmpdir(), 'sayso-settings-')), 'key');
writeNewMasterKey(keyFile);
const enough = { ORIGIN: 'https://sayso.example.gov.uk', SAYSO_KEY_FILE: keyFile };

describe('settings', () => {
	it('need only an origin and a key; the rest has a default', () => {
		expect(readSettings(enough)).toMatchObject({
			port: 3000,
			host: '127.0.0.1',
			origin: 'https://sayso.example.gov.uk',
			databaseUrl: 'file:data/sayso.db',
			log: 'json'
		});
	});

	it('name everything that is missing, one line each', () => {
		expect(() => readSettings({})).toThrow(/^ORIGIN: missing.*\nSAYSO_KEY_FILE: missing.*$/);
	});

	it('take an empty value for a missing one', () => {
		expect(() => readSettings({ ...enough, ORIGIN: '' })).toThrow('ORIGIN: missing');
	});

	it.each([
		['PORT', 'eighty'],
		['PORT', '70000'],
		['PORT', '0'],
		['ORIGIN', 'sayso'],
		['ORIGIN', 'ftp://sayso.example.gov.uk'],
		['ORIGIN', 'http://sayso.example.gov.uk'],
		['DATABASE_URL', 'mysql://localhost/sayso'],
		['SAYSO_LOG', 'loud']
	])('refuse %s=%s by its name', (name, value) => {
		expect(() => readSettings({ ...enough, [name]: value })).toThrow(name);
	});

	it('let plain http through on this machine alone', () => {
		expect(readSettings({ ...enough, ORIGIN: 'http://127.0.0.1:3000' }).origin).toBe(
			'http://127.0.0.1:3000'
		);
	});
});
