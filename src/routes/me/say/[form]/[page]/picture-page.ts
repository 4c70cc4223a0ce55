import { redirect, type RequestEvent } from '@sveltejs/kit';
import { invalid, notFound } from '#lib/server/errors.ts';
import { pageView } from '#lib/server/drafts/page-view.ts';
import { MOST_BYTES } from '#lib/server/pictures/clean-picture.ts';

type Event = RequestEvent<{ form: string; page: string }>;

/** The question a photo or a drawing is for, and the way back to it. */
export async function loadForPicture({ locals, params, url }: Event) {
	const view = pageView(await locals.app.drafts.open(locals.actor, params.form), params.page);
	if (!view) redirect(303, `/me/say/${params.form}`);
	const question = view.page.questions.find(({ id }) => id === url.searchParams.get('q'));
	if (!question || (question.type !== 'say' && question.type !== 'star')) throw notFound();
	return {
		form: view.form,
		face: view.face,
		questionId: question.id,
		pictures: view.pictures[question.id] ?? [],
		reader: view.reader,
		back: backFrom(url, question.id),
		here: `${url.pathname}?${queryOf(url)}`
	};
}

/** Cleans and keeps the picture that was posted, and goes back to the question. */
export async function addPicture(
	{ locals, params, url }: Event,
	form: FormData,
	source: 'photo' | 'drawing'
): Promise<never> {
	const file = form.get('picture');
	if (!(file instanceof File)) throw invalid('picture_empty');
	// Before it is brought into memory once more.
	if (file.size > MOST_BYTES) throw invalid('picture_too_large');
	const questionId = url.searchParams.get('q') ?? '';
	await locals.app.pictures.add(locals.actor, {
		formId: params.form,
		questionId,
		source,
		language: locals.translator.language.tag,
		bytes: Buffer.from(await file.arrayBuffer())
	});
	redirect(303, backFrom(url, questionId));
}

function backFrom(url: URL, questionId: string): string {
	const question = url.pathname.replace(/\/(photo|draw)$/, '');
	const query = url.searchParams.get('back') === 'check' ? '?back=check' : '';
	return `${question}${query}#q-${encodeURIComponent(questionId)}`;
}

/** Without the name of the action that the last post put there. */
export function queryOf(url: URL): URLSearchParams {
	const query = new URLSearchParams();
	for (const name of ['q', 'back']) {
		const value = url.searchParams.get(name);
		if (value !== null) query.set(name, value);
	}
	return query;
}
