import { randomUUID } from 'node:crypto';
import { eq } from 'drizzle-orm';
import type { Answer } from '../../src/lib/forms/answers.ts';
import { carerConsultation } from '../../src/lib/forms/catalogue/carer-consultation.ts';
import { wordingOf } from '../../src/lib/forms/snapshot.ts';
import type { App } from '../../src/lib/server/app.ts';
import type { NewCarer } from '../../src/lib/server/carers/ask.ts';
import { carerKind } from '../../src/lib/server/carers/carer-kind.ts';
import { endUsed } from '../../src/lib/server/outside/end.ts';
import type { Person } from './people.ts';

interface AskedPlace {
	readonly meetingId: string;
	readonly youngPersonId: string;
}

/** A carer is asked: by mail, unless something else is given. */
export function askCarer(app: App, by: Person<'staff'>, given: AskedPlace & Partial<NewCarer>) {
	const id = randomUUID();
	const email = `carer-${id}@home.example`;
	return app.carers.ask(by.actor, {
		...{ id, email, name: 'Rosa Diaz', role: 'foster_carer', language: 'en' },
		...given
	});
}

/**
 * Asks a carer, who answers at once, as the pages behind the link would have it.
 * @param before what happens between
 */
export async function answerAsCarer(
	app: App,
	by: Person<'staff'>,
	place: AskedPlace,
	answers: Readonly<Record<string, Answer>>,
	given: Partial<NewCarer> = {},
	before: () => Promise<void> = () => Promise.resolve()
): Promise<{ readonly id: string }> {
	const id = given.id ?? randomUUID();
	await askCarer(app, by, { ...place, ...given, id });
	await before();
	const kind = carerKind(app);
	await app.database.inTransaction(async (tx) => {
		const { carerConsultations, outsideLinks } = tx.tables;
		const [row] = await tx
			.select({ link: outsideLinks })
			.from(carerConsultations)
			.innerJoin(outsideLinks, eq(outsideLinks.id, carerConsultations.linkId))
			.where(eq(carerConsultations.id, id));
		if (!row) throw new Error('nobody was asked');
		const facts = await kind.facts(tx, row.link, app.now());
		const english = app.translator('en');
		const shown = app.translator(row.link.language);
		await kind.deliver(tx, {
			link: row.link,
			answers,
			wording: wordingOf(carerConsultation, { shown, english }, 'standard', answers, facts),
			language: row.link.language,
			sendKey: randomUUID()
		});
		await endUsed(app, tx, row.link, kind.deletesLink);
	});
	return { id };
}
