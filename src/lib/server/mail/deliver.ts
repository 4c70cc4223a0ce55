import type { Translator } from '../../language/translator.ts';
import type { Core } from '../core.ts';
import type { Job } from '../jobs/job.ts';
import type { MailSettings } from '../settings.ts';
import { addressOf } from './addresses.ts';
import {
	beginSending,
	claimBatch,
	markFailed,
	markNowhere,
	markSent,
	release,
	type Claimed
} from './outbox.ts';
import { openMailServer, Unreachable, type MailServer, type Patience } from './smtp.ts';
import { writeMail } from './wording.ts';

export interface DeliveryGiven {
	readonly translator: (tag: string) => Translator;
	/** The council's name, as it is now. */
	readonly council: () => string;
	/** Null: nothing is sent. */
	readonly mail: MailSettings | null;
	readonly origin: string;
	readonly patience?: Patience;
}

/** Sends what waits in the outbox. See docs/decisions/0018-mail-from-an-outbox.md for what a kill in the middle does. */
export function createDeliveryJob(core: Core, given: DeliveryGiven): Job {
	return {
		name: 'mail',
		everyMinutes: 1,
		async run(stopping) {
			const { mail } = given;
			if (!mail) return;
			let server: MailServer | null = null;
			try {
				for (;;) {
					const batch = await claimBatch(core);
					for (const [index, claimed] of batch.entries()) {
						if (stopping?.aborted) return await release(core, batch.slice(index));
						const ready = await prepare(core, given, mail, claimed);
						if (!ready) continue;
						try {
							server ??= await openMailServer(mail, given.patience);
						} catch (thrown) {
							const problem = thrown instanceof Unreachable ? thrown.problem : 'ECONNECTION';
							await markFailed(core, claimed, { kind: 'unreachable', problem });
							return await release(core, batch.slice(index + 1));
						}
						const talks = await handOver(core, server, claimed, ready);
						if (!talks) {
							server.close();
							server = null;
						}
					}
					if (batch.length === 0) return;
				}
			} finally {
				server?.close();
			}
		}
	};
}

interface Ready {
	readonly from: string;
	readonly to: string;
	readonly bytes: Buffer;
}

/** Looks up where it goes and writes it; null where it goes nowhere. */
async function prepare(
	core: Core,
	given: DeliveryGiven,
	mail: MailSettings,
	claimed: Claimed
): Promise<Ready | null> {
	const address = await addressOf(core, core.database.read, claimed, mail);
	if (!address) {
		await markNowhere(core, claimed);
		return null;
	}
	const { as, to, language, path } = address;
	const bytes = await writeMail({
		id: claimed.id,
		message: claimed.message,
		as,
		to,
		from: mail.from,
		translator: given.translator(language),
		council: given.council(),
		origin: given.origin,
		path,
		at: core.now()
	});
	return { from: mail.fromAddress, to, bytes };
}

/** @returns whether the server still talks with us */
async function handOver(
	core: Core,
	server: MailServer,
	claimed: Claimed,
	{ from, to, bytes }: Ready
): Promise<boolean> {
	if (!(await beginSending(core, claimed))) return true;
	const outcome = await server.send({ from, to }, bytes);
	if (outcome.kind === 'sent') await markSent(core, claimed);
	else await markFailed(core, claimed, { kind: outcome.kind, problem: outcome.problem });
	return outcome.kind !== 'unreachable' && outcome.kind !== 'unsure';
}
