import { redirect } from '@sveltejs/kit';
import { formOf } from '#lib/forms/catalogue/forms.ts';
import { alertsOf } from '#lib/forms/alerts.ts';
import { holds } from '#lib/forms/conditions.ts';
import { page } from '#lib/server/hooks/answer.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = page(async ({ locals, params, url }) => {
	const { app, actor } = locals;
	const id = url.searchParams.get('statement');
	if (!id) redirect(303, '/me');
	const { form, facts, reader } = await app.drafts.open(actor, params.form);
	const statement = await app.statements.readOwn(actor, id);
	const answers = Object.fromEntries(
		statement.answers.map(({ questionId, answer }) => [questionId, answer])
	);
	const chair = statement.readers.find((one) => one.chair);
	return {
		id,
		form,
		face: statement.face,
		meeting: statement.meeting,
		reader: chair ? { kind: 'person' as const, name: chair.name } : reader,
		readers: statement.readers,
		alerts: alertsOf(form, answers),
		goOn: (form.leadsTo ?? [])
			.filter(({ when }) => holds(when, answers, facts))
			.flatMap((next) => formOf(next.form) ?? []),
		asked: (await app.requests.listOwn(actor)).filter(
			({ fromStatementId }) => fromStatementId === id
		),
		looks: await app.duty.whoLooks().then(({ officeOpen, opensAt, onDuty }) => ({
			officeOpen,
			opensAt,
			someoneOnDuty: onDuty.length > 0
		})),
		council: app.council.current()
	};
});
