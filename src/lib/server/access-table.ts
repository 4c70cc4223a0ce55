import type { ApiScope } from './machines/scopes.ts';
import type { Role } from './roles.ts';

/**
 * How somebody stands to the record they ask for.
 * - `self`: it is about, or by, this young person
 * - `together`: the same young person, where a helper started this one form with them
 * - `chair`: chairs the meeting it is linked to; with no meeting, is the young person's reviewing officer
 * - `officer`: is the young person's allocated reviewing officer, or chairs a meeting of theirs still to come
 * - `recipient`: it was sent to them: the social worker it is for, or who handles the request it is
 * - `worker`: is the young person's social worker or adviser
 * - `duty`: is on duty now, or was told of this alert while they were
 * - `guest`: is invited to the meeting, beside its chair
 * - `named`: the young person ticked them
 * - `owner`: it is a promise they are to keep
 * - `operator`: the command line
 * - `machine:…`: a program whose key has that scope
 * - a role: holds it
 */
export type Standing =
	| 'self'
	| 'together'
	| 'recipient'
	| 'worker'
	| 'duty'
	| 'guest'
	| 'chair'
	| 'officer'
	| 'named'
	| 'owner'
	| 'operator'
	| `machine:${ApiScope}`
	| Role;

/**
 * The one table of who may do what. What is not here is refused.
 * Reading a young person's words is never a matter of rank: no role alone opens a statement.
 */
