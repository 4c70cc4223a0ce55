import { asc, eq } from 'drizzle-orm';
import type { App } from '../app.ts';
import { createAudit } from '../audit/audit.ts';
import type { Core } from '../core.ts';
import { createThemes } from '../themes/themes.ts';
import { createRandom } from './random.ts';
import type { Council } from './tell-forms.ts';

const SEED = 20_261_017;
const MINUTE = 60_000;
/** What a reader finds in words that no answer suggests. */
const FOUND = ['siblings', 'siblings', 'listened', 'identity', 'story'];

/**
 * What officers said their past statements raise: most suggestions confirmed, a few taken away, some themes added. The
 * suggestions came with sending, as they always do.
 */
export async function tellThemes(app: App, council: Council): Promise<void> {
	const random = createRandom(SEED);
	let clock = app.now();
	const now = () => clock;
	const core: Core = { ...app, now, audit: createAudit(app.vault, now) };
	const themes = createThemes(core, { translator: app.translator, council: () => '' });
	const { read } = app.database;
	const { statements, statementOpenings } = read.tables;
	const opened = await read
		.select({
			statementId: statements.id,
			staffId: statementOpenings.staffId,
			openedAt: statementOpenings.openedAt
		})
		.from(statementOpenings)
		.innerJoin(statements, eq(statements.id, statementOpenings.statementId))
		.where(eq(statementOpenings.asChair, 1))
		.orderBy(asc(statements.sentAt), asc(statements.sendKey), asc(statementOpenings.openedAt));
	const seen = new Set<string>();
	for (const { statementId, staffId, openedAt } of opened) {
		const by = council.accounts.staff.get(staffId);
		if (seen.has(statementId) || !by) continue;
		seen.add(statementId);
		const confirms = random.chance(0.85);
		const keeps = random.chance(0.8);
		const left = random.between(0, 5);
		const found = random.chance(0.2) ? random.pick(FOUND) : null;
		if (!confirms) continue;
		// Somebody else may have become their officer since.
		const shown = await themes.ofStatement(by, statementId).catch(() => null);
		if (!shown) continue;
		const suggested = shown.themes.filter((theme) => theme.suggested).map(({ id }) => id);
		const kept = keeps ? suggested : suggested.filter((_, at) => at !== left);
		clock = Math.min(openedAt + 4 * MINUTE, app.now());
		await themes.mark(by, {
			statementId,
			themeIds: [...new Set([...kept, ...(found === null ? [] : [found])])],
			seen: shown.seen
		});
	}
}
