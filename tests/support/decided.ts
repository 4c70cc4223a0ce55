import { randomUUID } from 'node:crypto';
import type { App } from '../../src/lib/server/app.ts';
import { decisionPlace } from '../../src/lib/server/deciding/places.ts';
import type { DecisionOutcome, DecisionWords, Kept } from '../../src/lib/server/deciding/views.ts';
import { youngPersonOf } from '../../src/lib/server/people/facts.ts';

/** A decision as its chair would have written it. */
export interface Decided {
	readonly meetingId: string;
	readonly youngPersonId: string;
	readonly point?: string;
	readonly outcome?: DecisionOutcome | null;
	readonly decided?: string | null;
	readonly why?: string | null;
	readonly owner?: { readonly staffId: string } | { readonly name: string } | null;
	readonly dueOn?: string | null;
	readonly starred?: boolean;
	readonly statementId?: string | null;
	readonly questionId?: string | null;
	readonly kept?: Kept | null;
	readonly language?: string;
}

/** @returns its id */
export async function addDecision(app: App, given: Decided): Promise<string> {
	const id = randomUUID();
	const language = given.language ?? 'en';
	await app.database.inTransaction(async (tx) => {
		const { row, keys } = await youngPersonOf(app, tx, given.youngPersonId);
		const sealed = (column: 'point' | 'decided' | 'why', words: string | null | undefined) => {
			const value: DecisionWords = { words: words ?? '', language };
			return words ? keys.sealJson(row.keyId, decisionPlace(id, column), value) : null;
		};
		const { owner = null } = given;
		const name = owner && 'name' in owner ? owner.name : null;
		const point: DecisionWords = { words: given.point ?? 'See my brother more', language };
		await tx.insert(tx.tables.decisions).values({
			id,
			meetingId: given.meetingId,
			youngPersonId: given.youngPersonId,
			sendKey: randomUUID(),
			statementId: given.statementId ?? null,
			questionId: given.questionId ?? null,
			kept: given.kept ?? null,
			position: 0,
			starred: given.starred ? 1 : 0,
			pointSealed: keys.sealJson(row.keyId, decisionPlace(id, 'point'), point),
			outcome: given.outcome === undefined ? 'agreed' : given.outcome,
			decidedSealed: sealed('decided', given.decided),
			whySealed: sealed('why', given.why),
			ownerStaffId: owner && 'staffId' in owner ? owner.staffId : null,
			ownerSealed:
				name === null ? null : keys.sealText(row.keyId, decisionPlace(id, 'owner'), name),
			dueOn: given.dueOn ?? null,
			version: 0,
			createdAt: app.now(),
			updatedAt: app.now()
		});
	});
	return id;
}
