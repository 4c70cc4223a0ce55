import { inArray } from 'drizzle-orm';
import * as v from 'valibot';
import { cleanText } from '../../forms/clean.ts';
import { LANGUAGES } from '../../language/languages.ts';
import { demandOfStaff, type Actor } from '../access.ts';
import type { Core } from '../core.ts';
import type { Queries, Tx } from '../db/database.ts';
import { conflict, invalid } from '../errors.ts';
import { tellChanges } from './keep-setting.ts';
import { staffByIds } from '../people/staff-names.ts';

export const MAX_PLEDGE_CHARACTERS = 4000;

/** What the council promises its young people, as they read it. */
export interface Pledge {
	/** The language it is written in: not theirs where the council has not put it into theirs. */
	readonly language: string;
	readonly paragraphs: readonly string[];
}

/** One language's pledge, for whoever sets it. */
export interface PledgeToEdit {
	readonly language: string;
	/** Empty where there is none. */
	readonly text: string;
	/** Counts its changes; 0 where it was never set. */
	readonly version: number;
	readonly changed: { readonly at: number; readonly by: string | null } | null;
}

export interface Pledges {
	/** The pledge in this language, or else in the first one that has it; null while there is none at all. */
	pledgeIn(language: string): Promise<Pledge | null>;
	/** Every language of the site, with what stands there. */
	pledgesToEdit(actor: Actor): Promise<PledgeToEdit[]>;
	/**
	 * Sets the pledge of one language; an empty text takes it away.
	 * @param input.version of the text that was seen: somebody else's change in between is not written over
	 * @throws Refusal conflict `pledge_changed`; invalid `pledge_too_long`
	 */
	changePledge(
		actor: Actor,
		input: { readonly language: string; readonly text: string; readonly version: number }
	): Promise<void>;
}

const stored = v.object({
	text: v.string(),
	version: v.pipe(v.number(), v.integer(), v.minValue(1)),
	/** The staff id of who wrote it; null for the operator. */
	by: v.nullable(v.string())
});
type Stored = v.InferOutput<typeof stored> & { readonly changedAt: number };

const request = v.object({
	language: v.picklist(LANGUAGES.map(({ tag }) => tag)),
	text: v.string(),
	version: v.pipe(v.number(), v.integer(), v.minValue(0))
});

const keyOf = (language: string): string => `council.pledge.${language}`;

export function createPledges(core: Core): Pledges {
	return {
		async pledgeIn(language) {
			const pledges = await readPledges(core.database.read);
			const found = [language, ...LANGUAGES.map(({ tag }) => tag)].find(
				(tag) => pledges.get(tag)?.text
			);
			if (found === undefined) return null;
			return { language: found, paragraphs: paragraphsOf(pledges.get(found)?.text ?? '') };
		},

		async pledgesToEdit(actor) {
			demandOfStaff('council.change', actor);
			const { read } = core.database;
			const pledges = await readPledges(read);
			const writers = [...pledges.values()].flatMap(({ by }) => by ?? []);
			const names = await staffByIds(core, read, writers);
			return LANGUAGES.map(({ tag }) => {
				const pledge = pledges.get(tag);
				return {
					language: tag,
					text: pledge?.text ?? '',
					version: pledge?.version ?? 0,
					changed: pledge
						? { at: pledge.changedAt, by: names.get(pledge.by ?? '')?.name ?? null }
						: null
				};
			});
		},

		async changePledge(actor, input) {
			demandOfStaff('council.change', actor);
			const parsed = v.safeParse(request, input);
			if (!parsed.success) throw invalid('form_unreadable');
			const { language, version } = parsed.output;
			const text = cleanText(parsed.output.text);

			await core.database.inTransaction(async (tx) => {
				const before = (await readPledges(tx)).get(language);
				// The same page sent twice has done it once.
				if ((before?.text ?? '') === text) return;
				if ((before?.version ?? 0) !== version) throw conflict('pledge_changed');
				if (text.length > MAX_PLEDGE_CHARACTERS)
					throw invalid('pledge_too_long', { most: MAX_PLEDGE_CHARACTERS });
				await savePledge(tx, { language, text, version: version + 1, by: actor.id }, core.now());
				await tellChanges(core, tx, actor, keyOf(language), [
					{ was: before?.text ?? null, became: text === '' ? null : text }
				]);
				await core.audit.record(tx, {
					action: 'council.changed',
					actor,
					subject: { kind: 'pledge', id: language },
					detail: { version: version + 1, characters: text.length }
				});
			});
		}
	};
}

/** Keeps a pledge, in the transaction of whoever sets the council up. */
export async function savePledge(
	tx: Tx,
	{ language, ...pledge }: v.InferOutput<typeof stored> & { readonly language: string },
	now: number
): Promise<void> {
	const { settings } = tx.tables;
	const value = JSON.stringify(pledge);
	await tx
		.insert(settings)
		.values({ key: keyOf(language), value, updatedAt: now })
		.onConflictDoUpdate({ target: settings.key, set: { value, updatedAt: now } });
}

/** By language. One that does not read as it should counts as not set. */
async function readPledges(queries: Queries): Promise<Map<string, Stored>> {
	const { settings } = queries.tables;
	const keys = new Map(LANGUAGES.map(({ tag }) => [keyOf(tag), tag]));
	const rows = await queries
		.select()
		.from(settings)
		.where(inArray(settings.key, [...keys.keys()]));
	return new Map(
		rows.flatMap(({ key, value, updatedAt }) => {
			const parsed = v.safeParse(v.pipe(v.string(), v.parseJson(), stored), value);
			const tag = keys.get(key);
			return parsed.success && tag ? [[tag, { ...parsed.output, changedAt: updatedAt }]] : [];
		})
	);
}

/** An empty line ends a paragraph. */
const paragraphsOf = (text: string): string[] =>
	text
		.split(/\n\s*\n/)
		.map((paragraph) => paragraph.trim())
		.filter(Boolean);
