import type { Actor } from '../access.ts';
import { demandOwn } from '../access.ts';
import type { Core } from '../core.ts';
import type { Document } from '../documents/document.ts';
import { askAbout } from './ask-about.ts';
import { letterDocument } from './document.ts';
import type { Writing } from './contents.ts';
import { decidedAbout, everyOwn, letterAbout, listOwn, ownLetter, readOwn } from './own.ts';
import type { LetterOf } from './rows.ts';
import { compose, ofMeeting } from './see.ts';
import { approve, save, send, type LetterInput } from './write.ts';
import { notFound } from '../errors.ts';

export type Letters = ReturnType<typeof createLetters>;

/**
 * What young people are told after a meeting: a letter each, from who ran it, in their language and face. It is written,
 * approved, and sent; from then on it never changes.
 */
export function createLetters(core: Core, writing: Writing) {
	const { read } = core.database;
	const { translator } = writing;
	return {
		ofMeeting: (actor: Actor, meetingId: string) => ofMeeting(core, actor, meetingId),
		compose: (actor: Actor, of: LetterOf) => compose(core, writing, actor, of),
		save: (actor: Actor, input: LetterInput) => save(core, writing, actor, input),
		approve: (actor: Actor, input: LetterInput) => approve(core, writing, actor, input),
		send: (actor: Actor, input: LetterInput) => send(core, writing, actor, input),
		/** A letter for print, as it will be or was read. */
		async document(actor: Actor, of: LetterOf): Promise<Document> {
			const { paper } = await compose(core, writing, actor, of);
			return letterDocument(paper, translator(paper.language));
		},

		listOwn: (actor: Actor) => listOwn(core, read, actor),
		readOwn: (actor: Actor, id: string) => readOwn(core, actor, id),
		askAbout: (actor: Actor, id: string) => askAbout(core, actor, id),
		/** What was decided about a statement of theirs, or at a meeting of theirs, as far as they have been told. */
		decidedAbout: (actor: Actor, of: Parameters<typeof decidedAbout>[2]) =>
			decidedAbout(core, actor, of),
		letterAbout: (actor: Actor, meetingId: string) => letterAbout(read, actor, meetingId),
		/** Every letter of theirs for print, oldest first. Whoever hands them out leaves the trace of it. */
		async ownDocuments(actor: Actor): Promise<Document[]> {
			const papers = await everyOwn(core, read, actor);
			return papers.map((paper) => letterDocument(paper, translator(paper.language)));
		},
		async ownDocument(actor: Actor, id: string): Promise<Document> {
			demandOwn('letter.read_own', actor);
			const { row, contents } = await ownLetter(core, read, actor, id);
			if (!contents.paper) throw notFound();
			await core.database.inTransaction((tx) =>
				core.audit.record(tx, {
					action: 'letter.printed',
					actor,
					youngPersonId: actor.id,
					subject: { kind: 'letter', id: row.id }
				})
			);
			return letterDocument(contents.paper, translator(contents.paper.language));
		}
	};
}
