import { demandOfStaff, type Actor, type StaffActor } from '../access.ts';
import type { Core } from '../core.ts';
import type { CouncilSettings } from '../council/council.ts';
import type { Tx } from '../db/database.ts';
import { changeCouncilFacts, councilFacts, type CouncilFactsTyped } from './council-page.ts';
import { changeExtraDay, extraDaysToEdit, type ExtraDayChange } from './extra-days.ts';
import { changeLine, linesToEdit, type LineChange } from './help-lines.ts';
import { settingHistory, type SettingHistory } from './history.ts';
import { changeLimit, limitsToEdit, type LimitChange } from './limits.ts';
import { changeOwnReply, repliesToEdit, type ReplyChange } from './own-replies.ts';
import { changeStage, stagesToEdit, type StageChange } from './stages.ts';

export type Administration = ReturnType<typeof createAdministration>;

/**
 * What the administrator sets, and who set it when. Each group of settings is read with its version, and changed with
 * the version that was seen.
 */
export function createAdministration(core: Core, council: CouncilSettings) {
	const { read } = core.database;

	async function change<Input>(
		actor: Actor,
		input: Input,
		work: (core: Core, tx: Tx, actor: StaffActor, input: Input) => Promise<void>
	): Promise<void> {
		demandOfStaff('council.change', actor);
		await core.database.inTransaction((tx) => work(core, tx, actor, input));
		// What was just set is on the next page.
		await council.refresh();
	}

	async function see<T>(actor: Actor, look: () => Promise<T>): Promise<T> {
		demandOfStaff('council.change', actor);
		return look();
	}

	return {
		council: (actor: Actor) => see(actor, () => councilFacts(read)),
		changeCouncil: (actor: Actor, input: CouncilFactsTyped) =>
			change(actor, input, changeCouncilFacts),
		lines: (actor: Actor) => see(actor, () => linesToEdit(read)),
		changeLine: (actor: Actor, input: LineChange) => change(actor, input, changeLine),
		limits: (actor: Actor) => see(actor, () => limitsToEdit(read)),
		changeLimit: (actor: Actor, input: LimitChange) => change(actor, input, changeLimit),
		stages: (actor: Actor) => see(actor, () => stagesToEdit(read)),
		changeStage: (actor: Actor, input: StageChange) => change(actor, input, changeStage),
		readyReplies: (actor: Actor) => see(actor, () => repliesToEdit(read)),
		changeReadyReply: (actor: Actor, input: ReplyChange) => change(actor, input, changeOwnReply),
		extraDays: (actor: Actor) => see(actor, () => extraDaysToEdit(read, core.now())),
		changeExtraDay: (actor: Actor, input: ExtraDayChange) => change(actor, input, changeExtraDay),
		/** Who changed what, when, from what to what; the pledge included. */
		async history(actor: Actor, input: { readonly page?: number } = {}): Promise<SettingHistory> {
			demandOfStaff('council.history', actor);
			return settingHistory(core, read, input);
		}
	};
}
