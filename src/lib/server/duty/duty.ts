import { randomUUID } from 'node:crypto';
import { and, asc, eq, gt } from 'drizzle-orm';
import { londonDate, londonInstant, londonMidnight } from '../../language/dates.ts';
import { gapsIn, type Span } from '../../meetings/duty.ts';
import { isOfficeOpen, nextOpening, type OfficeHours } from '../../meetings/office-hours.ts';
import { addDays } from '../../meetings/working-days.ts';
import { demandOfStaff, type Actor } from '../access.ts';
import type { Core } from '../core.ts';
import type { Queries } from '../db/database.ts';
import { conflict, invalid, notFound } from '../errors.ts';
import { isId } from '../ids.ts';
import { readExtraDays } from '../meetings/extra-days.ts';
import { staffByIds } from '../people/staff-names.ts';
import { staffOfRole } from '../people/staff-of-role.ts';
import { onDutyAt } from './turns.ts';

/** Those of the council who work with young people; advocates are another organisation’s. */
const MAY_BE_ON_DUTY = ['iro', 'manager', 'social_worker'] as const;
const WEEKS_SHOWN = 8;
const LONGEST_DAYS = 31;

export interface TurnView extends Span {
	readonly id: string;
	readonly name: string;
	readonly now: boolean;
}

export interface GapView extends Span {
	/** Somebody is in the office for at least some of it, though nobody is on duty. */
	readonly inOffice: boolean;
}

export interface DutyWeek {
	/** Monday, a London date. */
	readonly from: string;
	readonly rows: readonly (
		({ readonly kind: 'turn' } & TurnView) | ({ readonly kind: 'gap' } & GapView)
	)[];
	/** Nobody is on duty at some time of its office hours. */
	readonly open: boolean;
}

export interface DutyView {
	readonly weeks: readonly DutyWeek[];
	readonly choices: readonly { readonly id: string; readonly name: string }[];
	readonly onDuty: readonly string[];
}

/** Whether anybody looks now, for whoever needs somebody now. */
export interface WhoLooks {
	readonly officeOpen: boolean;
	/** When the office opens next; null where it is open, or opens on no day. */
	readonly opensAt: number | null;
	/** By name. Empty where nobody is on duty. */
	readonly onDuty: readonly string[];
}

export interface NewTurn {
	readonly staffId: string;
	/** London time, `YYYY-MM-DDTHH:MM`. */
	readonly from: string;
	readonly to: string;
}

export type Duty = ReturnType<typeof createDuty>;

