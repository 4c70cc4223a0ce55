import { redirect, type RequestEvent } from '@sveltejs/kit';
import { invalid, notFound } from '#lib/server/errors.ts';
import { pageView } from '#lib/server/drafts/page-view.ts';
import { MOST_BYTES as MOST_PICTURE_BYTES } from '#lib/server/pictures/clean-picture.ts';
import { MOST_BYTES as MOST_SOUND_BYTES } from '#lib/server/sounds/limits.ts';

type Event = RequestEvent<{ form: string; page: string }>;

/** The question a photo, a drawing or a voice note is for, and the way back to it. */
export async function loadForAttachment({ locals, params, url }: Event) {
	const view = pageView(await locals.app.drafts.open(locals.actor, params.form), params.page);
	if (!view) redirect(303, `/me/say/${params.form}`);
	const question = view.page.questions.find(({ id }) => id === url.searchParams.get('q'));
	if (!question || (question.type !== 'say' && question.type !== 'star')) throw notFound();
	return {
		form: view.form,
		face: view.face,
		questionId: question.id,
		pictures: view.attached[question.id]?.pictures ?? [],
		sounds: view.attached[question.id]?.sounds ?? [],
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
	if (file.size > MOST_PICTURE_BYTES) throw invalid('picture_too_large');
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

/** Encodes and keeps the voice note that was posted, and goes back to the question. */
export async function addSound({ locals, params, url }: Event, form: FormData): Promise<never> {
	const file = form.get('sound');
	if (!(file instanceof File)) throw invalid('sound_empty');
	if (file.size > MOST_SOUND_BYTES) throw invalid('sound_too_large');
	const questionId = url.searchParams.get('q') ?? '';
	await locals.app.sounds.add(locals.actor, {
		formId: params.form,
		questionId,
		language: locals.translator.language.tag,
		bytes: Buffer.from(await file.arrayBuffer())
	});
	redirect(303, backFrom(url, questionId));
}

/** Takes one out again, and stays. */
export async function removeAttachment(
	{ locals, params, url }: Event,
	form: FormData,
	kind: 'pictures' | 'sounds'
): Promise<never> {
	await locals.app[kind].remove(locals.actor, {
		formId: params.form,
		id: String(form.get('id')),
		language: locals.translator.language.tag
	});
	redirect(303, `${url.pathname}?${queryOf(url)}`);
}

function backFrom(url: URL, questionId: string): string {
	const question = url.pathname.replace(/\/(photo|draw|voice)$/, '');
	const query = url.searchParams.get('back') === 'check' ? '?back=check' : '';
	return `${question}${query}#q-${encodeURIComponent(questionId)}`;
}

/** Without the name of the action that the last post put there. */
function queryOf(url: URL): URLSearchParams {
	const query = new URLSearchParams();
	for (const name of ['q', 'back']) {
		const value = url.searchParams.get(name);
		if (value !== null) query.set(name, value);
	}
	return query;
}
