import { randomUUID } from 'node:crypto';
import { and, eq } from 'drizzle-orm';
import * as v from 'valibot';
import { foldText } from '../../language/fold.ts';
import { demandOfStaff, type Actor } from '../access.ts';
import type { Core } from '../core.ts';
import type { Tx } from '../db/database.ts';
import { invalid, notFound } from '../errors.ts';
import { isId } from '../ids.ts';
import { subjectNoticesSeen } from '../notices/notices.ts';
import { activeProviders } from './providers.ts';
import { toBeGiven, type RequestRow } from './standings.ts';
import { madeBefore, makeStep, stageIn, stepFields } from './steps.ts';
import { tellHandlers, tellYoungPerson } from './telling.ts';

const giving = v.object({ ...stepFields, providerId: v.string() });

/**
 * Gives a request to one of several advocacy services. Who gives it learns that it was asked for, and none of the words.
 * @throws Refusal invalid `asked_provider_unknown`; conflict `request_changed`
 */
export async function give(
	core: Core,
	actor: Actor,
	input: v.InferInput<typeof giving>
): Promise<void> {
	const parsed = v.safeParse(giving, input);
	if (!parsed.success) throw invalid('form_unreadable');
	const { id, providerId } = parsed.output;
	await core.database.inTransaction(async (tx) => {
		demandOfStaff('request.give', actor);
		if (!isId(id)) throw notFound();
		const { requests, requestSteps } = tx.tables;
		const [again] = await tx
			.select({ id: requestSteps.id })
			.from(requestSteps)
			.where(
				and(
					eq(requestSteps.sendKey, parsed.output.sendKey),
					eq(requestSteps.requestId, id),
					eq(requestSteps.byStaffId, actor.id)
				)
			);
		if (again) return;
		const open = await toBeGiven(tx, actor);
		const [row] = open
			? await tx
					.select()
					.from(requests)
					.where(and(eq(requests.id, id), open))
			: [];
		if (!row) throw notFound();
		await madeBefore(tx, actor, row, parsed.output);
		const provider = (await activeProviders(tx)).find((one) => one.id === providerId);
		if (!provider) throw invalid('asked_provider_unknown');
		const given = await giveTo(core, tx, actor, row, provider.id, parsed.output.sendKey);
		await subjectNoticesSeen(tx, { subjectId: id, kinds: ['request_new'] }, core.now());
		await tellHandlers(core, tx, given);
	});
}

/** With exactly one advocacy service, what asks for an advocate is theirs by itself. */
export async function giveToOnlyOne(
	core: Core,
	tx: Tx,
	actor: Actor,
	row: RequestRow
): Promise<RequestRow> {
	if (row.kind !== 'advocate' || row.providerId !== null) return row;
	const [only, ...others] = await activeProviders(tx);
	if (!only || others.length > 0) return row;
	return giveTo(core, tx, actor, row, only.id, `${row.sendKey}/given/${row.version}`);
}

/** The time to get in touch runs on from the day of the asking. */
async function giveTo(
	core: Core,
	tx: Tx,
	actor: Actor,
	row: RequestRow,
	providerId: string,
	sendKey: string
): Promise<RequestRow> {
	const { stage: before, startedOn } = stageIn(row);
	const stage = before === 'new' ? 'given' : before;
	const to = { stage, stageStartedOn: startedOn, stageDueOn: row.stageDueOn };
	const byHand = actor.kind === 'staff';
	const byStaffId = byHand ? actor.id : null;
	const id = await makeStep(core, tx, actor, row, {
		kind: 'given',
		sendKey,
		language: row.language,
		said: { providerId },
		byStaffId,
		to,
		providerId
	});
	if (byHand) await tellYoungPerson(core, tx, row, 'request_moved', { id, byStaffId });
	return { ...row, ...to, providerId, version: row.version + 1 };
}

/** An advocate belongs to a service, by its name; to one alone. What waits for an advocate goes to the only one there is. */
export async function joinProvider(
	core: Core,
	tx: Tx,
	actor: Actor,
	staffId: string,
	name: string
): Promise<void> {
	const { providers, staffProviders } = tx.tables;
	const known = (await activeProviders(tx)).find((one) => foldText(one.name) === foldText(name));
	const providerId = known?.id ?? randomUUID();
	if (!known)
		await tx.insert(providers).values({ id: providerId, name, active: 1, createdAt: core.now() });
	await tx
		.insert(staffProviders)
		.values({ staffId, providerId })
		.onConflictDoUpdate({ target: staffProviders.staffId, set: { providerId } });
	await giveWhatWaits(core, tx, actor);
}

async function giveWhatWaits(core: Core, tx: Tx, actor: Actor): Promise<void> {
	const { requests } = tx.tables;
	const rows = await tx.select().from(requests).where(eq(requests.kind, 'advocate'));
	for (const row of rows)
		if (row.state === 'new' || row.state === 'opened') {
			const given = await giveToOnlyOne(core, tx, actor, row);
			if (given !== row) await tellHandlers(core, tx, given);
		}
}
