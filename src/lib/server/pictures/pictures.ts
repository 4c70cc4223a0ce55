import type { Actor } from '../access.ts';
import {
	attachmentPlace,
	createAttachments,
	type Surroundings
} from '../attachments/attachments.ts';
import type { Core } from '../core.ts';
import type { Place } from '../vault/vault.ts';
import { cleanPicture } from './clean-picture.ts';

export const MOST_A_QUESTION = 6;
const MOST_A_DRAFT = 24;

export const picturePlace = (id: string): Place => attachmentPlace('pictures', id);

export type Pictures = ReturnType<typeof createPictures>;

/** Photos and drawings. What comes out is WebP. */
export function createPictures(core: Core, around: Surroundings) {
	const of = (source: 'photo' | 'drawing') =>
		createAttachments(core, around, {
			table: 'pictures',
			noun: 'picture',
			mostAQuestion: MOST_A_QUESTION,
			mostADraft: MOST_A_DRAFT,
			clean: cleanPicture,
			async keep(tx, row, { width, height }) {
				await tx
					.insert(tx.tables.pictures)
					.values({ ...row, statementId: null, source, width, height });
			}
		});
	const photos = of('photo');
	const drawings = of('drawing');

	return {
		...photos,
		add: (
			actor: Actor,
			{
				source,
				...input
			}: Parameters<typeof photos.add>[1] & { readonly source: 'photo' | 'drawing' }
		): Promise<string> => (source === 'photo' ? photos : drawings).add(actor, input)
	};
}
