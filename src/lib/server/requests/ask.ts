import { randomUUID } from 'node:crypto';
import { eq } from 'drizzle-orm';
import * as v from 'valibot';
import { cleanLine, cleanText } from '../../forms/clean.ts';
import { NOBODY } from '../access.ts';
import type { Throttle } from '../accounts/throttle.ts';
import type { Core } from '../core.ts';
import type { Tx } from '../db/database.ts';
import { invalid, throttled } from '../errors.ts';
import { sendKey } from '../ids.ts';
import { managerIds } from '../people/managers.ts';
import { received } from './begin.ts';
import { askedPlace } from './rows.ts';
import { staffWithRole, type RequestRow } from './standings.ts';
import { beginning, readCounting } from './steps.ts';
import { tellStaff } from './telling.ts';
import { ASK_ABOUT, REACH_WAYS, type OpenAsk } from './views.ts';

export const MOST_IN_A_LINE = 200;
export const MOST_WORDS = 4000;

const line = v.optional(v.pipe(v.string(), v.transform(cleanLine)), '');

const asking = v.object({
	sendKey,
	name: line,
	age: line,
	reach: v.optional(v.picklist(REACH_WAYS)),
	reachHow: line,
	about: v.optional(v.array(v.picklist(ASK_ABOUT)), []),
	words: v.optional(v.pipe(v.string(), v.transform(cleanText)), ''),
	language: v.pipe(v.string(), v.regex(/^[A-Za-z]{2,3}(-[A-Za-z0-9]{1,8})*$/))
});

/**
 * Asks for an advocate without signing in, once, however often it is asked with the same key. Nothing is looked up: who
 * asks is told the same whether or not anybody of that name is known.
 * @param address where it comes from, for throttling
 * @throws Refusal invalid `ask_name_missing`, `ask_reach_missing`, `answer_too_long`; `throttled`
 */
export async function ask(
	core: Core,
	throttle: Throttle,
	input: v.InferInput<typeof asking>,
	address: string
): Promise<void> {
	const parsed = v.safeParse(asking, input);
	if (!parsed.success) throw invalid('form_unreadable');
	const { sendKey: key, language, reach, ...said } = parsed.output;
	if (said.name === '') throw invalid('ask_name_missing');
	if (reach === undefined || said.reachHow === '') throw invalid('ask_reach_missing');
	for (const text of [said.name, said.age, said.reachHow])
		if (text.length > MOST_IN_A_LINE) throw invalid('answer_too_long', { most: MOST_IN_A_LINE });
	if (said.words.length > MOST_WORDS) throw invalid('answer_too_long', { most: MOST_WORDS });

	await core.database.inTransaction(async (tx) => {
		const { requests } = tx.tables;
		const [before] = await tx
			.select({ id: requests.id })
			.from(requests)
			.where(eq(requests.sendKey, key));
		if (before) return;
		const wait = await throttle.askWait(tx, address);
		if (wait > 0) throw throttled(wait);
		await throttle.countAsk(tx, address);
		const asked: OpenAsk = { ...said, reach };
		const id = randomUUID();
		const { council, councilKeyId } = core.vault;
		const createdAt = core.now();
		const [row] = await tx
			.insert(requests)
			.values({
				id,
				kind: 'advocate',
				raisedBy: 'open_page',
				askedSealed: council.sealJson(councilKeyId, askedPlace(id), asked),
				sendKey: key,
				language,
				state: 'unmatched',
				createdAt,
				...beginning('advocate', createdAt, await readCounting(tx))
			})
			.returning();
		if (!row) throw new Error('the request was not kept');
		await received(tx, row);
		await core.audit.record(tx, {
			action: 'request.raised',
			actor: NOBODY,
			subject: { kind: 'request', id },
			detail: { kind: 'advocate', by: 'open_page' }
		});
		await tellWhoMatches(core, tx, row);
	});
}

/** With no participation worker nobody would find it: the managers are told. */
async function tellWhoMatches(core: Core, tx: Tx, row: RequestRow): Promise<void> {
	const workers = await staffWithRole(tx, 'participation');
	if (workers.length > 0) await tellStaff(core, tx, row, workers, 'request_new');
	else await tellStaff(core, tx, row, await managerIds(tx), 'nobody_to_match');
}
