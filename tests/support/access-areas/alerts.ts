import { area } from './area.ts';

export const alerts = area(async () => ({}), {
	'duty.see': {
		allowed: ['manager', 'admin'],
		attempt: ({ app }, _, actor) => app.duty.see(actor)
	},
	'duty.change': {
		allowed: ['manager', 'admin'],
		// Long after anything else that is tried here.
		attempt: ({ app, actors }, _, actor) =>
			app.duty.add(actor, {
				staffId: actors.manager.id,
				from: '2027-06-01T09:00',
				to: '2027-06-01T10:00'
			})
	}
});
