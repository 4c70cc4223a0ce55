import * as v from 'valibot';
import { readMasterKey } from './vault/master-key.ts';

export interface Settings {
	readonly port: number;
	readonly host: string;
	readonly origin: string;
	readonly databaseUrl: string;
	readonly masterKey: Buffer;
	readonly log: 'json' | 'pretty';
}

const environment = v.object({
	PORT: v.optional(
		v.pipe(v.string(), v.regex(/^\d{1,5}$/, 'PORT: a number from 1 to 65535'), v.transform(Number)),
		'3000'
	),
	HOST: v.optional(v.pipe(v.string(), v.nonEmpty('HOST: an address to listen on')), '127.0.0.1'),
	ORIGIN: v.pipe(
		v.string('ORIGIN: missing; the address people type, such as https://sayso.example.gov.uk'),
		v.url('ORIGIN: not an address, such as https://sayso.example.gov.uk')
	),
	DATABASE_URL: v.optional(
		v.pipe(
			v.string(),
			v.regex(/^(file:.|postgres(ql)?:\/\/)/, 'DATABASE_URL: begins with file: or postgres://')
		),
		'file:data/sayso.db'
	),
	SAYSO_KEY_FILE: v.string('SAYSO_KEY_FILE: missing; `npm run sayso -- key new FILE` makes one'),
	SAYSO_LOG: v.optional(v.picklist(['json', 'pretty'], 'SAYSO_LOG: json or pretty'), 'json')
});

/**
 * Settings of the running server, every one checked.
 * @throws Error whose message is one line for each setting that is missing or weak
 */
export function readSettings(env: Readonly<Record<string, string | undefined>>): Settings {
	const given = Object.fromEntries(Object.entries(env).filter(([, value]) => value !== ''));
	const parsed = v.safeParse(environment, given);
	if (!parsed.success) throw new Error(parsed.issues.map((issue) => issue.message).join('\n'));
	const { PORT, HOST, ORIGIN, DATABASE_URL, SAYSO_KEY_FILE, SAYSO_LOG } = parsed.output;
	return {
		port: PORT,
		host: HOST,
		origin: new URL(ORIGIN).origin,
		databaseUrl: DATABASE_URL,
		masterKey: readMasterKey(SAYSO_KEY_FILE),
		log: SAYSO_LOG
	};
}