export const ACCESS = {
	// A young person's own things
	'home.see': ['self'],
	'draft.write': ['self', 'together'],
	'statement.send': ['self', 'together'],
	'statement.read_own': ['self'],
	'statement.take_back': ['self'],
	'statement.add': ['self'],
	'request.see_own': ['self'],
	'request.read_own': ['self'],
	/** A complaint goes on to its next stage, or they are content with the answer. */
	'request.ask_next': ['self'],
	'request.withdraw': ['self'],
	'request.say_waiting': ['self'],
	/** An advocate for a complaint, or none. */
	'request.choose_advocate': ['self'],
	'settings.change_own': ['self'],
	'contact.change_own': ['self'],
	'meeting.see_own': ['self'],
	// Their words, read by others
	'statement.read': ['chair', 'recipient', 'named'],
	'statement.read_kept_for_chair': ['chair', 'recipient'],
	'statement.reply': ['chair', 'recipient'],
	/** What they planned for a meeting, made into an agenda and cards. */
	'plan.see': ['self', 'chair'],
	// The desk
	'desk.open': [
		'iro',
		'manager',
		'advocate',
		'complaints',
		'participation',
		'social_worker',
		'admin'
	],
	'inbox.see': ['iro'],
	/** The list of those one handles: an officer’s own young people’s, and what a role brings. */
	'request.see': ['iro', 'advocate', 'complaints', 'participation'],
	'request.read': ['recipient'],
	// Asked without an account: who asked, or on without knowing.
	'request.match': ['participation'],
	'request.pass_on': ['participation'],
	/** Takes it from stage to stage: answers, extends, writes to the young person. */
	'request.work': ['recipient'],
	/** Says who of them answers it, by name. */
	'request.assign': ['recipient'],
	/** To one of several advocacy services; without its words. */
	'request.give': ['participation'],
	'young_person.see': ['officer', 'worker', 'participation'],
	'young_person.list_all': ['participation'],
	'alert.see': ['officer', 'duty', 'manager'],
	'alert.acknowledge': ['officer', 'duty', 'manager'],
	/** Who is on duty when. */
	'duty.see': ['admin', 'manager'],
	'duty.change': ['admin', 'manager'],
	'notice.see_all_missed': ['manager'],
	// Counts over many statements, never one
	'figures.see': ['manager'],
	/** Of financial years that are over, with small numbers hidden: for those who may open no list behind it. */
	'figures.see_year': ['manager', 'iro', 'participation', 'complaints'],
	/** Says that everything is entered; the year then stays as it was told. */
	'figures.tell_year': ['manager'],
	/** Which meetings and statements stand behind a count, by name; never a word that was said. */
	'figures.list': ['manager'],
	/** What stands beside the figures of the annual report. */
	'report.write': ['manager'],
	/** With nothing hidden. */
	'report.print': ['operator'],
	/** The return's review columns: who, when, and how they took part. */
	'participation.export': ['operator'],
	/** What is missing before the return is due; a code that its chair left out. */
	'completeness.see': ['manager'],
	'participation.complete': ['manager'],
	// What young people raise
	/** Says which themes a statement raises: whoever answers it, and nobody for a request. */
	'theme.mark': ['chair', 'recipient'],
	/** Names, orders and retires the themes of the council. */
	'theme.manage': ['admin'],
	/** For what was sent before there were themes. */
	'theme.suggest': ['operator'],
	/** The monthly note: themes, what is overdue, what was praised. */
	'note.read': ['manager'],
	// What parents say of conferences
	/** Counted, with small numbers hidden from everybody. */
	'survey.see': ['manager'],
	/** What they wrote, of a whole quarter and in no order. */
	'survey.words': ['manager'],
	/** Answers on paper. */
	'survey.type_in': ['manager', 'participation'],
	'survey.ring': ['manager'],
	/** What its chair saw of a conference. */
	'conference.record': ['chair'],
	// Meetings, planned and held
	/** An officer of one of several young people sees that it is, and their own young person alone. */
	'meeting.see': ['chair', 'officer', 'guest'],
	/** Where it is, and the link into it: for those who will be there. */
	'meeting.see_place': ['self', 'chair', 'guest'],
	/** The chair of a conference may plan the next one. */
	'meeting.make': ['officer', 'chair'],
	'caseload.see': ['iro', 'manager'],
	/** Anybody's, and how many each officer has. */
	'caseload.see_all': ['manager'],
	'calendar.make': ['iro'],
	// Who does whose work
	'cover.make': ['manager'],
	'allocation.change': ['manager'],
	// Before a meeting
	/** Of each of its young people: who was asked, what came in, who was seen alone. */
	'preparing.see': ['chair'],
	'young_person.ask_again': ['chair'],
	'seen_alone.record': ['chair'],
	/** All a young person said for a meeting, to be read to the room. */
	'brief.read': ['chair'],
	'participation_plan.write': ['officer', 'participation'],
	'participation_plan.read_own': ['self'],
	// What a meeting decided
	/** What is raised, what is decided and how each young person took part; a sibling's officer is not among these. */
	'meeting.decide': ['chair'],
	/** The decisions, never a statement. */
	'decisions.agree': ['manager'],
	'record.write': ['chair'],
	// What comes of a meeting, told to the young person
	/** A brother's or a sister's letter is another. */
	'letter.see': ['chair', 'manager'],
	'letter.write': ['chair'],
	'letter.approve': ['chair', 'manager'],
	'letter.send': ['chair'],
	/** Their letters, and what was decided and promised, as far as they have been told. */
	'letter.read_own': ['self'],
	// Promises
	/** Those made to one's own young people, and those one is to keep. */
	'promise.list': ['iro', 'social_worker', 'owner'],
	'promise.mark': ['chair', 'officer', 'owner'],
	'promise.count': ['manager'],
	// A form gone through with a helper
	'together.start': ['officer', 'worker', 'participation'],
	/** What was begun with a helper becomes their own. */
	'together.adopt': ['self'],
	// Carers, over a link
	/** Names who is asked before a review, and how they are written to; nothing that they said. */
	'carer.ask': ['chair', 'officer', 'participation'],
	/** What a carer says is for whoever chairs: not for their social worker, and not for the young person. */
	'carer.read': ['chair', 'officer'],
	// Getting young people on
	'invitation.make': ['officer', 'participation', 'operator'],
	// What an officer disputes, and their look between two meetings. Never the young person's worker.
	'concern.list': ['iro', 'manager'],
	'concern.raise': ['officer'],
	/** Its words too: managers handle the dispute. What led to it stays with who may open that. */
	'concern.see': ['officer', 'manager'],
	'concern.step': ['officer', 'manager'],
	'concern.see_own': ['self'],
	'midway.list': ['iro'],
	'midway.do': ['officer'],
	// Parents, over a link
	/** The chair of a conference offers them the survey; who answered it, nobody is shown. */
	'survey.offer': ['chair'],
	// The administrator
	'council.change': ['admin'],
	'council.history': ['admin'],
	'api_key.manage': ['admin'],
	// The case system: what its programs fetch, and what of Sayso stands there
	'api.meetings': ['machine:meetings'],
	'api.statements': ['machine:statements'],
	'api.decisions': ['machine:decisions'],
	'api.letters': ['machine:letters'],
	'api.records': ['machine:records'],
	'api.participation': ['machine:participation'],
	'api.requests': ['machine:requests'],
	'api.copies': ['machine:copies'],
	'copy.mark': ['chair', 'officer'],
	// The operator
	'staff.add': ['operator'],
	'meeting.change': ['chair', 'operator'],
	'data.import': ['operator'],
	'data.backup': ['operator']
} as const satisfies Record<string, readonly Standing[]>;
