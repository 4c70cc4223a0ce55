import * as v from 'valibot';
import { DAY_PARTS, WEEKDAYS } from '../../forms/answers.ts';

const text = v.string();
const texts = v.array(v.string());
const said = {
	text,
	pictures: v.array(v.string()),
	sounds: v.optional(v.array(v.string()))
};

/** An answer as it is kept: codes and ids are those of the question's `labels`, words are the author's own. */
export const answerSchema = v.variant('kind', [
	v.object({ kind: v.picklist(['skipped', 'not_sure', 'rather_not']) }),
	v.object({
		kind: v.literal('faces'),
		value: v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(5))
	}),
	v.object({ kind: v.literal('yes_no'), value: v.picklist(['yes', 'no']) }),
	v.object({ kind: v.literal('pick'), value: text }),
	v.object({ kind: v.literal('picks'), values: texts, other: v.optional(text) }),
	v.object({
		kind: v.literal('scale'),
		value: v.pipe(v.number(), v.minValue(0), v.maxValue(10))
	}),
	v.object({ kind: v.literal('sort'), cards: v.record(v.string(), text) }),
	v.object({ kind: v.literal('date'), on: v.pipe(v.string(), v.isoDate()) }),
	v.object({ kind: v.literal('words'), text }),
	v.object({ kind: v.literal('say'), ...said }),
	v.object({
		kind: v.literal('people'),
		people: v.array(v.object({ name: text, choice: v.optional(text), staffId: v.optional(text) }))
	}),
	v.object({
		kind: v.literal('when'),
		days: v.array(v.picklist(WEEKDAYS)),
		parts: v.array(v.picklist(DAY_PARTS))
	}),
	v.object({ kind: v.literal('list'), lines: texts }),
	v.object({ kind: v.literal('star'), starred: text, ...said }),
	v.object({
		kind: v.literal('agenda'),
		items: v.array(v.union([v.object({ card: text }), v.object({ words: text })])),
		starred: v.nullable(v.number())
	}),
	v.object({ kind: v.literal('protect'), questions: texts }),
	v.object({ kind: v.literal('promises'), promises: v.record(v.string(), text) }),
	v.object({ kind: v.literal('audience'), staff: texts })
]);
