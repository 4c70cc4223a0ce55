/** What is sealed in `young_people.profile_sealed`. */
export interface YoungPersonProfile {
	readonly ref: string;
	readonly firstName: string;
	readonly lastName: string;
	/** What they want to be called. */
	readonly knownAs: string;
	/** `YYYY-MM-DD` */
	readonly dateOfBirth: string;
	readonly dialect: string | null;
}

/** What is sealed in `staff.profile_sealed`. */
export interface StaffProfile {
	readonly ref: string | null;
	readonly name: string;
	readonly email: string;
}

export const youngPersonPlace = (id: string) =>
	({ table: 'young_people', row: id, column: 'profile' }) as const;
export const staffPlace = (id: string) => ({ table: 'staff', row: id, column: 'profile' }) as const;

/** Whole years on a London date. @param on `YYYY-MM-DD` */
export function ageOn(dateOfBirth: string, on: string): number {
	const years = Number(on.slice(0, 4)) - Number(dateOfBirth.slice(0, 4));
	return on.slice(5) < dateOfBirth.slice(5) ? years - 1 : years;
}
