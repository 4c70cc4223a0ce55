/** These pages have two faces. The grown-up one says what the standard one says. */
export type PageFace = 'standard' | 'easy';

/**
 * What the address asks for, or else how forms speak to whoever is signed in.
 * @returns `kept`: what links to other pages need to keep what was asked for
 */
export async function pageFace(
	{ app, actor }: App.Locals,
	url: URL
): Promise<{ readonly face: PageFace; readonly kept: string }> {
	const asked = url.searchParams.get('face');
	if (asked === 'easy' || asked === 'standard') return { face: asked, kept: `?face=${asked}` };
	// Where somebody helps them with one form, their settings are not to be had.
	if (actor.kind !== 'young_person' || actor.only) return { face: 'standard', kept: '' };
	const { face } = await app.accounts.ownSettings(actor);
	return { face: face === 'easy' ? 'easy' : 'standard', kept: '' };
}
