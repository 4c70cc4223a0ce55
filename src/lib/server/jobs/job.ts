/**
 * Something Sayso does by itself. It is run again and again, by any process at any moment, and may be cut off amid it:
 * each run asks the database what is still to be done, and does it in transactions that each stand alone.
 */
export interface Job {
	/** Stands in the database: it keeps its name. */
	readonly name: string;
	readonly everyMinutes: number;
	/** @param stopping set when the server is asked to stop: what can wait for the next run does */
	run(stopping?: AbortSignal): Promise<void>;
}
