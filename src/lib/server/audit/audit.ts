import { asc, desc, gt } from 'drizzle-orm';
import type { Queries, Tx } from '../db/database.ts';
import type { Vault } from '../vault/vault.ts';
import type { AuditAction } from './actions.ts';

/** What happened, in ids and codes. Never a word anyone wrote: the chain outlives what it tells of. */
export interface AuditEvent {
	readonly action: AuditAction;
	readonly actor: { readonly kind: string; readonly id: string | null };
	/** Whose life it touches, so that a young person can be shown who opened what. */
	readonly youngPersonId?: string;
	readonly subject?: { readonly kind: string; readonly id: string };
	readonly detail?: Readonly<Record<string, string | number | boolean>>;
}

export interface Audit {
	/** Adds a line to the chain, in the transaction of what it tells of. */
	record(tx: Tx, event: AuditEvent): Promise<void>;
	/** Walks the chain from its start. `brokenAt` is the first line that does not follow from the one before. */
	verify(queries: Queries): Promise<{ entries: number; brokenAt: number | null; lastHash: string }>;
}

const FIRST_HASH = '0'.repeat(64);
const PAGE = 5000;

export function createAudit(vault: Vault, now: () => number): Audit {
	return {
		async record(tx, event) {
			const { auditEntries } = tx.tables;
			// Safe to read and then write: there is one writer at a time (db/database.ts).
			const [last] = await tx
				.select({ seq: auditEntries.seq, hash: auditEntries.hash })
				.from(auditEntries)
				.orderBy(desc(auditEntries.seq))
				.limit(1);
			const line = {
				seq: (last?.seq ?? 0) + 1,
				at: now(),
				actorKind: event.actor.kind,
				actorId: event.actor.id,
				action: event.action,
				youngPersonId: event.youngPersonId ?? null,
				subjectKind: event.subject?.kind ?? null,
				subjectId: event.subject?.id ?? null,
				detail: JSON.stringify(event.detail ?? {}),
				previousHash: last?.hash ?? FIRST_HASH
			};
			await tx.insert(auditEntries).values({ ...line, hash: vault.auditMac(canonical(line)) });
		},
		async verify(queries) {
			const { auditEntries } = queries.tables;
			let seq = 0;
			let lastHash = FIRST_HASH;
			for (;;) {
				const lines = await queries
					.select()
					.from(auditEntries)
					.where(gt(auditEntries.seq, seq))
					.orderBy(asc(auditEntries.seq))
					.limit(PAGE);
				if (lines.length === 0) return { entries: seq, brokenAt: null, lastHash };
				for (const line of lines) {
					const follows =
						line.seq === seq + 1 &&
						line.previousHash === lastHash &&
						line.hash === vault.auditMac(canonical(line));
					if (!follows) return { entries: seq, brokenAt: line.seq, lastHash };
					seq = line.seq;
					lastHash = line.hash;
				}
			}
		}
	};
}

interface Line {
	readonly seq: number;
	readonly at: number;
	readonly actorKind: string;
	readonly actorId: string | null;
	readonly action: string;
	readonly youngPersonId: string | null;
	readonly subjectKind: string | null;
	readonly subjectId: string | null;
	readonly detail: string;
	readonly previousHash: string;
}

function canonical(line: Line): string {
	return JSON.stringify([
		line.seq,
		line.at,
		line.actorKind,
		line.actorId,
		line.action,
		line.youngPersonId,
		line.subjectKind,
		line.subjectId,
		line.detail,
		line.previousHash
	]);
}
