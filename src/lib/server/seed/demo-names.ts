/** For the rest of the caseload. First names and last names are put together by chance. */
export const FIRST_NAMES: readonly (readonly [string, 'female' | 'male'])[] = [
	['Aaliyah', 'female'],
	['Ben', 'male'],
	['Chloe', 'female'],
	['Daniel', 'male'],
	['Ella', 'female'],
	['Femi', 'male'],
	['Gracie', 'female'],
	['Harvey', 'male'],
	['Isla', 'female'],
	['Jamal', 'male'],
	['Keira', 'female'],
	['Leo', 'male'],
	['Maisie', 'female'],
	['Noah', 'male'],
	['Olivia', 'female'],
	['Parveen', 'female'],
	['Riley', 'male'],
	['Sofia', 'female'],
	['Tyler', 'male'],
	['Umar', 'male'],
	['Violet', 'female'],
	['Wiktor', 'male'],
	['Yasmin', 'female'],
	['Zac', 'male'],
	['Bethany', 'female'],
	['Connor', 'male'],
	['Demi', 'female'],
	['Ethan', 'male'],
	['Freya', 'female'],
	['Hassan', 'male']
];

export const LAST_NAMES: readonly string[] = [
	'Ahmed',
	'Atkins',
	'Begum',
	'Bradley',
	'Chambers',
	'Dawson',
	'Ellis',
	'Farrow',
	'Gibbons',
	'Hartley',
	'Ibrahim',
	'Jarvis',
	'Kendall',
	'Lowe',
	'Malik',
	'Nkosi',
	'Osborne',
	'Pearce',
	'Quinn',
	'Rashid',
	'Sharpe',
	'Tennant',
	'Underhill',
	'Vickers',
	'Wheeler',
	'Yilmaz'
];

/** Of some the case system has none. */
export const ETHNICITIES: readonly (string | null)[] = [
	'White British',
	'White British',
	'White British',
	'White other',
	'White and Black Caribbean',
	'White and Asian',
	'Black African',
	'Black Caribbean',
	'Pakistani',
	'Bangladeshi',
	'Arab',
	null
];

export const TEAMS: readonly string[] = [
	'Children Looked After East',
	'Children Looked After West',
	'Leaving Care'
];
