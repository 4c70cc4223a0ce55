import { expect, test } from 'vitest';
import { shapeAt } from './drawing-shapes.ts';

const middle = { x: 600, y: 600 };

test.each(['circle', 'square', 'star', 'heart'])(
	'a %s is closed, and around its middle',
	(shape) => {
		const points = shapeAt(shape, middle);
		const [first, last] = [points.at(0), points.at(-1)];

		expect(last?.x).toBeCloseTo(first?.x ?? 0);
		expect(last?.y).toBeCloseTo(first?.y ?? 0);
		for (const { x, y } of points) expect(Math.hypot(x - 600, y - 600)).toBeLessThan(140);
		expect(points.some(({ x }) => x < 560) && points.some(({ x }) => x > 640)).toBe(true);
	}
);

test('a dot, and what is no shape, is one point', () => {
	expect(shapeAt('dot', middle)).toEqual([middle]);
	expect(shapeAt('cloud', middle)).toEqual([middle]);
});
