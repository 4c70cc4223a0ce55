import { OPERATOR } from '../lib/server/access.ts';
import { demandOption, readArguments, type Command } from './command.ts';
import { invitationLines } from './invitation-lines.ts';

export const invite: Command = {
	name: 'invite',
	parameters: '--ref YOUNG_PERSON_REF',
	summary: 'Makes the one-use code a young person gets on with.',
	help: [
		'--ref   the case system’s own key for the young person',
		'',
		'A code made before ends. Who has an account already gets new secret pictures with it.',
		'With ORIGIN set, the link and its QR picture are shown too.'
	].join('\n'),
	async run(args) {
		const { values } = readArguments(args, { ref: { type: 'string' } }, { least: 0, most: 0 });
		const ref = demandOption(values.ref, 'ref');
		const { withApp } = await import('./with-app.ts');
		const { findByRef } = await import('../lib/server/people/find-by-ref.ts');
		return withApp(async (app) => {
			const id = await findByRef(app, OPERATOR, ref);
			const invitation = await app.accounts.makeInvitation(OPERATOR, id);
			console.info(invitationLines(invitation, `/join/${invitation.code}`).join('\n'));
			return 0;
		});
	}
};
