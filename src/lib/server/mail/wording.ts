import MailComposer from 'nodemailer/lib/mail-composer';
import type { Translator } from '../../language/translator.ts';
import type { Message } from './queue.ts';

/** Says that something waits or is asked, who it is from and where: nothing about anybody. */
export function writeMail(given: {
	readonly id: string;
	readonly message: Message;
	readonly as: 'email' | 'text';
	readonly to: string;
	readonly from: string;
	readonly translator: Translator;
	readonly council: string;
	readonly origin: string;
	/** Where in Sayso it leads; null: to its front page. */
	readonly path: string | null;
	readonly at: number;
}): Promise<Buffer> {
	const { t } = given.translator;
	const words =
		given.as === 'text'
			? // A gateway puts the subject before the text, or leaves one of them out.
				{ subject: '', text: t('mail:text', { council: given.council, link: given.origin }) }
			: {
					subject: t(`mail:subject.${given.message}`),
					text: [
						t(`mail:body.${given.message}`),
						given.path === null ? given.origin : new URL(given.path, given.origin).href,
						t('mail:nothing_here'),
						given.council
					].join('\n\n')
				};
	return new MailComposer({
		from: given.from,
		to: given.to,
		...words,
		messageId: messageIdOf(given.id, given.origin),
		date: new Date(given.at),
		headers: {
			'Auto-Submitted': 'auto-generated',
			'X-Auto-Response-Suppress': 'All',
			'Content-Language': given.translator.language.tag
		},
		disableFileAccess: true,
		disableUrlAccess: true
	})
		.compile()
		.build();
}

/** The same for every attempt at one message, so that whoever gets it a second time can tell. */
export const messageIdOf = (id: string, origin: string): string =>
	`<${id}@${new URL(origin).hostname}>`;
