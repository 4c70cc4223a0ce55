import * as v from 'valibot';

/** Ids are made here, by `randomUUID`. */
const ID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;

/** Whether something from outside can be the id of anything at all: what cannot is not asked of the database. */
export const isId = (text: string): boolean => ID.test(text);

/** A key that a page, or a phone that was offline, makes once for one sending. */
export const sendKey = v.pipe(v.string(), v.regex(/^[A-Za-z0-9_-]{1,100}$/));
