/** Three minutes as the plainest recorder makes them, with room to spare. */
export const MOST_BYTES = 10 * 1024 * 1024;
/** How long a note may be on the page. */
export const MOST_SECONDS = 180;

export interface CleanSound {
	/** MP3, one channel, with nothing in it but the sound. */
	readonly bytes: Buffer;
	readonly milliseconds: number;
}
