/** What a key may be made for. Each opens one thing; none opens what was said for the chair alone, or a complaint. */
export const API_SCOPES = [
	'meetings',
	'statements',
	'decisions',
	'letters',
	'records',
	'participation',
	'requests',
	'copies'
] as const;
export type ApiScope = (typeof API_SCOPES)[number];

/** As the database keeps them. One that is no scope any more opens nothing. */
export const scopesIn = (column: string): ApiScope[] => {
	const kept = column.split(';');
	return API_SCOPES.filter((scope) => kept.includes(scope));
};
