import type { Form } from '../../forms/definition.ts';
import { londonDate } from '../../language/dates.ts';
import type { Translator } from '../../language/translator.ts';
import { DatabaseLimiter } from '../accounts/limiter.ts';
import { demandOwn, type Actor, type YoungPersonActor } from '../access.ts';
import type { Core } from '../core.ts';
import { readKept } from '../drafts/kept.ts';
import { notFound, throttled } from '../errors.ts';
import { isId } from '../ids.ts';
import type { Kept } from '../statements/views.ts';
import { said } from './answer-blocks.ts';
import type { Block, Document } from './document.ts';
import { ownRecords, type OwnRecord } from './own-records.ts';
import { createPdfMaker } from './pdf.ts';
import { plainText } from './plain-text.ts';
import { bytesOf, printedPictures, type Pictures } from './printed-pictures.ts';
import { statementBlocks, when } from './statement-blocks.ts';
import { zipStream, type ZipFile } from './zip.ts';

/** Making all of it takes seconds of the processor; whoever really lost it can have it again. */
const ALL_AN_HOUR = 6;
const ONES_AN_HOUR = 60;
const HOUR_SECONDS = 3600;

export interface WhatThereIs {
	readonly statements: number;
	readonly pictures: number;
	readonly sounds: number;
}

export type Documents = ReturnType<typeof createDocuments>;

/** A young person's own things, to keep: on paper, or as files. */
export function createDocuments(
	core: Core,
	given: {
		readonly translator: (tag: string) => Translator;
		readonly forms: readonly Form[];
		/** Every letter somebody got, oldest first. */
		readonly lettersOf: (actor: Actor) => Promise<readonly Document[]>;
	}
) {
	const { read } = core.database;
	const maker = createPdfMaker();
	const all = new DatabaseLimiter(core, 'download_all', {
		points: ALL_AN_HOUR,
		seconds: HOUR_SECONDS
	});
	const ones = new DatabaseLimiter(core, 'download_one', {
		points: ONES_AN_HOUR,
		seconds: HOUR_SECONDS
	});

	/** In its own transaction with the line that tells of it: what is handed out left its trace first. */
	async function allow(
		actor: YoungPersonActor,
		limiter: DatabaseLimiter,
		event: Pick<Parameters<Core['audit']['record']>[1], 'action' | 'subject' | 'detail'>
	): Promise<void> {
		await core.database.inTransaction(async (tx) => {
			const before = await limiter.get(actor.id, { queries: tx });
			if (before && before.consumedPoints >= limiter.points)
				throw throttled(before.msBeforeNext / 1000);
			await limiter.penalty(actor.id, 1, { queries: tx });
			await core.audit.record(tx, { ...event, actor, youngPersonId: actor.id });
		});
	}

	async function keptOf(actor: YoungPersonActor): Promise<Kept[]> {
		const kept: Kept[] = [];
		for (const { id } of given.forms.filter(({ goesTo }) => goesTo === 'kept')) {
			const of = { youngPersonId: actor.id, formId: id, translators: given.translator };
			const found = await readKept(core, read, of);
			if (found) kept.push(found);
		}
		return kept;
	}

	function documentOf(
		titleKey: string,
		blocks: readonly Block[],
		translator: Translator
	): Document {
		const made = said(translator, 'documents:made', { when: when(translator, core.now()) });
		return {
			title: said(translator, titleKey),
			unprintable: said(translator, 'documents:unprintable'),
			blocks: [{ kind: 'line', soft: true, text: made }, ...blocks]
		};
	}

	return {
		/** What a download of everything would hold. */
		async whatThereIs(actor: Actor): Promise<WhatThereIs> {
			demandOwn('statement.read_own', actor);
			const { records } = await ownRecords(core, read, actor);
			const sum = (of: (record: OwnRecord) => number) =>
				records.reduce((total, record) => total + of(record), 0);
			return {
				statements: records.length,
				pictures: sum(({ pictureIds }) => pictureIds.length),
				sounds: sum(({ soundIds }) => soundIds.length)
			};
		},

		/** One statement of their own, as a PDF in the language they read now. */
		async statementPdf(actor: Actor, statementId: string, language: string): Promise<Buffer> {
			demandOwn('statement.read_own', actor);
			if (!isId(statementId)) throw notFound();
			const { owner, records } = await ownRecords(core, read, actor, [statementId]);
			const [record] = records;
			if (!record) throw notFound();
			const subject = { kind: 'statement', id: record.id };
			await allow(actor, ones, { action: 'statement.downloaded', subject });
			const translator = given.translator(language);
			const blocks = statementBlocks(record, translator, core.now());
			const pictures = await printedPictures(read, record.pictureIds, owner);
			return maker.pdf(documentOf('documents:title_one', blocks, translator), pictures);
		},

		/** Everything they sent, as a ZIP: one PDF, one text, and a folder for each statement. */
		async everything(actor: Actor, language: string): Promise<ReadableStream<Uint8Array>> {
			demandOwn('statement.read_own', actor);
			const { owner, records } = await ownRecords(core, read, actor);
			const kept = await keptOf(actor);
			const letters = await given.lettersOf(actor);
			await allow(actor, all, {
				action: 'things.downloaded',
				detail: { statements: records.length, letters: letters.length }
			});
			const translator = given.translator(language);
			const blocks = everyBlock({ records, kept, letters }, translator, core.now());
			const document = documentOf('documents:title', blocks, translator);
			const pictureIds = records.flatMap((record) => record.pictureIds);
			const pdf = await maker.pdf(document, await printedPictures(read, pictureIds, owner));
			const names = fileNames(records);
			const text = plainText(document, (id) => names.get(id) ?? '');
			const at = core.now();

			async function* files(): AsyncGenerator<ZipFile> {
				yield { name: 'sayso/everything.pdf', bytes: pdf, at };
				yield { name: 'sayso/everything.txt', bytes: Buffer.from(text, 'utf8'), at };
				for (const record of records) {
					const json = Buffer.from(`${JSON.stringify(inJson(record, names), null, '\t')}\n`);
					yield { name: `sayso/${names.get(record.id)}`, bytes: json, at: record.sentAt };
					for (const id of record.pictureIds) {
						const bytes = await bytesOf(read, 'pictures', id, owner);
						if (bytes) yield { name: `sayso/${names.get(id)}`, bytes, at: record.sentAt };
					}
					for (const id of record.soundIds) {
						const bytes = await bytesOf(read, 'sounds', id, owner);
						if (bytes) yield { name: `sayso/${names.get(id)}`, bytes, at: record.sentAt };
					}
				}
			}
			return zipStream(files());
		},

		/**
		 * Makes a PDF of what a service put together. Nothing is decided here: whoever made it has decided who may have it.
		 * @param pictures by id (`printed-pictures.ts`); those that are missing are left out
		 */
		print: (document: Document, pictures?: Pictures): Promise<Buffer> =>
			maker.pdf(document, pictures),

		close: () => maker.close()
	};
}

