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
		['SAYSO_LOG', 'loud'],
		['SAYSO_JOBS', 'sometimes'],
		['SMTP_URL', 'mail.example.gov.uk'],
		['SMTP_URL', 'https://mail.example.gov.uk'],
		['SMTP_URL', 'smtp://mail.example.gov.uk?tls=never'],
		['MAIL_FROM', 'Sayso'],
		['TEXT_MAIL', 'texts@sms.example']
	])('refuse %s=%s by its name', (name, value) => {
		expect(() => readSettings({ ...enough, [name]: value })).toThrow(name);
	});

	it('let plain http through on this machine alone', () => {
		expect(readSettings({ ...enough, ORIGIN: 'http://127.0.0.1:3000' }).origin).toBe(
			'http://127.0.0.1:3000'
		);
	});

	it('send no mail unless told where, and refuse half of it', () => {
		expect(readSettings(enough)).toMatchObject({ mail: null, jobs: 'on' });
		const half = { ...enough, SMTP_URL: 'smtps://mail.example.gov.uk' };
		expect(() => readSettings(half)).toThrow('MAIL_FROM: missing');
		expect(() => readSettings({ ...enough, TEXT_MAIL: '{number}@sms.example' })).toThrow(
			'SMTP_URL is missing'
		);
	});

	it.each([
		['smtps://u%40x:p%3A1@mail.example.gov.uk', 465, 'at_once'],
		['smtp://u%40x:p%3A1@mail.example.gov.uk', 587, 'starttls'],
		['smtp://u%40x:p%3A1@127.0.0.1:2525', 2525, 'none']
	])('%s is spoken to on %i with TLS %s', (SMTP_URL, port, tls) => {
		const { mail } = readSettings({
			...enough,
			SMTP_URL,
			MAIL_FROM: 'Sayso <sayso@example.gov.uk>',
			TEXT_MAIL: '{number}@sms.example'
		});
		expect(mail).toMatchObject({ port, tls, login: { user: 'u@x', password: 'p:1' } });
		expect(mail?.textAddress?.('+44 7700 900123')).toBe('447700900123@sms.example');
	});
});
