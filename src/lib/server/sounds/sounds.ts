import { eq, sum } from 'drizzle-orm';
import { createAttachments, type Surroundings } from '../attachments/attachments.ts';
import type { Core } from '../core.ts';
import { invalid } from '../errors.ts';
import { createSoundCleaner } from './clean-sound.ts';

export const MOST_A_QUESTION = 3;
const MOST_A_DRAFT = 15;
/** Of all notes of a draft together: somebody has to listen to them. */
export const MOST_MINUTES_A_DRAFT = 20;

export type Sounds = ReturnType<typeof createSounds>;

/** Voice notes. What comes out is MP3. */
export function createSounds(core: Core, around: Surroundings) {
	const cleaner = createSoundCleaner();
	const attachments = createAttachments(core, around, {
		table: 'sounds',
		noun: 'sound',
		mostAQuestion: MOST_A_QUESTION,
		mostADraft: MOST_A_DRAFT,
		clean: cleaner.clean,
		async keep(tx, row, { milliseconds }) {
			const { sounds } = tx.tables;
			const [all] = await tx
				.select({ milliseconds: sum(sounds.milliseconds) })
				.from(sounds)
				.where(eq(sounds.draftId, row.draftId));
			if (Number(all?.milliseconds ?? 0) + milliseconds > MOST_MINUTES_A_DRAFT * 60_000)
				throw invalid('sound_too_many_minutes', { minutes: MOST_MINUTES_A_DRAFT });
			await tx.insert(sounds).values({ ...row, statementId: null, milliseconds });
		}
	});
	return { ...attachments, close: cleaner.close };
}
