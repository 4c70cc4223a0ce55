interface Point {
	readonly x: number;
	readonly y: number;
}

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

	function redraw(): void {
		if (!pen || !canvas) return;
		pen.fillStyle = ground;
		pen.fillRect(0, 0, canvas.width, canvas.height);
		for (const line of lines) stroke(line, 0);
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

	canvas.addEventListener('pointerdown', (event) => {
		if (!event.isPrimary || event.button !== 0) return;
		event.preventDefault();
		canvas.setPointerCapture(event.pointerId);
		const swatch = chosen('colour')?.parentElement?.querySelector('.ink');
		drawing = {
			colour: swatch ? getComputedStyle(swatch).backgroundColor : 'black',
			width: Number(chosen('pen')?.value ?? 10),
			points: [placeOf(event)]
		};
		lines.push(drawing);
		told.textContent = '';
		stroke(drawing, 0);
	});
	canvas.addEventListener('pointermove', (event) => {
		if (!drawing || !event.isPrimary) return;
		drawing.points.push(placeOf(event));
		stroke(drawing, drawing.points.length - 2);
	});
	for (const end of ['pointerup', 'pointercancel'] as const)
		canvas.addEventListener(end, () => {
			drawing = null;
		});
	form.querySelector('[data-undo]')?.addEventListener('click', () => {
		told.textContent = (lines.pop() ? form.dataset['undone'] : form.dataset['empty']) ?? '';
		redraw();
	});
	form.querySelector('[data-clear]')?.addEventListener('click', () => {
		lines.length = 0;
		told.textContent = form.dataset['cleared'] ?? '';
		redraw();
	});
	form.addEventListener('submit', (event) => {
		event.preventDefault();
		if (lines.length === 0) {
			told.textContent = form.dataset['empty'] ?? '';
			return;
		}
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
