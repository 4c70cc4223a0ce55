import type { RequestKind } from '#lib/rights/requests.ts';

/** The drawing beside each thing somebody can ask for. */
export const PICTURES: Readonly<Record<RequestKind, string>> = {
	advocate: 'on_my_side',
	independent_visitor: 'hand-heart',
	complaint: 'megaphone',
	early_review: 'calendar-clock',
	change_of_worker: 'user-plus'
};
