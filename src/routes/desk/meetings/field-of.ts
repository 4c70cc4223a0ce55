const FIELDS: Readonly<Record<string, string>> = {
	diary_date_missing: 'date_0',
	diary_in_past: 'date_0',
	diary_too_far: 'date_0',
	diary_held_in_future: 'date_0',
	diary_same_time: 'time_0',
	diary_time_missing: 'time_0',
	diary_time_not_there: 'time_0',
	diary_hour_odd: 'time_0',
	diary_length: 'minutes',
	diary_how_missing: 'how',
	diary_where_too_long: 'where',
	diary_link: 'link',
	diary_strategy: 'strategy_on',
	diary_held_missing: 'held_on'
};

/** The field of a meeting’s form that a refusal is about; nothing where it is about no one field. */
export const fieldOf = (code: string): string | undefined => FIELDS[code];
