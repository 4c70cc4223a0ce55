import { randomUUID } from 'node:crypto';
import { formOf } from '../../forms/catalogue/forms.ts';
import type { Answer } from '../../forms/answers.ts';
import { londonDate, londonInstant } from '../../language/dates.ts';
import { languageOf } from '../../language/languages.ts';
import { addDays, addMonths } from '../../meetings/working-days.ts';
import type { YoungPersonActor } from '../access.ts';
import type { App } from '../app.ts';
import { createAudit } from '../audit/audit.ts';
import type { Core } from '../core.ts';
import type { Tx } from '../db/database.ts';
import { keepStandings } from '../figures/standing.ts';
import { factsOf, youngPersonOf } from '../people/facts.ts';
import { ageOn } from '../people.ts';
import { keepOpening, keepReply } from '../statements/first-times.ts';
import { keepWords } from '../statements/new-statement.ts';
import { keepThemes } from '../themes/suggest.ts';
import type { WrittenPerson } from './people-rows.ts';
import { createRandom, type Random } from './random.ts';
import { faceFor, wordsIn } from './statement-words.ts';
import type { Council } from './tell-forms.ts';

const SEED = 20_261_119;
const WEEKS = 150;
/** Since then those who speak another language than English say nothing any more, and nobody has noticed. */
const SILENT_WEEKS = 7;
/** Whose stories are told at the site itself have a reference below this one. */
const FIRST_INVENTED = 1100;
const HOUR = 3_600_000;

/**
 * Good news and what was wanted before a visit, over three years, week by week: what makes use something to be seen.
 * There are hundreds, so they are written at once, as sending would have left them, opened and mostly answered.
 */
export async function tellHeard(app: App, { people, accounts, now }: Council): Promise<void> {
	const random = createRandom(SEED);
	const today = londonDate(now);
	const invented = [...people]
		.filter(([ref]) => Number(ref.slice(-4)) >= FIRST_INVENTED)
		.flatMap(([, person]) => {
			const author = accounts.youngPeople.get(person.id);
			return author?.kind === 'young_person' ? [{ person, author }] : [];
		});
	const others = invented.filter(({ person }) => person.language !== 'en');
	// What is sent since then is told elsewhere.
	const until = addMonths(`${today.slice(0, 7)}-01`, -2);
	await app.database.inTransaction(async (tx) => {
		const statementIds: string[] = [];
		const tell = async (from: typeof invented, day: string) => {
			if (from.length === 0) return;
			const { person, author } = random.pick(from);
			const id = await write(app, tx, random, { person, author, day });
			if (id !== null) statementIds.push(id);
		};
		for (let week = WEEKS; week > 0; week -= 1) {
			const monday = addDays(today, -7 * week);
			const busy = random.between(2, 5);
			for (let one = 0; one < busy; one += 1)
				if (addDays(monday, 6) < until) await tell(invented, addDays(monday, random.between(0, 6)));
			if (week > SILENT_WEEKS) await tell(others, addDays(monday, random.between(0, 6)));
			if (week > SILENT_WEEKS && random.chance(0.8))
				await tell(others, addDays(monday, random.between(0, 6)));
		}
		await keepStandings(app, tx, { statementIds });
	});
}

/** @returns its id; null where they were not in care yet */
async function write(
	app: App,
	tx: Tx,
	random: Random,
	of: {
		readonly person: WrittenPerson;
		readonly author: YoungPersonActor;
		readonly day: string;
	}
): Promise<string | null> {
	const { person, author, day } = of;
	// To the millisecond, so that no two are sent at once: their order is the same on every run.
	const sentAt = londonInstant(`${day}T15:30`) + random.between(0, 5 * HOUR);
	const openedAt = sentAt + random.between(14, 120) * HOUR;
	const form = formOf(random.chance(0.7) ? 'good-news' : 'before-a-visit');
	const language = languageOf(person.language).tag;
	const face = faceFor(random, ageOn(person.seed.profile.dateOfBirth, day));
	const answers: Readonly<Record<string, Answer>> =
		form?.id === 'good-news'
			? { '1': say(random, language), '2': { kind: 'faces', value: random.pick([4, 5] as const) } }
			: { '1': { kind: 'yes_no', value: random.chance(0.8) ? 'yes' : 'no' } };
	const answered = random.chance(0.7);
	if (!form || day <= addDays(person.seed.startedOn, 2)) return null;

	const id = randomUUID();
	const then = at(app, sentAt);
	const { row } = await youngPersonOf(app, tx, person.id);
	const facts = await factsOf(app, tx, person.id);
	const keys = await app.vault.unlock(tx, [row.keyId]);
	const draft = {
		draftId: '',
		sendKey: randomUUID(),
		language,
		face,
		answers: {},
		pictureIds: [],
		soundIds: []
	};
	const about = { formId: form.id, formVersion: form.version };
	const kept = { ...draft, ...about, begunTogetherId: null, lastPage: null, updatedAt: sentAt };
	const statement = { id, author, keyId: row.keyId, keys, form, draft: kept, answers, facts };
	const { translator } = app;
	await keepWords(then, tx, translator, statement, { kinds: [], aboutMeetingId: null });
	await keepThemes(then, tx, [{ id, formId: form.id, sentAt, answers }]);
	const subject = { youngPersonId: person.id, subject: { kind: 'statement', id } };
	const detail = { ...about };
	await then.audit.record(tx, { action: 'statement.sent', actor: author, ...subject, detail });

	const staffId = form.goesTo === 'worker' ? row.socialWorkerId : person.officerId;
	if (staffId === null) return id;
	const asChair = form.goesTo !== 'worker';
	const opening = {
		id: randomUUID(),
		statementId: id,
		staffId,
		openedAt,
		asChair: asChair ? 1 : 0
	};
	await keepOpening(tx, opening);
	await at(app, openedAt).audit.record(tx, {
		action: 'statement.opened',
		actor: { kind: 'staff', id: staffId },
		...subject,
		detail: { asChair }
	});
	if (answered)
		await keepReply(tx, {
			id: randomUUID(),
			statementId: id,
			staffId,
			sendKey: randomUUID(),
			readyReply: 'thank_you',
			language: 'en',
			sentAt: openedAt + random.between(1, 40) * HOUR,
			seenAt: openedAt + 90 * HOUR
		});
	return id;
}

const say = (random: Random, language: string): Answer => ({
	kind: 'say',
	text: random.pick(wordsIn(language).say['9'] ?? ['']),
	pictures: []
});

/** The same, at another time. */
function at(core: Core, time: number): Core {
	const now = () => time;
	return { ...core, now, audit: createAudit(core.vault, now) };
}
