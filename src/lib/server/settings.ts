import * as v from 'valibot';
import { readMasterKey } from './vault/master-key.ts';

export interface Settings {
	readonly port: number;
	readonly host: string;
	readonly origin: string;
	readonly databaseUrl: string;
	readonly masterKey: Buffer;
	readonly log: 'json' | 'pretty';
	/** Whether this server does by itself what has to be done. */
	readonly jobs: 'on' | 'off';
	/** Null: nothing is sent, and what waits stays waiting. */
	readonly mail: MailSettings | null;
}

export interface MailSettings {
	readonly host: string;
	readonly port: number;
	/** `at_once` from the first byte · `starttls` before anything else · `none` to this machine alone */
	readonly tls: 'at_once' | 'starttls' | 'none';
	readonly login: { readonly user: string; readonly password: string } | null;
	readonly from: string;
	/** The address in it alone. */
	readonly fromAddress: string;
	/** Makes an e-mail address of a mobile number; null where texts are not sent. */
	readonly textAddress: ((number: string) => string) | null;
}

const PORT = 'PORT: a number from 1 to 65535';
const ORIGIN = 'ORIGIN: not a web address, such as https://sayso.example.gov.uk';
const SMTP_URL =
	'SMTP_URL: not a mail server, such as smtps://user:password@mail.example.gov.uk or smtp://127.0.0.1:25';
const MAIL_FROM = 'MAIL_FROM: not an address, such as Sayso <sayso@example.gov.uk>';
const TEXT_MAIL = 'TEXT_MAIL: not an address with {number} in it, such as {number}@sms.example';

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
	SAYSO_LOG: v.optional(v.picklist(['json', 'pretty'], 'SAYSO_LOG: json or pretty'), 'json'),
	SAYSO_JOBS: v.optional(v.picklist(['on', 'off'], 'SAYSO_JOBS: on or off'), 'on'),
	SMTP_URL: v.optional(v.pipe(v.string(), v.check(isMailServer, SMTP_URL))),
	MAIL_FROM: v.optional(
		v.pipe(
			v.string(),
			v.check((text) => isAddress(bareAddress(text)), MAIL_FROM)
		)
	),
	TEXT_MAIL: v.optional(v.pipe(v.string(), v.check(isTextPattern, TEXT_MAIL)))
});

/** What belongs together is there together. */
const settings = v.pipe(
	environment,
	v.check(
		({ SMTP_URL: server, MAIL_FROM: from }) => server === undefined || from !== undefined,
		'MAIL_FROM: missing; who the mail of SMTP_URL is from, such as sayso@example.gov.uk'
	),
	v.check(
		({ SMTP_URL: server, TEXT_MAIL: texts }) => texts === undefined || server !== undefined,
		'TEXT_MAIL: texts go out as mail; SMTP_URL is missing'
	)
);

function protocolOf(address: string): string {
	return URL.canParse(address) ? new URL(address).protocol : '';
}

function onThisMachine(address: string): boolean {
	return (
		URL.canParse(address) && ['127.0.0.1', 'localhost', '[::1]'].includes(new URL(address).hostname)
	);
}

function isMailServer(address: string): boolean {
	if (!/^smtps?:$/.test(protocolOf(address))) return false;
	const { hostname, pathname, search, hash } = new URL(address);
	return hostname !== '' && /^\/?$/.test(pathname) && search === '' && hash === '';
}

const isAddress = (text: string): boolean => v.is(v.pipe(v.string(), v.email()), text);
/** The address in `Name <address>`, or the text itself. */
const bareAddress = (text: string): string => /^[^<>\r\n"]*<([^<>]+)>$/.exec(text)?.[1] ?? text;
const numbered = (pattern: string, number: string): string =>
	pattern.replaceAll('{number}', number.replace(/\D/g, ''));

function isTextPattern(text: string): boolean {
	return text.includes('{number}') && isAddress(numbered(text, '447700900123'));
}

function mailIn({
	SMTP_URL: server,
	MAIL_FROM: from,
	TEXT_MAIL: pattern
}: v.InferOutput<typeof settings>): MailSettings | null {
	if (server === undefined || from === undefined) return null;
	const { protocol, hostname, port, username, password } = new URL(server);
	const secure = protocol === 'smtps:';
	return {
		host: hostname.replace(/^\[|\]$/g, ''),
		port: port === '' ? (secure ? 465 : 587) : Number(port),
		tls: secure ? 'at_once' : onThisMachine(server) ? 'none' : 'starttls',
		login:
			username === ''
				? null
				: { user: decodeURIComponent(username), password: decodeURIComponent(password) },
		from,
		fromAddress: bareAddress(from),
		textAddress: pattern === undefined ? null : (number) => numbered(pattern, number)
	};
}

/**
 * Settings of the running server, every one checked.
 * @throws Error whose message is one line for each setting that is missing or weak
 */
export function readSettings(env: Readonly<Record<string, string | undefined>>): Settings {
	const given = Object.fromEntries(Object.entries(env).filter(([, value]) => value !== ''));
	const parsed = v.safeParse(settings, given, { abortPipeEarly: true });
	if (!parsed.success) throw new Error(parsed.issues.map((issue) => issue.message).join('\n'));
	const { output } = parsed;
	return {
		port: output.PORT,
		host: output.HOST,
		origin: new URL(output.ORIGIN).origin,
		databaseUrl: output.DATABASE_URL,
		masterKey: readMasterKey(output.SAYSO_KEY_FILE),
		log: output.SAYSO_LOG,
		jobs: output.SAYSO_JOBS,
		mail: mailIn(output)
	};
}

/** What the command line needs to do what the server does by itself. @throws Error as {@link readSettings} */
export function readJobSettings(
	env: Readonly<Record<string, string | undefined>>
): Pick<Settings, 'databaseUrl' | 'masterKey' | 'origin' | 'mail'> {
	const { databaseUrl, masterKey, origin, mail } = readSettings(env);
	return { databaseUrl, masterKey, origin, mail };
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
