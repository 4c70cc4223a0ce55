import { shapeAt, type Point } from './drawing-shapes.ts';

const SIZE = 1200;
const STEP = 24;
const BIG_STEP = 120;
const MOVES: Readonly<Record<string, Point>> = {
	ArrowUp: { x: 0, y: -1 },
	ArrowDown: { x: 0, y: 1 },
	ArrowLeft: { x: -1, y: 0 },
	ArrowRight: { x: 1, y: 0 }
};

/** What of the pad the keyboard works with. */
interface Pad {
	/** Begins a line with the chosen pen, and gives what goes on with it. */
	begin(points: Point[]): (point: Point) => void;
	undo(): void;
	redraw(): void;
	say(words: string): void;
}

export interface Pen {
	/** Drawn over the lines while the keyboard draws; never part of the drawing. */
	draw(canvas: CanvasRenderingContext2D): void;
	/** Where a finger or the mouse has drawn last. */
	moveTo(point: Point): void;
}

/** The pad by keyboard alone, or by its buttons: a pen that is moved in steps, put down, lifted, and shapes. */
export function startDrawingKeys(form: HTMLFormElement, canvas: HTMLElement, pad: Pad): Pen {
	let at: Point = { x: SIZE / 2, y: SIZE / 2 };
	let drawOn: ((point: Point) => void) | null = null;
	let seen = false;
	const words = (name: string) => form.dataset[name] ?? '';
	const percent = (value: number) => String(Math.round((value / SIZE) * 100));

	function move({ x, y }: Point, step: number): void {
		const within = (value: number) => Math.max(0, Math.min(SIZE, value));
		at = { x: within(at.x + x * step), y: within(at.y + y * step) };
		drawOn?.(at);
		pad.redraw();
		pad.say(words('moved').replace('{across}', percent(at.x)).replace('{down}', percent(at.y)));
	}

	function liftOrPutDown(): void {
		drawOn = drawOn ? null : pad.begin([at]);
		pad.redraw();
		pad.say(words(drawOn ? 'penDown' : 'penUp'));
	}

	function placeShape(): void {
		const chosen = form.querySelector<HTMLInputElement>('input[name="shape"]:checked');
		pad.begin(shapeAt(chosen?.value ?? 'dot', at));
		drawOn = null;
		pad.redraw();
		pad.say(words('placed'));
	}

	canvas.addEventListener('keydown', (event) => {
		const direction = MOVES[event.key];
		const undo =
			event.key === 'Backspace' || ((event.ctrlKey || event.metaKey) && event.key === 'z');
		if (direction) move(direction, event.shiftKey ? BIG_STEP : STEP);
		else if (event.key === ' ') liftOrPutDown();
		else if (event.key === 'Enter') placeShape();
		else if (undo) {
			drawOn = null;
			pad.undo();
		} else return;
		event.preventDefault();
	});
	const show = (now: boolean) => () => {
		seen = now;
		// Whoever comes by keyboard sees the pen; a finger needs none.
		if (now && !canvas.matches(':focus-visible')) seen = false;
		if (!now) drawOn = null;
		pad.redraw();
	};
	canvas.addEventListener('focus', show(true));
	canvas.addEventListener('blur', show(false));
	form.querySelector('[data-place-shape]')?.addEventListener('click', placeShape);

	return {
		draw(canvasPen) {
			if (!seen) return;
			for (const [colour, width] of [
				['white', 14],
				['black', 6]
			] as const) {
				canvasPen.strokeStyle = colour;
				canvasPen.lineWidth = width;
				canvasPen.beginPath();
				canvasPen.arc(at.x, at.y, drawOn ? 16 : 28, 0, 2 * Math.PI);
				canvasPen.moveTo(at.x - 52, at.y);
				canvasPen.lineTo(at.x + 52, at.y);
				canvasPen.moveTo(at.x, at.y - 52);
				canvasPen.lineTo(at.x, at.y + 52);
				canvasPen.stroke();
			}
		},
		moveTo(point) {
			at = point;
		}
	};
}