function everyBlock(
	{
		records,
		kept,
		letters
	}: {
		readonly records: readonly OwnRecord[];
		readonly kept: readonly Kept[];
		readonly letters: readonly Document[];
	},
	translator: Translator,
	now: number
): Block[] {
	const none: Block[] = [{ kind: 'line', text: said(translator, 'documents:nothing') }];
	const sent = records.flatMap((record, index): Block[] => [
		...(index === 0 ? [] : [{ kind: 'page' } as const]),
		...statementBlocks(record, translator, now)
	]);
	const mine = kept.flatMap((one): Block[] => [
		{ kind: 'page' },
		...keptBlocks(one, translator, now)
	]);
	const got = letters.flatMap(({ blocks }): Block[] => [{ kind: 'page' }, ...blocks]);
	const all = [...sent, ...got, ...mine];
	return all.length === 0 ? none : all;
}

function keptBlocks(
	{ wording, answers, updatedAt }: Kept,
	translator: Translator,
	now: number
): Block[] {
	const printed = { sentAt: updatedAt, wording, answers, additions: [], trail: [] };
	const values = { when: when(translator, updatedAt) };
	return statementBlocks(
		printed,
		translator,
		now,
		'shown',
		said(translator, 'documents:kept', values)
	);
}

/** By number and day: a file's name stands in lists and logs of its own, and tells nothing of what is in it. */
function fileNames(records: readonly OwnRecord[]): Map<string, string> {
	return new Map(
		records.flatMap(({ id, sentAt, pictureIds, soundIds }, index) => {
			const folder = `${String(index + 1).padStart(3, '0')}-${londonDate(sentAt)}`;
			return [
				[id, `${folder}/statement.json`] as const,
				...pictureIds.map((one, at) => [one, `${folder}/picture-${at + 1}.webp`] as const),
				...soundIds.map((one, at) => [one, `${folder}/voice-${at + 1}.mp3`] as const)
			];
		})
	);
}

/** For machines: the answers as they are kept, beside the words they were asked in. */
function inJson(record: OwnRecord, names: ReadonlyMap<string, string>): unknown {
	const { wording, answers, pictureIds, soundIds, sentAt, additions, trail, ...about } = record;
	const byQuestion = new Map(answers.map((answer) => [answer.questionId, answer]));
	return {
		...about,
		title: wording.title.shown,
		sentAt: new Date(sentAt).toISOString(),
		questions: wording.questions.map(({ id, type, section, title, labels }) => ({
			id,
			type,
			section: section.shown,
			title: title.shown,
			labels: Object.fromEntries(Object.entries(labels).map(([code, { shown }]) => [code, shown])),
			answer: byQuestion.get(id)?.answer ?? null,
			keptForChair: byQuestion.get(id)?.chairOnly ?? false,
			language: byQuestion.get(id)?.language ?? null
		})),
		additions,
		files: [...pictureIds, ...soundIds].map((id) => ({ id, name: names.get(id) })),
		trail
	};
}
