/** The themes with a number to tell, and those of which every number but none is hidden. */
export function toldApart<
	T extends { readonly count: number | null; readonly before: number | null }
>(themes: readonly T[]): { readonly told: readonly T[]; readonly hidden: readonly T[] } {
	const isTold = ({ count, before }: T) => (count ?? 0) + (before ?? 0) > 0;
	return {
		told: themes.filter(isTold),
		hidden: themes.filter((theme) => !isTold(theme))
	};
}

interface Praised {
	readonly praised: { readonly goodNews: number; readonly goodNewsBefore: number };
	readonly themes: readonly {
		readonly theme: { readonly code: string | null };
		readonly count: number | null;
		readonly before: number | null;
	}[];
}

/** What was praised: good news by its form, which managers can count on a list; thanks as a theme, which they cannot. */
export function praiseRows({ praised, themes }: Praised) {
	const praise = themes.find(({ theme }) => theme.code === 'praise');
	return [
		{ what: 'good_news', count: praised.goodNews, before: praised.goodNewsBefore },
		{ what: 'praise', count: praise ? praise.count : 0, before: praise ? praise.before : 0 }
	] as const;
}
