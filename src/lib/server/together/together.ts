import { randomBytes, randomUUID } from 'node:crypto';
import { and, eq } from 'drizzle-orm';
import type { Form } from '../../forms/definition.ts';
import { offeredForms } from '../../forms/offered.ts';
import { demand, demandOfStaff, demandOwn, NOBODY, rolesOf, type Actor } from '../access.ts';
import { drawCode, readCode } from '../accounts/codes.ts';
import { hashOfToken } from '../accounts/lucia-adapter.ts';
import type { SignedIn } from '../accounts/sessions.ts';
import { createThrottle } from '../accounts/throttle.ts';
import type { Core } from '../core.ts';
import type { Tx } from '../db/database.ts';
import { conflict, gone, invalid, notFound, Refusal, throttled } from '../errors.ts';
import { factsOf } from '../people/facts.ts';
import { standingsTowards } from '../people/standings.ts';
import { actorOf, DEVICES, endTogether, runningOf, type Device } from './together-rows.ts';
import { settingsOf, viewOf, type TogetherView } from './together-view.ts';

const MINUTE = 60_000;
/** To type the code on the other device. */
const OPENS_WITHIN = 30 * MINUTE;
/** From opening it to the end, whatever happens. */
const LASTS = 120 * MINUTE;

export interface Started {
	readonly togetherId: string;
	/** Told this once, to be typed on the other device. Only a keyed index of it is kept. */
	readonly code: string;
	readonly opensUntil: number;
}

export interface Opened {
	/** For the cookie; only its hash is kept. */
	readonly token: string;
	readonly youngPersonId: string;
}

export type Together = ReturnType<typeof createTogether>;

