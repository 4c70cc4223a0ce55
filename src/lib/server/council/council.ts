import { inArray } from 'drizzle-orm';
import * as v from 'valibot';
import type { Core } from '../core.ts';
import type { Queries, Tx } from '../db/database.ts';

/** A number people can call or text; `id` picks its words under `help:lines.<id>`. */
export interface HelpLine {
	readonly id: string;
	readonly number: string;
	readonly by: 'call' | 'text';
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

const line = v.object({
	id: v.pipe(v.string(), v.regex(/^[a-z_]{1,40}$/)),
	number: v.pipe(v.string(), v.regex(/^[0-9 ]{3,20}$/)),
	by: v.picklist(['call', 'text'])
});
const number = v.nullable(v.pipe(v.string(), v.regex(/^[0-9 ]{3,20}$/)));
const time = v.pipe(v.string(), v.regex(/^([01]\d|2[0-3]):[0-5]\d$/));
const day = v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(7));

const VALUES: { readonly [K in keyof Council]: v.GenericSchema<unknown, Council[K]> } = {
	name: v.pipe(v.string(), v.trim(), v.minLength(1), v.maxLength(80)),
	outOfHoursNumber: number,
	officeNumber: number,
	helpLines: v.array(line),
	parentLines: v.array(line),
	officeHours: v.object({ firstDay: day, lastDay: day, from: time, to: time }),
	leaveAddress: v.pipe(v.string(), v.url(), v.startsWith('https://')),
	contactEmail: v.nullable(v.pipe(v.string(), v.email()))
};

const KEYS = Object.keys(VALUES) as readonly (keyof Council)[];
const keyOf = (name: keyof Council): string => `council.${name}`;

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

	async function refresh(): Promise<Council> {
		readAt = core.now();
		council = await readCouncil(core.database.read);
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
export async function saveCouncil(tx: Tx, change: Partial<Council>, now: number): Promise<void> {
	const { settings } = tx.tables;
	for (const name of KEYS) {
		if (change[name] === undefined) continue;
		const value = JSON.stringify(v.parse(VALUES[name], change[name]));
		await tx
			.insert(settings)
			.values({ key: keyOf(name), value, updatedAt: now })
			.onConflictDoUpdate({ target: settings.key, set: { value, updatedAt: now } });
	}
}

/** A setting that does not read as it should falls back to its default: the help page has to come up. */
async function readCouncil(queries: Queries): Promise<Council> {
	const { settings } = queries.tables;
	const rows = await queries
		.select()
		.from(settings)
		.where(inArray(settings.key, KEYS.map(keyOf)));
	const stored = new Map(rows.map(({ key, value }) => [key, value]));
	const read = <K extends keyof Council>(
		name: K,
		schema: v.GenericSchema<unknown, Council[K]>
	): Council[K] => {
		const text = stored.get(keyOf(name));
		if (text === undefined) return COUNCIL_DEFAULTS[name];
		const parsed = v.safeParse(schema, JSON.parse(text));
		return parsed.success ? parsed.output : COUNCIL_DEFAULTS[name];
	};
	return {
		name: read('name', VALUES.name),
		outOfHoursNumber: read('outOfHoursNumber', VALUES.outOfHoursNumber),
		officeNumber: read('officeNumber', VALUES.officeNumber),
		helpLines: read('helpLines', VALUES.helpLines),
		parentLines: read('parentLines', VALUES.parentLines),
		officeHours: read('officeHours', VALUES.officeHours),
		leaveAddress: read('leaveAddress', VALUES.leaveAddress),
		contactEmail: read('contactEmail', VALUES.contactEmail)
	};
}
