export interface Point {
	readonly x: number;
	readonly y: number;
}

/** Across the pad, in its own units. */
const RADIUS = 90;
const turn = (at: number, radius: number, { x, y }: Point): Point => ({
	x: x + radius * Math.sin(at * 2 * Math.PI),
	y: y - radius * Math.cos(at * 2 * Math.PI)
});
const steps = (count: number): number[] =>
	Array.from({ length: count + 1 }, (_, step) => step / count);

const SHAPES: Readonly<Record<string, (middle: Point) => Point[]>> = {
	dot: (middle) => [middle],
	circle: (middle) => steps(48).map((at) => turn(at, RADIUS, middle)),
	square: (middle) => steps(4).map((at) => turn(at + 1 / 8, RADIUS * Math.SQRT2, middle)),
	star: (middle) =>
		steps(10).map((at, step) => turn(at, step % 2 === 0 ? RADIUS : RADIUS * 0.4, middle)),
	heart: ({ x, y }) =>
		steps(48).map((at) => {
			const angle = at * 2 * Math.PI;
			const down =
				13 * Math.cos(angle) -
				5 * Math.cos(2 * angle) -
				2 * Math.cos(3 * angle) -
				Math.cos(4 * angle);
			return {
				x: x + (RADIUS / 16) * 16 * Math.sin(angle) ** 3,
				y: y - (RADIUS / 16) * down
			};
		})
};

/** The line of a shape around a point; a dot for a shape there is not. */
export const shapeAt = (shape: string, middle: Point): Point[] =>
	(SHAPES[shape] ?? ((point: Point) => [point]))(middle);