/** A form gone through with a helper: started by staff, on one device, for one form, once. */
export function createTogether(core: Core, forms: readonly Form[]) {
	const { database, audit, vault } = core;
	const throttle = createThrottle(core);
	const indexOf = (code: string): string => vault.blindIndex('togethers.code', code);
	/** What is only kept is for no helper's eyes. */
	const mayBeShared = ({ goesTo }: Form): boolean => goesTo !== 'kept';

	async function demandStart(tx: Tx, actor: Actor, youngPersonId: string): Promise<string> {
		demandOfStaff('desk.open', actor, rolesOf(actor));
		demand('together.start', await standingsTowards(tx, actor, youngPersonId));
		return actor.id;
	}

	/** From now on the device with this token, and no other. */
	async function openRow(tx: Tx, row: { readonly id: string; readonly youngPersonId: string }) {
		const { togethers } = tx.tables;
		const token = randomBytes(25).toString('base64url');
		const now = core.now();
		await tx
			.update(togethers)
			.set({ tokenHash: hashOfToken(token), openedAt: now, expiresAt: now + LASTS })
			.where(eq(togethers.id, row.id));
		await audit.record(tx, {
			action: 'together.opened',
			actor: NOBODY,
			youngPersonId: row.youngPersonId,
			subject: { kind: 'together', id: row.id }
		});
		return { token, youngPersonId: row.youngPersonId };
	}

	async function start(
		tx: Tx,
		actor: Actor,
		input: { readonly youngPersonId: string; readonly formId: string; readonly device: Device }
	): Promise<Started> {
		const staffId = await demandStart(tx, actor, input.youngPersonId);
		const form = forms.find(({ id }) => id === input.formId);
		if (!form || !mayBeShared(form)) throw invalid('form_not_chosen');
		if (!DEVICES.includes(input.device)) throw invalid('device_not_chosen');
		const togetherId = randomUUID();
		const code = drawCode();
		const opensUntil = core.now() + OPENS_WITHIN;
		await tx.insert(tx.tables.togethers).values({
			id: togetherId,
			youngPersonId: input.youngPersonId,
			formId: form.id,
			staffId,
			device: input.device,
			codeIndex: indexOf(code),
			createdAt: core.now(),
			expiresAt: opensUntil
		});
		await audit.record(tx, {
			action: 'together.started',
			actor,
			youngPersonId: input.youngPersonId,
			subject: { kind: 'together', id: togetherId },
			detail: { form: form.id, device: input.device }
		});
		return { togetherId, code, opensUntil };
	}

	/** Finds what a code that was typed opens, and counts codes nobody has: returned, so that the count is kept. */
	async function openCode(tx: Tx, typed: string, address: string): Promise<Opened | Refusal> {
		const wait = await throttle.codeWait(tx, address);
		if (wait > 0) return throttled(wait);
		const code = readCode(typed);
		// It cannot be anybody's: a slip of the finger, not a guess.
		if (!code) return invalid('code_unknown');
		const { togethers } = tx.tables;
		const [row] = await tx
			.select()
			.from(togethers)
			.where(eq(togethers.codeIndex, indexOf(code)));
		if (!row) {
			const seconds = await throttle.countUnknownCode(tx, address);
			await audit.record(tx, {
				action: seconds > 0 ? 'sign_in.throttled' : 'sign_in.refused',
				actor: NOBODY,
				detail: { kind: 'together' }
			});
			return invalid('code_unknown');
		}
		if (row.openedAt !== null || row.endedAt !== null) return gone('code_used');
		return row.expiresAt <= core.now() ? gone('code_expired') : openRow(tx, row);
	}

	return {
		/** The forms that a helper may start with this young person. */
		async formsFor(actor: Actor, youngPersonId: string): Promise<readonly Form[]> {
			return database.inTransaction(async (tx) => {
				await demandStart(tx, actor, youngPersonId);
				const facts = await factsOf(core, tx, youngPersonId);
				return offeredForms(forms, facts).filter(mayBeShared);
			});
		},

		/** For the young person's own device, which the code opens it on. */
		start: (
			actor: Actor,
			input: { readonly youngPersonId: string; readonly formId: string }
		): Promise<Started> =>
			database.inTransaction((tx) => start(tx, actor, { ...input, device: 'own' })),

		/** On the device it is asked for from, at once. */
		startHere: (
			actor: Actor,
			input: { readonly youngPersonId: string; readonly formId: string }
		): Promise<Opened> =>
			database.inTransaction(async (tx) => {
				const { togetherId } = await start(tx, actor, { ...input, device: 'helpers' });
				return openRow(tx, { id: togetherId, youngPersonId: input.youngPersonId });
			}),

		/** @throws Refusal `code_unknown` `code_used` `code_expired` `throttled` */
		async open(typed: string, address: string): Promise<Opened> {
			const opened = await database.inTransaction((tx) => openCode(tx, typed, address));
			if (opened instanceof Refusal) throw opened;
			return opened;
		},

		/** Who a device's token belongs to; null when it is over. */
		async sessionOf(token: string): Promise<SignedIn | null> {
			const row = await runningOf(core, database.read, token);
			if (!row) return null;
			const settings = await settingsOf(core, database.read, row.youngPersonId);
			return { ...settings, actor: actorOf(row), kind: 'shared_phone' };
		},

		/** What they are told before they begin: who helps, with which form, and whether the helper reads it. */
		async see(actor: Actor): Promise<TogetherView> {
			demandOwn('draft.write', actor);
			if (!actor.only) throw notFound();
			const { only, id } = actor;
			const form = forms.find((one) => one.id === only.formId);
			if (!form) throw notFound();
			return viewOf(core, database.read, { form, youngPersonId: id, togetherId: only.togetherId });
		},

		/** Ends it on whichever device has it. What was said so far waits for the young person's own sign-in. */
		async end(token: string): Promise<void> {
			const row = await runningOf(core, database.read, token);
			if (row) await database.inTransaction((tx) => endTogether(core, tx, actorOf(row), row.id));
		},

		/**
		 * Makes what was begun with a helper the young person's own, and ends it on the helper's device.
		 * @throws Refusal conflict `draft_open` when they have one of that form already
		 */
		async adopt(actor: Actor, togetherId: string): Promise<{ readonly formId: string }> {
			demandOwn('together.adopt', actor);
			return database.inTransaction(async (tx) => {
				const { drafts } = tx.tables;
				const mine = eq(drafts.youngPersonId, actor.id);
				const [draft] =
					togetherId === ''
						? []
						: await tx
								.select()
								.from(drafts)
								.where(and(mine, eq(drafts.togetherId, togetherId)));
				if (!draft) throw notFound();
				const [own] = await tx
					.select({ id: drafts.id })
					.from(drafts)
					.where(and(mine, eq(drafts.formId, draft.formId), eq(drafts.togetherId, '')));
				if (own) throw conflict('draft_open');
				await tx
					.update(drafts)
					.set({ togetherId: '', begunTogetherId: togetherId })
					.where(eq(drafts.id, draft.id));
				await audit.record(tx, {
					action: 'together.adopted',
					actor,
					youngPersonId: actor.id,
					subject: { kind: 'draft', id: draft.id }
				});
				await endTogether(core, tx, actor, togetherId);
				return { formId: draft.formId };
			});
		}
	};
}