export function createDuty(core: Core, given: { readonly officeHours: () => OfficeHours }) {
	const { read } = core.database;

	async function see(actor: Actor): Promise<DutyView> {
		demandOfStaff('duty.see', actor);
		const now = core.now();
		const today = londonDate(now);
		const weekday = new Date(`${today}T00:00Z`).getUTCDay() || 7;
		const monday = addDays(today, 1 - weekday);
		const until = londonMidnight(addDays(monday, WEEKS_SHOWN * 7));
		const extraDays = await readExtraDays(read);
		const turns = await turnsFrom(now);
		const gaps = gapsIn(turns, { fromAt: now, toAt: until }).map((gap) => ({
			...gap,
			inOffice: touchesOffice(gap, given.officeHours(), extraDays)
		}));
		const weeks = Array.from({ length: WEEKS_SHOWN }, (_, week) => {
			const from = addDays(monday, week * 7);
			const starts = (span: Span) => {
				const date = londonDate(Math.max(span.fromAt, now));
				return date >= from && date < addDays(from, 7);
			};
			const rows = [
				...turns.filter(starts).map((turn) => ({ kind: 'turn' as const, ...turn })),
				...gaps.filter(starts).map((gap) => ({ kind: 'gap' as const, ...gap }))
			].sort((a, b) => a.fromAt - b.fromAt);
			return { from, rows, open: gaps.some((gap) => gap.inOffice && starts(gap)) };
		});
		return { weeks, choices: await choices(read), onDuty: (await whoLooks()).onDuty };
	}

	async function turnsFrom(now: number): Promise<TurnView[]> {
		const { dutyTurns } = read.tables;
		const rows = await read
			.select()
			.from(dutyTurns)
			.where(gt(dutyTurns.toAt, now))
			.orderBy(asc(dutyTurns.fromAt), asc(dutyTurns.id));
		const staff = await staffByIds(
			core,
			read,
			rows.map(({ staffId }) => staffId)
		);
		return rows
			.filter(({ staffId }) => staff.get(staffId)?.active)
			.map(({ id, staffId, fromAt, toAt }) => {
				const name = staff.get(staffId)?.name ?? '';
				return { id, name, fromAt, toAt, now: fromAt <= now };
			});
	}

	async function choices(queries: Queries) {
		const ids = new Set<string>();
		for (const role of MAY_BE_ON_DUTY)
			for (const id of await staffOfRole(queries, role)) ids.add(id);
		const names = await staffByIds(core, queries, [...ids]);
		const { compare } = new Intl.Collator('en');
		return [...names]
			.map(([id, { name }]) => ({ id, name }))
			.sort((a, b) => compare(a.name, b.name));
	}

	async function whoLooks(): Promise<WhoLooks> {
		const now = core.now();
		const extraDays = await readExtraDays(read);
		const officeOpen = isOfficeOpen(given.officeHours(), now, extraDays);
		const ids = await onDutyAt(read, now);
		const staff = await staffByIds(core, read, ids);
		return {
			officeOpen,
			opensAt: officeOpen ? null : nextOpening(given.officeHours(), now, extraDays),
			onDuty: ids.map((id) => staff.get(id)?.name ?? '')
		};
	}

	return {
		see,
		/** For staff who see alerts, and told to a young person who raised one without anybody's name. */
		whoLooks,
		/**
		 * Puts somebody on duty. The same turn once more changes nothing; turns may overlap.
		 * @throws Refusal invalid `duty_who`, `duty_times`, `duty_past`, `duty_long`
		 */
		async add(actor: Actor, turn: NewTurn): Promise<void> {
			demandOfStaff('duty.change', actor);
			const { fromAt, toAt } = readTimes(turn, core.now());
			await core.database.inTransaction(async (tx) => {
				if (!(await choices(tx)).some(({ id }) => id === turn.staffId)) throw invalid('duty_who');
				const { dutyTurns } = tx.tables;
				const { staffId } = turn;
				const same = and(
					eq(dutyTurns.staffId, staffId),
					eq(dutyTurns.fromAt, fromAt),
					eq(dutyTurns.toAt, toAt)
				);
				const [there] = await tx.select({ id: dutyTurns.id }).from(dutyTurns).where(same);
				if (there) return;
				const id = randomUUID();
				await tx.insert(dutyTurns).values({ id, staffId, fromAt, toAt, createdAt: core.now() });
				await core.audit.record(tx, {
					action: 'duty.changed',
					actor,
					subject: { kind: 'duty_turn', id },
					detail: { change: 'added', staffId, fromAt, toAt }
				});
			});
		},
		/**
		 * Takes a turn out; one that has begun ends now, as who was on duty stays known.
		 * @throws Refusal conflict `duty_over`
		 */
		async remove(actor: Actor, turnId: string): Promise<void> {
			demandOfStaff('duty.change', actor);
			if (!isId(turnId)) throw notFound();
			await core.database.inTransaction(async (tx) => {
				const { dutyTurns } = tx.tables;
				const [turn] = await tx.select().from(dutyTurns).where(eq(dutyTurns.id, turnId));
				// Somebody else took it out a moment ago.
				if (!turn) throw conflict('duty_over');
				const now = core.now();
				if (turn.toAt <= now) throw conflict('duty_over');
				const begun = turn.fromAt < now;
				if (begun) await tx.update(dutyTurns).set({ toAt: now }).where(eq(dutyTurns.id, turnId));
				else await tx.delete(dutyTurns).where(eq(dutyTurns.id, turnId));
				await core.audit.record(tx, {
					action: 'duty.changed',
					actor,
					subject: { kind: 'duty_turn', id: turnId },
					detail: { change: begun ? 'ended' : 'removed', staffId: turn.staffId }
				});
			});
		}
	};
}

const LOCAL = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}$/;

function readTimes({ from, to }: NewTurn, now: number): Span {
	if (!LOCAL.test(from) || !LOCAL.test(to)) throw invalid('duty_times');
	const fromAt = londonInstant(from);
	const toAt = londonInstant(to);
	if (Number.isNaN(fromAt) || Number.isNaN(toAt) || fromAt >= toAt) throw invalid('duty_times');
	if (toAt <= now) throw invalid('duty_past');
	if (toAt - fromAt > (LONGEST_DAYS + 1) * 86_400_000)
		throw invalid('duty_long', { days: LONGEST_DAYS });
	return { fromAt, toAt };
}

/** Whether some of it lies in office hours: it begins in them, or they begin in it. */
function touchesOffice(gap: Span, hours: OfficeHours, extraDays: readonly string[]): boolean {
	const opens = nextOpening(hours, gap.fromAt, extraDays);
	return opens !== null && opens < gap.toAt;
}
