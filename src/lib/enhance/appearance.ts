/** Shows a choice of the settings page on the page itself, before it is kept. Leaving without keeping changes nothing. */
export function startAppearance(form: HTMLFormElement): void {
	form.addEventListener('change', ({ target }) => {
		if (!(target instanceof HTMLInputElement)) return;
		const { name, value } = target;
		// What is read aloud, how forms speak and the language hold from the next page on.
		if (!['size', 'letters', 'spacing', 'theme', 'light', 'contrast'].includes(name)) return;
		document.documentElement.setAttribute(`data-${name}`, value);
		if (name === 'light')
			for (const swatch of form.querySelectorAll('.swatch'))
				swatch.setAttribute('data-light', value);
	});
}
