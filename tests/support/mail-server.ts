import { once } from 'node:events';
import type { AddressInfo } from 'node:net';
import { SMTPServer, type SMTPServerOptions } from 'smtp-server';
import type { MailSettings } from '../../src/lib/server/settings.ts';

export interface Received {
	readonly to: string;
	readonly messageId: string;
	readonly text: string;
}

export interface MailServer {
	readonly settings: MailSettings;
	/** Every mail it took, in the order it took them. */
	readonly received: readonly Received[];
	stop(): Promise<void>;
}

/**
 * A real mail server on this machine.
 * @param options what it does other than take everything; `afterData` answers once the mail is there
 */
export async function startMailServer(
	options: SMTPServerOptions & {
		readonly port?: number;
		readonly afterData?: (mail: Received, drop: () => void) => Promise<void> | void;
	} = {}
): Promise<MailServer> {
	const { afterData, port, ...rest } = options;
	const received: Received[] = [];
	const server = new SMTPServer({
		disabledCommands: ['AUTH', 'STARTTLS'],
		disableReverseLookup: true,
		closeTimeout: 200,
		...rest,
		onData(stream, session, done) {
			let text = '';
			stream.setEncoding('utf8').on('data', (some: string) => (text += some));
			stream.on('end', () => {
				const mail = {
					to: session.envelope.rcptTo.map(({ address }) => address).join(),
					messageId: /^Message-ID: (\S+)/im.exec(text)?.[1] ?? '',
					text
				};
				const drop = () => {
					for (const connection of server.connections) connection._socket.destroy();
				};
				Promise.resolve(afterData?.(mail, drop)).then(
					() => {
						received.push(mail);
						done();
					},
					(problem: Error) => done(problem)
				);
			});
		}
	});
	server.on('error', () => undefined);
	server.listen(port ?? 0, '127.0.0.1');
	await once(server.server, 'listening');
	const { port: taken } = server.server.address() as AddressInfo;
	return {
		settings: {
			host: '127.0.0.1',
			port: taken,
			tls: 'none',
			login: null,
			from: 'Sayso <sayso@eastbrook.example>',
			fromAddress: 'sayso@eastbrook.example',
			textAddress: (number) => `${number.replace(/\D/g, '')}@sms.example`
		},
		received,
		stop: () => new Promise((resolve) => server.close(() => resolve()))
	};
}

/** What such a server says no with. */
export function smtpRefusal(code: number): Error {
	return Object.assign(new Error('no'), { responseCode: code });
}

/** What stands in a mail, as its reader sees it. */
export function bodyOf({ text }: Received): string {
	const [head = '', ...rest] = text.split('\r\n\r\n');
	const body = rest.join('\n\n');
	return /^Content-Transfer-Encoding: base64/im.test(head)
		? Buffer.from(body, 'base64').toString('utf8')
		: body
				.replaceAll('=\r\n', '')
				.replaceAll(/=([0-9A-F]{2})/g, (_, hex: string) => String.fromCharCode(parseInt(hex, 16)));
}
