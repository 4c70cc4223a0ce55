import { randomUUID } from 'node:crypto';
import { eq } from 'drizzle-orm';
import type { App } from '../../../src/lib/server/app.ts';
import { sendStatement } from '../drafts.ts';
import { area } from './area.ts';

/** What a page would send with a step of a request, as it stands now. */
async function stepOf(app: App, id: string) {
	const { requests } = app.database.read.tables;
	const [row] = await app.database.read
		.select({ version: requests.version })
		.from(requests)
		.where(eq(requests.id, id));
	return { id, sendKey: randomUUID(), version: row?.version ?? 0 };
}

/**
 * Amina has complained three times: the first complaint is there already, the second was answered, the third is for
 * her to withdraw. Kai has asked for an advocate, and there are two services to give that to.
 */
export const requests = area(
	async ({ app, amina, stranger, actors }) => {
		const complain = async () => {
			const { statementId } = await sendStatement(app, amina, {
				formId: 'complain',
				answers: {
					'2': { kind: 'say', text: 'It was late.', pictures: [] },
					'8': { kind: 'yes_no', value: 'no' }
				}
			});
			const own = await app.requests.listOwn(amina.actor);
			return own.find((one) => one.statementId === statementId)?.id ?? '';
		};
		const answeredId = await complain();
		await app.requests.move(actors.complaints, {
			...(await stepOf(app, answeredId)),
			step: 'answered',
			words: 'We are sorry.'
		});
		const withdrawnId = await complain();
		const providers = await app.database.inTransaction(async (tx) => {
			const made = ['First', 'Second'].map((name) => ({
				id: randomUUID(),
				name,
				active: 1,
				createdAt: app.now()
			}));
			await tx.insert(tx.tables.providers).values(made);
			return made;
		});
		await sendStatement(app, stranger, {
			formId: 'ask-for-an-advocate',
			answers: { '6': { kind: 'pick', value: 'here' } }
		});
		const [toGive] = await app.requests.listOwn(stranger.actor);
		return {
			answeredId,
			withdrawnId,
			toGiveId: toGive?.id ?? '',
			providerId: providers[0]?.id ?? ''
		};
	},
	{
		'request.work': {
			// Of those who handle complaints, without the one it is about.
			allowed: ['complaints'],
			attempt: async ({ app, complaintRequestId }, _, actor) =>
				app.requests.reply(actor, { ...(await stepOf(app, complaintRequestId)), words: 'Soon.' })
		},
		'request.assign': {
			allowed: ['complaints'],
			attempt: async ({ app, complaintRequestId, actors }, _, actor) =>
				app.requests.assign(actor, {
					...(await stepOf(app, complaintRequestId)),
					staffId: actors.complaints.id
				})
		},
		'request.give': {
			allowed: ['participation'],
			attempt: async ({ app }, { toGiveId, providerId }, actor) =>
				app.requests.give(actor, { ...(await stepOf(app, toGiveId)), providerId })
		},
		'request.read_own': {
			allowed: ['amina'],
			attempt: ({ app, complaintRequestId }, _, actor) =>
				app.requests.readOwn(actor, complaintRequestId)
		},
		'request.ask_next': {
			allowed: ['amina'],
			attempt: async ({ app }, { answeredId }, actor) =>
				app.requests.ownMove(actor, { ...(await stepOf(app, answeredId)), step: 'next_asked' })
		},
		'request.withdraw': {
			allowed: ['amina'],
			attempt: async ({ app }, { withdrawnId }, actor) =>
				app.requests.ownMove(actor, { ...(await stepOf(app, withdrawnId)), step: 'withdrawn' })
		},
		'request.say_waiting': {
			allowed: ['amina'],
			attempt: async ({ app, complaintRequestId }, _, actor) =>
				app.requests.sayWaiting(actor, await stepOf(app, complaintRequestId))
		},
		'request.choose_advocate': {
			allowed: ['amina'],
			attempt: async ({ app, complaintRequestId }, _, actor) =>
				app.requests.chooseAdvocate(actor, {
					...(await stepOf(app, complaintRequestId)),
					want: 'no'
				})
		}
	}
);
