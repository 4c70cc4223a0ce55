import { randomUUID } from 'node:crypto';
import { area, type Row } from './area.ts';
import type { App } from '../../../src/lib/server/app.ts';
import type { Actor } from '../../../src/lib/server/access.ts';

const NONE = new URLSearchParams();

/** A list or figures that programs fetch. */
const fetched = (
	list: (machines: App['machines'], actor: Actor) => Promise<unknown>
): Row<object> => ({
	allowed: ['machine'],
	attempt: ({ app }, _, actor) => list(app.machines, actor)
});

export const machines = area<object>(async () => ({}), {
	'api_key.manage': {
		allowed: ['admin'],
		attempt: ({ app }, _, actor) =>
			app.machines.makeKey(actor, {
				id: randomUUID(),
				name: 'Case system',
				scopes: ['meetings'],
				expiresOn: '2027-01-01'
			})
	},
	'api.meetings': fetched((machines, actor) => machines.listMeetings(actor, NONE)),
	'api.statements': {
		allowed: ['machine'],
		attempt: ({ app, statementId }, _, actor) => app.machines.readStatement(actor, statementId)
	},
	'api.decisions': fetched((machines, actor) => machines.listDecisions(actor, NONE)),
	'api.letters': fetched((machines, actor) => machines.listLetters(actor, NONE)),
	'api.records': fetched((machines, actor) => machines.listRecords(actor, NONE)),
	'api.participation': fetched((machines, actor) => machines.listParticipation(actor, NONE)),
	'api.requests': fetched((machines, actor) => machines.requestFigures(actor, NONE)),
	'api.copies': {
		allowed: ['machine'],
		attempt: ({ app, amina, statementId }, _, actor) =>
			app.machines.reportCopy(actor, {
				kind: 'statement',
				id: statementId,
				youngPerson: { ref: `yp-${amina.id}` },
				copiedOn: '2026-11-20'
			})
	},
	'copy.mark': {
		allowed: ['chair'],
		attempt: ({ app, amina, statementId }, _, actor) =>
			app.machines.markCopied(actor, {
				kind: 'statement',
				subjectId: statementId,
				youngPersonId: amina.id,
				copiedOn: '2026-11-20'
			})
	}
});
