import { notFound } from '../../../src/lib/server/errors.ts';
import { addDecision } from '../decided.ts';
import { addMeeting } from '../people.ts';
import { area } from './area.ts';

/**
 * Amina’s conference with her brother was held, chaired by Sam: her letter of it is sent, that of another is not. Her
 * social worker owns a promise made there, and somebody else one made to a stranger.
 */
export const letters = area(
	async ({ app, actors, amina, stranger }) => {
		const held = (youngPersonIds: string[], chairId: string) =>
			addMeeting(app, { youngPersonIds, chairId, heldOn: '2026-11-12' });
		const sentId = await held([amina.id, actors.brother.id], actors.chair.id);
		const draftId = await held([amina.id], actors.chair.id);
		const other = await held([stranger.id], actors.anotherOfficer.id);
		const promise = {
			meetingId: sentId,
			youngPersonId: amina.id,
			owner: { staffId: actors.socialWorker.id },
			dueOn: '2026-12-01'
		};
		const promiseId = await addDecision(app, promise);
		await addDecision(app, {
			...promise,
			meetingId: other,
			youngPersonId: stranger.id,
			owner: { staffId: actors.ticked.id }
		});
		const of = { meetingId: sentId, youngPersonId: amina.id };
		await app.letters.approve(actors.chair, { ...of, version: 0 });
		await app.letters.send(actors.chair, { ...of, version: 1 });
		const [letter] = await app.letters.listOwn(actors.amina);
		return { promiseId, letterId: letter?.id ?? '', sentId, draftId };
	},
	{
		'letter.see': {
			allowed: ['chair', 'manager'],
			attempt: ({ app, amina }, { sentId }, actor) =>
				app.letters.compose(actor, { meetingId: sentId, youngPersonId: amina.id })
		},
		'letter.write': {
			allowed: ['chair'],
			attempt: ({ app, amina }, { draftId }, actor) =>
				app.letters.save(actor, {
					meetingId: draftId,
					youngPersonId: amina.id,
					version: 0,
					words: {
						language: 'en',
						opening: { words: 'Well done.' },
						closing: {},
						decisions: {}
					}
				})
		},
		'letter.approve': {
			allowed: ['chair', 'manager'],
			async attempt({ app, amina }, { draftId }, actor) {
				const of = { meetingId: draftId, youngPersonId: amina.id };
				const { letters: rows } = app.database.read.tables;
				const found = await app.database.read.select().from(rows);
				const version = found.find(({ meetingId }) => meetingId === draftId)?.version ?? 0;
				await app.letters.approve(actor, { ...of, version });
			}
		},
		'letter.send': {
			allowed: ['chair'],
			attempt: ({ app, amina }, { sentId }, actor) =>
				app.letters.send(actor, { meetingId: sentId, youngPersonId: amina.id, version: 2 })
		},
		'letter.read_own': {
			allowed: ['amina'],
			attempt: ({ app }, { letterId }, actor) => app.letters.readOwn(actor, letterId)
		},
		'promise.list': {
			allowed: ['chair', 'socialWorker'],
			async attempt({ app }, { promiseId }, actor) {
				const { promises } = await app.promises.list(actor);
				if (!promises.some(({ id }) => id === promiseId)) throw notFound();
			}
		},
		'promise.mark': {
			allowed: ['chair', 'socialWorker'],
			async attempt({ app }, { promiseId }, actor) {
				const { decisions } = app.database.read.tables;
				const found = await app.database.read.select().from(decisions);
				const version = found.find(({ id }) => id === promiseId)?.version ?? 0;
				await app.promises.mark(actor, { id: promiseId, version, done: 'done' });
				await app.promises.mark(actor, { id: promiseId, version: version + 1, done: 'open' });
			}
		},
		'promise.count': {
			allowed: ['manager'],
			async attempt({ app }, _, actor) {
				const { council } = await app.promises.list(actor);
				if (!council) throw notFound();
			}
		}
	}
);
