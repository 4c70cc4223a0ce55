import { expect, test } from 'vitest';
import { inReadingOrder } from './group-order.ts';
import { NOT_KNOWN } from './meeting-figures.ts';

const order = (group: string, ...values: string[]) =>
	inReadingOrder(
		group,
		values.map((value) => ({ value }))
	).map(({ value }) => value);

test('ages stand from the youngest on, and yes before no', () => {
	expect(order('age', '10_to_15', NOT_KNOWN, '4_to_9', '18_or_more', 'under_4')).toEqual([
		'under_4',
		'4_to_9',
		'10_to_15',
		'18_or_more',
		NOT_KNOWN
	]);
	expect(order('disabled', 'no', 'yes')).toEqual(['yes', 'no']);
});

test('other groups stay as they came, and those not known stand last', () => {
	expect(order('team', 'West', NOT_KNOWN, 'East', 'Leaving Care')).toEqual([
		'West',
		'East',
		'Leaving Care',
		NOT_KNOWN
	]);
});
