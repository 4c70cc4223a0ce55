import type { BaseSQLiteDatabase } from 'drizzle-orm/sqlite-core';
import type { Tables } from './tables.ts';

/** What a service may ask of the database, on either engine, with the tables to ask it of. */
export type Queries = Pick<
	BaseSQLiteDatabase<'async', unknown>,
	'select' | 'selectDistinct' | 'insert' | 'update' | 'delete'
> & { readonly tables: Tables };

/** Queries inside a transaction. Hand it on; opening a second one inside it is refused. */
export type Tx = Queries & { readonly transaction: true };

export interface Database {
	readonly engine: 'sqlite' | 'postgres';
	/** Reads outside a transaction. Never waits for a writer. */
	readonly read: Queries;
	/**
	 * Runs `work` in one transaction: all of it is kept, or, when it throws, none. There is one writer at a time on
	 * either engine, so what `work` read still holds when it writes. Durable on disk when the promise resolves.
	 * @throws Error when called inside another `inTransaction`: it would wait for itself.
	 */
	inTransaction<T>(work: (tx: Tx) => Promise<T>): Promise<T>;
	/** Reads that all see one and the same moment, however long they take. Writers go on beside them. */
	snapshot<T>(work: (queries: Queries) => Promise<T>): Promise<T>;
	/** Brings the schema up to date; safe to call again. */
	migrate(): Promise<void>;
	close(): Promise<void>;
}
