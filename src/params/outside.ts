/** What is asked over a link: `OUTSIDE_PURPOSES` of `lib/server/outside/links.ts`, said again for the browser's sake. */
export const match = (param: string): param is 'survey' | 'carer' =>
	param === 'survey' || param === 'carer';
