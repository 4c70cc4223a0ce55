import { startDrawingKeys } from './drawing-keys.ts';
import type { Point } from './drawing-shapes.ts';

interface Line {
	readonly colour: string;
	readonly width: number;
	readonly points: Point[];
}

/** The drawing pad: lines are kept as lines, so that the last one can be taken back; the form posts them as a PNG. */
export function startDrawing(form: HTMLFormElement): void {
	const canvas = form.querySelector('canvas');
	const file = form.querySelector<HTMLInputElement>('input[type="file"]');
	const told = form.querySelector<HTMLElement>('[data-told]');
	const pen = canvas?.getContext('2d');
	if (!canvas || !file || !told || !pen) return;

	const lines: Line[] = [];
	let drawing: Line | null = null;
	document.querySelector('[data-without-drawing]')?.setAttribute('hidden', '');
	form.hidden = false;
	const ground = getComputedStyle(canvas).backgroundColor;

	function drawLines(): void {
		if (!pen || !canvas) return;
		pen.fillStyle = ground;
		pen.fillRect(0, 0, canvas.width, canvas.height);
		for (const line of lines) stroke(line, 0);
	}

	function redraw(): void {
		drawLines();
		if (pen) byKeyboard.draw(pen);
	}

	function stroke(line: Line, from: number): void {
		const first = line.points[Math.max(0, from)];
		if (!pen || !first) return;
		pen.strokeStyle = line.colour;
		pen.lineWidth = line.width;
		pen.lineCap = 'round';
		pen.lineJoin = 'round';
		pen.beginPath();
		pen.moveTo(first.x, first.y);
		for (const point of line.points.slice(Math.max(0, from))) pen.lineTo(point.x, point.y);
		pen.stroke();
	}

	function placeOf(event: PointerEvent): Point {
		const { left, top, width, height } = (event.target as HTMLElement).getBoundingClientRect();
		return {
			x: ((event.clientX - left) / width) * 1200,
			y: ((event.clientY - top) / height) * 1200
		};
	}

	function chosen(name: string): HTMLInputElement | null {
		return form.querySelector<HTMLInputElement>(`input[name="${name}"]:checked`);
	}

	function begin(points: Point[]): Line {
		const swatch = chosen('colour')?.parentElement?.querySelector('.ink');
		const line = {
			colour: swatch ? getComputedStyle(swatch).backgroundColor : 'black',
			width: Number(chosen('pen')?.value ?? 10),
			points
		};
		lines.push(line);
		return line;
	}

	function say(words: string | undefined): void {
		if (told) told.textContent = words ?? '';
	}

	function undo(): void {
		say(lines.pop() ? form.dataset['undone'] : form.dataset['empty']);
		redraw();
	}

	const byKeyboard = startDrawingKeys(form, canvas, {
		begin(points) {
			const line = begin(points);
			return (point) => line.points.push(point);
		},
		undo,
		redraw,
		say
	});

	canvas.addEventListener('pointerdown', (event) => {
		if (!event.isPrimary || event.button !== 0) return;
		event.preventDefault();
		canvas.setPointerCapture(event.pointerId);
		drawing = begin([placeOf(event)]);
		say('');
		stroke(drawing, 0);
	});
	canvas.addEventListener('pointermove', (event) => {
		if (!drawing || !event.isPrimary) return;
		drawing.points.push(placeOf(event));
		stroke(drawing, drawing.points.length - 2);
	});
	for (const end of ['pointerup', 'pointercancel'] as const)
		canvas.addEventListener(end, () => {
			const last = drawing?.points.at(-1);
			if (last) byKeyboard.moveTo(last);
			drawing = null;
		});
	form.querySelector('[data-undo]')?.addEventListener('click', undo);
	form.querySelector('[data-clear]')?.addEventListener('click', () => {
		lines.length = 0;
		say(form.dataset['cleared']);
		redraw();
	});
	form.addEventListener('submit', (event) => {
		event.preventDefault();
		if (lines.length === 0) return say(form.dataset['empty']);
		// Without the pen that the keyboard moves.
		drawLines();
		canvas.toBlob((blob) => {
			if (!blob) return;
			const files = new DataTransfer();
			files.items.add(new File([blob], 'drawing.png', { type: 'image/png' }));
			file.files = files.files;
			// Past this handler: the browser posts it as any other form.
			form.submit();
		}, 'image/png');
	});
	redraw();
}
