import { AGE_BANDS } from './age-bands.ts';
import { NOT_KNOWN } from './meeting-figures.ts';

const YES_NO = ['yes', 'no'] as const;

/** Groups that have an order of their own, whatever their numbers are. */
const ORDERS: Readonly<Record<string, readonly string[]>> = {
	age: AGE_BANDS,
	disabled: YES_NO,
	unaccompanied: YES_NO
};

/**
 * The rows of a group as somebody reads them: ages from the youngest, yes before no, and those of whom it is not known
 * last. The others stay in the order they came in.
 */
export function inReadingOrder<Row extends { readonly value: string }>(
	group: string,
	rows: readonly Row[]
): Row[] {
	const order = ORDERS[group] ?? [];
	const place = ({ value }: Row): number => {
		if (value === NOT_KNOWN) return order.length + 1;
		const at = order.indexOf(value);
		return at < 0 ? order.length : at;
	};
	return rows.toSorted((a, b) => place(a) - place(b));
}
