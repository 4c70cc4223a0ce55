import type { Facts } from './definition.ts';

/** Of nobody: for the words of a form's questions where no one person is asked, as in figures. */
export const OF_NOBODY: Facts = {
	unaccompanied: false,
	age: 0,
	promises: [],
	statuses: [],
	planned: [],
	justHeld: false,
	writeUpDue: false
};
