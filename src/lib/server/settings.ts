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

const PORT = 'PORT: a number from 1 to 65535';
const ORIGIN = 'ORIGIN: not a web address, such as https://sayso.example.gov.uk';

const environment = v.object({
	PORT: v.optional(
		v.pipe(
			v.string(),
			v.regex(/^\d{1,5}$/, PORT),
			v.transform(Number),
			v.minValue(1, PORT),
			v.maxValue(65_535, PORT)
		),
		'3000'
	),
	HOST: v.optional(v.string(), '127.0.0.1'),
	ORIGIN: v.pipe(
		v.optional(v.string(), ''),
		v.nonEmpty('ORIGIN: missing; the address people type, such as https://sayso.example.gov.uk'),
		v.check((text) => /^https?:$/.test(protocolOf(text)), ORIGIN),
		v.check(
			(text) => protocolOf(text) === 'https:' || onThisMachine(text),
			'ORIGIN: begins with https://; plain http would carry a young person’s words in the open'
		)
	),
	DATABASE_URL: v.optional(
		v.pipe(
			v.string(),
			v.regex(/^(file:.|postgres(ql)?:\/\/)/, 'DATABASE_URL: begins with file: or postgres://')
		),
		'file:data/sayso.db'
	),
	SAYSO_KEY_FILE: v.pipe(
		v.optional(v.string(), ''),
		v.nonEmpty('SAYSO_KEY_FILE: missing; `npm run sayso -- key new` makes one')
	),
	SAYSO_LOG: v.optional(v.picklist(['json', 'pretty'], 'SAYSO_LOG: json or pretty'), 'json')
});

function protocolOf(address: string): string {
	return URL.canParse(address) ? new URL(address).protocol : '';
}

function onThisMachine(address: string): boolean {
	return (
		URL.canParse(address) && ['127.0.0.1', 'localhost', '[::1]'].includes(new URL(address).hostname)
	);
}

/**
 * Settings of the running server, every one checked.
 * @throws Error whose message is one line for each setting that is missing or weak
 */
export function readSettings(env: Readonly<Record<string, string | undefined>>): Settings {
	const given = Object.fromEntries(Object.entries(env).filter(([, value]) => value !== ''));
	const parsed = v.safeParse(environment, given, { abortPipeEarly: true });
	if (!parsed.success) throw new Error(parsed.issues.map((issue) => issue.message).join('\n'));
	const { output } = parsed;
	return {
		port: output.PORT,
		host: output.HOST,
		origin: new URL(output.ORIGIN).origin,
		databaseUrl: output.DATABASE_URL,
		masterKey: readMasterKey(output.SAYSO_KEY_FILE),
		log: output.SAYSO_LOG
	};
}

/** What the command line needs: it serves nothing. @throws Error as {@link readSettings} */
export function readDataSettings(
	env: Readonly<Record<string, string | undefined>>
): Pick<Settings, 'databaseUrl' | 'masterKey'> {
	const given = Object.fromEntries(Object.entries(env).filter(([, value]) => value !== ''));
	const wanted = v.pick(environment, ['DATABASE_URL', 'SAYSO_KEY_FILE']);
	const parsed = v.safeParse(wanted, given, { abortPipeEarly: true });
	if (!parsed.success) throw new Error(parsed.issues.map((issue) => issue.message).join('\n'));
	const { DATABASE_URL, SAYSO_KEY_FILE } = parsed.output;
	return { databaseUrl: DATABASE_URL, masterKey: readMasterKey(SAYSO_KEY_FILE) };
}
