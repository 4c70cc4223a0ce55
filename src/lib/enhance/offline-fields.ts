import { fieldOf, type Fields } from '../forms/fields.ts';

/** The controls of a page that is drawn empty, and what was said before. */
type Control = HTMLInputElement | HTMLTextAreaElement;

/** Of a question, the fields of its lines bear a number at their end: `a-12-line-0`. */
const NUMBERED = /^(.*-)(\d+)$/;

export function isOf(questionId: string, name: string): boolean {
	const start = fieldOf(questionId);
	return name === start || name.startsWith(`${start}-`);
}

/** Those of one question. Ids may begin alike (`3` and `3-more`), so the longest that fits has the field. */
export function fieldsOfQuestion(
	fields: Fields,
	questionId: string,
	allIds: readonly string[]
): Fields {
	return Object.fromEntries(
		Object.entries(fields).filter(([name]) => {
			const owners = allIds.filter((id) => isOf(id, name));
			return owners.sort((a, b) => b.length - a.length)[0] === questionId;
		})
	);
}

/**
 * Puts into the page what was said. What it has no control for goes along unseen: nothing said before is lost by going on
 * without a connection.
 * @returns whether something went along unseen
 */
export function fill(form: HTMLFormElement, fields: Fields): boolean {
	let unseen = false;
	for (const [name, values] of Object.entries(fields)) {
		if (values.length === 0) continue;
		while (controls(form, name).length === 0 && addLine(form, name));
		const its = controls(form, name);
		const choices = its.filter(({ type }) => type === 'radio' || type === 'checkbox');
		if (choices.length > 0)
			for (const choice of choices)
				(choice as HTMLInputElement).checked = values.includes(choice.value);
		else if (its[0]) its[0].value = values[0] ?? '';
		const offered = new Set(choices.map(({ value }) => value));
		const rest =
			choices.length > 0 ? values.filter((one) => !offered.has(one)) : its[0] ? [] : values;
		for (const value of rest) {
			hide(form, name, value);
			unseen ||= !name.endsWith('-star') && value !== '';
		}
		for (const control of its) control.closest('details')?.setAttribute('open', '');
	}
	return unseen;
}

function hide(form: HTMLFormElement, name: string, value: string): void {
	const field = document.createElement('input');
	Object.assign(field, { type: 'hidden', name, value });
	form.append(field);
}

/**
 * One more line below the last one of its kind.
 * @param like the name of a field in the line that is wanted, or of any in the line to follow
 * @returns whether there was a line to copy
 */
export function addLine(form: HTMLFormElement, like: string): boolean {
	const [, start = '', wanted = '0'] = NUMBERED.exec(like) ?? [];
	if (start === '') return false;
	const names = [...form.querySelectorAll<Control>('input, textarea')].map(({ name }) => name);
	const last = names
		.filter((name) => name.startsWith(start) && NUMBERED.test(name))
		.reduce((most, name) => Math.max(most, Number(NUMBERED.exec(name)?.[2] ?? -1)), -1);
	const first = last < 0 ? undefined : controls(form, start + last)[0];
	const block = first?.closest('fieldset.card') ?? first?.closest('.field');
	if (!block || first?.type === 'hidden' || Number(wanted) > 60) return false;
	const copy = block.cloneNode(true) as HTMLElement;
	for (const element of [copy, ...copy.querySelectorAll('*')])
		for (const attribute of ['name', 'id', 'for']) {
			const value = element.getAttribute(attribute);
			// An option's id has more behind the number.
			if (value)
				element.setAttribute(
					attribute,
					value.replace(new RegExp(`-${last}(?=$|-)`), `-${last + 1}`)
				);
		}
	for (const label of copy.querySelectorAll('label, legend'))
		if (label.childElementCount === 0)
			label.textContent = label.textContent.replace(String(last + 1), String(last + 2));
	for (const control of copy.querySelectorAll<Control>('input, textarea'))
		if (control.type === 'radio' || control.type === 'checkbox')
			(control as HTMLInputElement).checked = false;
		else control.value = '';
	block.after(copy);
	return true;
}

/** What was said, in the words of the page: those of the choices, and those that were typed. */
export function inWords(form: HTMLFormElement): string {
	const said = [...form.querySelectorAll<Control>('input, textarea')].flatMap((control) => {
		if (control.name === 'chair_only' || control.type === 'hidden') return [];
		if (control.type !== 'radio' && control.type !== 'checkbox') return control.value.trim();
		if (!(control as HTMLInputElement).checked) return [];
		return control.closest('label')?.querySelector('span')?.textContent.trim() ?? [];
	});
	return said.filter(Boolean).join(' · ');
}

export function postedFields(body: string): Record<string, string[]> {
	const fields: Record<string, string[]> = {};
	for (const [name, value] of new URLSearchParams(body))
		if (name.startsWith(fieldOf(''))) (fields[name] ??= []).push(value);
	return fields;
}

const controls = (form: HTMLFormElement, name: string): Control[] => [
	...form.querySelectorAll<Control>(`[name="${CSS.escape(name)}"]`)
];
