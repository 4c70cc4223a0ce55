import { Readable } from 'node:stream';
import SMTPConnection from 'nodemailer/lib/smtp-connection';
import type { MailSettings } from '../settings.ts';

/**
 * What became of handing a mail over.
 * - `sent` the server has taken it
 * - `refused` it never will: nobody has that address, or it does not want such mail
 * - `waits` it did not take it now
 * - `unreachable` there is nobody to hand anything to
 * - `unsure` all of it was handed over, and no answer came: it may be on its way
 */
export interface Outcome {
	readonly kind: 'sent' | 'refused' | 'waits' | 'unreachable' | 'unsure';
	/** A code, never what a server answered: that may quote an address. Null when it was sent. */
	readonly problem: string | null;
}

/** One connection, for as many mails as wait. */
export interface MailServer {
	send(envelope: Envelope, mail: Buffer): Promise<Outcome>;
	close(): void;
}

export interface Envelope {
	readonly from: string;
	readonly to: string;
}

export interface Patience {
	readonly connectMs: number;
	/** How long it may say nothing. */
	readonly silenceMs: number;
	/** How long one mail may take, whatever it says. */
	readonly mailMs: number;
}

const PATIENCE: Patience = { connectMs: 10_000, silenceMs: 20_000, mailMs: 60_000 };

/**
 * Opens a connection. What it sends is known to have left or not, but for the moment between the last byte and the
 * server's answer: our own stream tells whether the server asked for the mail at all.
 * @throws Outcome `unreachable`
 */
export async function openMailServer(
	settings: MailSettings,
	patience: Patience = PATIENCE
): Promise<MailServer> {
	const connection = new SMTPConnection({
		host: settings.host,
		port: settings.port,
		secure: settings.tls === 'at_once',
		requireTLS: settings.tls === 'starttls',
		ignoreTLS: settings.tls === 'none',
		connectionTimeout: patience.connectMs,
		greetingTimeout: patience.connectMs,
		dnsTimeout: patience.connectMs,
		socketTimeout: patience.silenceMs,
		socketCloseTimeout: 1000
	});
	let broken = false;
	// What is under way is told through its own callback; an error nobody waits for only ends the connection.
	connection.on('error', () => (broken = true));
	connection.once('end', () => (broken = true));

	const step = async (begin: (done: (problem?: Error | null) => void) => void) => {
		const over = new AbortController();
		try {
			await new Promise<void>((resolve, reject) => {
				const ended = () => reject(new Error('ended'));
				over.signal.addEventListener('abort', () => {
					connection.off('error', reject).off('end', ended);
				});
				connection.on('error', reject).on('end', ended);
				begin((problem) => (problem ? reject(problem) : resolve()));
			});
		} finally {
			over.abort();
		}
	};

	const { login } = settings;
	try {
		await step((done) => connection.connect(done));
		if (login)
			await step((done) => connection.login({ user: login.user, pass: login.password }, done));
	} catch (thrown) {
		connection.close();
		throw new Unreachable(codeOf(thrown));
	}

	return {
		async send(envelope, mail) {
			if (broken) return { kind: 'unreachable', problem: 'ECONNECTION' };
			let asked = false;
			const stream = new Readable({
				read() {
					asked = true;
					this.push(mail);
					this.push(null);
				}
			});
			try {
				await within(
					patience.mailMs,
					step((done) => connection.send({ from: envelope.from, to: [envelope.to] }, stream, done))
				);
				return { kind: 'sent', problem: null };
			} catch (thrown) {
				const outcome = outcomeOf(thrown, asked);
				// After a refusal the next mail begins afresh; after anything else there may be nobody to talk to.
				if (outcome.kind === 'refused' || outcome.kind === 'waits')
					await step((done) => connection.reset(done)).catch(() => (broken = true));
				else {
					broken = true;
					connection.close();
				}
				return outcome;
			}
		},
		close() {
			if (broken) connection.close();
			else connection.quit();
		}
	};
}

/** No connection, or none that lets us in. */
export class Unreachable extends Error {
	readonly problem: string;

	constructor(problem: string) {
		super(`no mail server: ${problem}`);
		this.problem = problem;
	}
}

function outcomeOf(thrown: unknown, asked: boolean): Outcome {
	const problem = codeOf(thrown);
	const { responseCode, command } = answerIn(thrown);
	if (responseCode === null) return { kind: asked ? 'unsure' : 'unreachable', problem };
	const about = `${problem}_${responseCode}`;
	if (responseCode === 421) return { kind: 'unreachable', problem: about };
	// That our own sender is refused is ours to mend: the mail is none the worse for it.
	const forGood = responseCode >= 500 && (asked || command === 'RCPT TO');
	return { kind: forGood ? 'refused' : 'waits', problem: about };
}

function answerIn(thrown: unknown): { responseCode: number | null; command: string | null } {
	const has = (name: string): unknown =>
		thrown instanceof Error ? Object.entries(thrown).find(([key]) => key === name)?.[1] : undefined;
	const responseCode = has('responseCode');
	const command = has('command');
	return {
		responseCode: typeof responseCode === 'number' ? responseCode : null,
		command: typeof command === 'string' ? command : null
	};
}

function codeOf(thrown: unknown): string {
	const code = thrown instanceof Error && 'code' in thrown ? thrown.code : null;
	return typeof code === 'string' && /^[A-Z]{1,30}$/.test(code) ? code : 'ECONNECTION';
}

async function within<T>(milliseconds: number, work: Promise<T>): Promise<T> {
	let timer: NodeJS.Timeout | undefined;
	const tooLong = new Promise<never>((_, reject) => {
		timer = setTimeout(() => reject(new Error('too long')), milliseconds);
	});
	try {
		return await Promise.race([work, tooLong]);
	} finally {
		clearTimeout(timer);
	}
}
