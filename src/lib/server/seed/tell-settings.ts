import type { App } from '../app.ts';
import type { Council } from './tell-forms.ts';

/** A ready reply of Eastbrook's own: what the administrator changed is not an empty page. */
export async function tellSettings(app: App, { staff, accounts }: Council): Promise<void> {
	const administrator = accounts.staff.get(staff.get('S09')?.id ?? '');
	if (!administrator) return;
	await app.administration.changeReadyReply(administrator, {
		do: 'keep',
		version: 0,
		id: '',
		words: {
			en: 'Thank you. I will ring you this week.',
			ar: 'شكرًا لك. سأتصل بك هذا الأسبوع.'
		}
	});
}
