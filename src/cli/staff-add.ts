import { OPERATOR } from '../lib/server/access.ts';
import { demandOption, readArguments, type Command } from './command.ts';
import { invitationLines } from './invitation-lines.ts';

export const staffAdd: Command = {
	name: 'staff add',
	parameters: '--name NAME --email ADDRESS --role ROLE [--role ROLE …] [--provider NAME]',
	summary: 'Adds somebody to the staff and makes the code they set their passphrase with.',
	help: [
		'Roles: iro, manager, advocate, complaints, participation, social_worker, admin.',
		'Somebody who is there already keeps name and roles, gets these roles too, and a new code:',
		'this is also the way in for staff who were imported, and for a forgotten passphrase.',
		'An advocate of another organisation belongs to it: --provider "Voice First". They see what was',
		'given to their own organisation, and nothing of another. With one such organisation every request',
		'for an advocate goes to it; with several a participation worker gives it to one of them.'
	].join('\n'),
	async run(args) {
		const { values } = readArguments(
			args,
			{
				name: { type: 'string' },
				email: { type: 'string' },
				role: { type: 'string', multiple: true },
				provider: { type: 'string' }
			},
			{ least: 0, most: 0 }
		);
		const name = demandOption(values.name, 'name');
		const email = demandOption(values.email, 'email');
		demandOption(values.role?.[0], 'role');
		const roles = (values.role ?? []).flatMap((role) => role.split(/[;,]/));
		const { withApp } = await import('./with-app.ts');
		const { addStaff } = await import('../lib/server/people/add-staff.ts');
		return withApp(async (app) => {
			const { staffId, isNew } = await addStaff(app, OPERATOR, {
				name,
				email,
				roles,
				provider: values.provider
			});
			const invitation = await app.accounts.makeStaffInvitation(OPERATOR, staffId);
			console.info(isNew ? 'Added.' : 'There already; the roles were added.');
			console.info(invitationLines(invitation, '/staff/join').join('\n'));
			return 0;
		});
	}
};
