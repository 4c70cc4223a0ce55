import { page } from '#lib/server/hooks/answer.ts';
import { joiningAt } from '#lib/server/hooks/joining.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = page(async (event) => {
	const { app, translator } = event.locals;
	const { purpose, signInName, pictures } = await joiningAt(event, 'pictures');
	return { purpose, signInName, pictures: app.secretWords.of(translator, pictures) };
});
