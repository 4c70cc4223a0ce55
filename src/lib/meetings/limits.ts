/** How long something may take, and where that comes from. Every one is a setting; the law's own value is the default. */
interface Limit {
	readonly unit: 'working_days' | 'days' | 'hours' | 'months';
	readonly value: number;
}

export const LIMITS = {
	// Meetings
	/** First review of a looked-after child, from the start of care: reg 33(1) of SI 2010/959. */
	first_review: { unit: 'working_days', value: 20 },
	/** Second review, after the first was held: reg 33(2). */
	second_review: { unit: 'months', value: 3 },
	/** Every later review, after the one before was held: reg 33(2). */
	later_review: { unit: 'months', value: 6 },
	/** Initial conference, after the strategy discussion that began the enquiry: Working Together. */
	initial_conference: { unit: 'working_days', value: 15 },
	/** First review conference, after the initial one: Working Together. */
	first_review_conference: { unit: 'months', value: 3 },
	/** Later review conferences, after the one before: Working Together. */
	later_review_conference: { unit: 'months', value: 6 },
	/** Pathway plan reviews, after the one before: reg 7 of SI 2010/2571. */
	pathway_review: { unit: 'months', value: 6 },
	/** A midway check, after a meeting was held: practice of City of London, IRO Handbook. */
	midway_check: { unit: 'months', value: 3 },

	// Around a meeting
	/** The young person is asked to take part so long before: the IRO Handbook's consultation. */
	invite: { unit: 'working_days', value: 15 },
	/** The outcome form, after a meeting was held: Worcestershire. */
	outcome: { unit: 'hours', value: 24 },
	/** Decisions go to managers, after a review: IRO Handbook. */
	decisions: { unit: 'working_days', value: 5 },
	/** A manager may object so long after decisions came; silence agrees: Enfield, City of London. */
	objection: { unit: 'working_days', value: 5 },
	/** The full record, after a meeting: Enfield, Worcestershire. */
	record: { unit: 'working_days', value: 20 },
	/** A young person's letter, after a meeting: like the record it stands for. */
	letter: { unit: 'working_days', value: 20 },
	/** A reply to what a young person sent. */
	reply: { unit: 'working_days', value: 5 },
	/** From when a statement nobody opened is told to its chair, before the meeting. */
	unopened: { unit: 'working_days', value: 2 },
	/** From when silence before a meeting is worth a question: a week more than the time to ask. */
	not_heard: { unit: 'working_days', value: 20 },
	/** Parents who did not answer in the room are asked once more, so long after a conference. */
	survey_again: { unit: 'days', value: 2 },
	/** A carer who did not answer is reminded once, so long before the review. */
	carer_reminder: { unit: 'working_days', value: 5 },

	// Requests
	/** An advocate rings or meets the young person: the law sets no time. */
	advocate_contact: { unit: 'working_days', value: 2 },
	/** Somebody tells of a visitor: a match, or the waiting list and the place on it. */
	visitor_answer: { unit: 'working_days', value: 10 },
	/** Complaint, stage 1: reg 14 of SI 2006/1738. */
	complaint_stage_1: { unit: 'working_days', value: 10 },
	/** Stage 1, where it is complex or an advocate is being found. */
	complaint_stage_1_longest: { unit: 'working_days', value: 20 },
	/** To ask for stage 2, after the answer of stage 1: reg 15. */
	complaint_ask_stage_2: { unit: 'working_days', value: 20 },
	/** Stage 2, the investigation and what the council says to it: reg 17. */
	complaint_stage_2: { unit: 'working_days', value: 25 },
	complaint_stage_2_longest: { unit: 'working_days', value: 65 },
	/** To ask for the panel, after the answer of stage 2: reg 18. */
	complaint_ask_stage_3: { unit: 'working_days', value: 20 },
	/** The panel meets, after it was asked for: reg 19(4). */
	complaint_panel: { unit: 'working_days', value: 30 },
	/** The panel's report, after it met: reg 20. */
	complaint_panel_report: { unit: 'working_days', value: 5 },
	/** What the council says to the report, after it came: reg 20(3). */
	complaint_panel_response: { unit: 'working_days', value: 15 },
	/** A date is named for an early pathway review. */
	early_review_date: { unit: 'working_days', value: 5 },
	/** Somebody answers who asked for another worker. */
	worker_answer: { unit: 'working_days', value: 10 },

	// Alerts
	/** Nobody took an alert: the next in line is told. */
	alert_escalation: { unit: 'hours', value: 1 }
} as const satisfies Readonly<Record<string, Limit>>;

export type LimitName = keyof typeof LIMITS;
/** How many of its unit each limit is, as the council has set it. */
export type Limits = Readonly<Record<LimitName, number>>;

export const LIMIT_NAMES = Object.keys(LIMITS) as readonly LimitName[];

/** What holds where a council has set nothing. */
export const LAW = Object.fromEntries(
	LIMIT_NAMES.map((name) => [name, LIMITS[name].value])
) as Limits;
