import { inArray } from 'drizzle-orm';
import * as v from 'valibot';
import type { Actor } from '../access.ts';
import type { Core } from '../core.ts';
import type { Queries, Tx } from '../db/database.ts';
import { keepSetting } from './keep-setting.ts';

/** A number people can call or text. */
export interface HelpLine {
	/** Of a line Sayso knows: picks its words under `help:lines.<id>`. */
	readonly id: string;
	readonly number: string;
	readonly by: 'call' | 'text';
	/** Of a line of the council's own: what it is called and what it is for, by language. */
	readonly words?: Readonly<Record<string, HelpLineWords>> | undefined;
}

export interface HelpLineWords {
	readonly name: string;
	/** May be empty. */
	readonly hint: string;
}

/** What the council running this Sayso has set. Public: none of it is about anybody. */
export interface Council {
	readonly name: string;
	/** The council's own number for evenings, nights and weekends; null until it is set. */
	readonly outOfHoursNumber: string | null;
	/** The council's own number in office hours; null until it is set. */
	readonly officeNumber: string | null;
	readonly helpLines: readonly HelpLine[];
	/** For parents. */
	readonly parentLines: readonly HelpLine[];
	/** When somebody looks at what comes in. Days from 1 (Monday) to 7. */
	readonly officeHours: {
		readonly firstDay: number;
		readonly lastDay: number;
		readonly from: string;
		readonly to: string;
	};
	/** Where “Leave now” goes: a page of somebody else's that nobody wonders about. */
	readonly leaveAddress: string;
	/** Where to tell of a barrier on the site; null until it is set. */
	readonly contactEmail: string | null;
}

export const COUNCIL_DEFAULTS: Council = {
	name: 'Your council',
	outOfHoursNumber: null,
	officeNumber: null,
	helpLines: [
		{ id: 'childline', number: '0800 1111', by: 'call' },
		{ id: 'shout', number: '85258', by: 'text' },
		{ id: 'samaritans', number: '116 123', by: 'call' },
		{ id: 'missing_people', number: '116 000', by: 'call' },
		{ id: 'help_at_hand', number: '0800 528 0731', by: 'call' },
		{ id: 'coram_voice', number: '0808 800 5792', by: 'call' },
		{ id: 'nyas', number: '0808 808 1001', by: 'call' }
	],
	parentLines: [{ id: 'family_rights_group', number: '0808 801 0366', by: 'call' }],
	officeHours: { firstDay: 1, lastDay: 5, from: '09:00', to: '17:00' },
	leaveAddress: 'https://www.bbc.co.uk/weather',
	contactEmail: null
};

const digits = v.pipe(v.string(), v.regex(/^\+?[0-9 ]{3,20}$/));
export const helpLine = v.object({
	id: v.pipe(v.string(), v.regex(/^[a-z0-9_]{1,40}$/)),
	number: digits,
	by: v.picklist(['call', 'text']),
	words: v.optional(
		v.record(
			v.string(),
			v.object({
				name: v.pipe(v.string(), v.minLength(1), v.maxLength(80)),
				hint: v.pipe(v.string(), v.maxLength(200))
			})
		)
	)
});
const number = v.nullable(digits);
const time = v.pipe(v.string(), v.regex(/^([01]\d|2[0-3]):[0-5]\d$/));
const day = v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(7));

/** How each of them reads. */
export const COUNCIL_VALUES: {
	readonly [K in keyof Council]: v.GenericSchema<unknown, Council[K]>;
} = {
	name: v.pipe(v.string(), v.trim(), v.minLength(1), v.maxLength(80)),
	outOfHoursNumber: number,
	officeNumber: number,
	helpLines: v.array(helpLine),
	parentLines: v.array(helpLine),
	officeHours: v.object({ firstDay: day, lastDay: day, from: time, to: time }),
	leaveAddress: v.pipe(v.string(), v.url(), v.startsWith('https://')),
	contactEmail: v.nullable(v.pipe(v.string(), v.email()))
};

const KEYS = Object.keys(COUNCIL_VALUES) as readonly (keyof Council)[];
/** The key its setting stands under. */
export const councilKey = (name: keyof Council): string => `council.${name}`;

/** How long what was read may be used without asking again. */
const FRESH_FOR_MS = 60_000;

export interface CouncilSettings {
	/** What is set, from memory: pages that tell of an error need it when the database does not answer. */
	current(): Council;
	/** Reads the settings again. */
	refresh(): Promise<Council>;
}

export async function createCouncil(core: Core): Promise<CouncilSettings> {
	let council = COUNCIL_DEFAULTS;
	let readAt = 0;
	let begun = 0;
	let shown = 0;

	async function refresh(): Promise<Council> {
		readAt = core.now();
		begun += 1;
		const turn = begun;
		const found = await readCouncil(core.database.read);
		// One that began earlier may end later, and would bring back what was changed in between.
		if (turn > shown) {
			shown = turn;
			council = found;
		}
		return council;
	}

	await refresh();
	return {
		refresh,
		current() {
			// Another process, such as an import, may have changed it. The next page has the new one.
			if (core.now() - readAt > FRESH_FOR_MS) void refresh().catch(() => undefined);
			return council;
		}
	};
}

/** Keeps these settings, in the transaction of whoever sets the council up. */
export async function saveCouncil(
	core: Core,
	tx: Tx,
	actor: Actor,
	change: Partial<Council>
): Promise<void> {
	const before = await readCouncil(tx);
	for (const name of KEYS) {
		if (change[name] === undefined) continue;
		const value = v.parse(COUNCIL_VALUES[name], change[name]);
		await keepSetting(core, tx, actor, {
			key: councilKey(name),
			value,
			changes: [{ was: before[name], became: value }]
		});
	}
}

/** A setting that does not read as it should falls back to its default: the help page has to come up. */
export async function readCouncil(queries: Queries): Promise<Council> {
	const { settings } = queries.tables;
	const rows = await queries
		.select()
		.from(settings)
		.where(inArray(settings.key, KEYS.map(councilKey)));
	const stored = new Map(rows.map(({ key, value }) => [key, value]));
	const read = <K extends keyof Council>(
		name: K,
		schema: v.GenericSchema<unknown, Council[K]>
	): Council[K] => {
		const text = stored.get(councilKey(name));
		if (text === undefined) return COUNCIL_DEFAULTS[name];
		const parsed = v.safeParse(schema, JSON.parse(text));
		return parsed.success ? parsed.output : COUNCIL_DEFAULTS[name];
	};
	return {
		name: read('name', COUNCIL_VALUES.name),
		outOfHoursNumber: read('outOfHoursNumber', COUNCIL_VALUES.outOfHoursNumber),
		officeNumber: read('officeNumber', COUNCIL_VALUES.officeNumber),
		helpLines: read('helpLines', COUNCIL_VALUES.helpLines),
		parentLines: read('parentLines', COUNCIL_VALUES.parentLines),
		officeHours: read('officeHours', COUNCIL_VALUES.officeHours),
		leaveAddress: read('leaveAddress', COUNCIL_VALUES.leaveAddress),
		contactEmail: read('contactEmail', COUNCIL_VALUES.contactEmail)
	};
}
