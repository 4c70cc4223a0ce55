import * as v from 'valibot';
import { helpLineWords } from '#lib/components/help-line-words.ts';
import { stageName } from '#lib/components/stage-name.ts';
import { londonMidnight, shortDate, weekdayName } from '#lib/language/dates.ts';
import { languageName } from '#lib/language/names.ts';
import type { Translator } from '#lib/language/translator.ts';
import { LIMIT_NAMES, LIMITS } from '#lib/meetings/limits.ts';
import { STAGE_KINDS } from '#lib/rights/concerns.ts';
import type { SettingChangeView } from '#lib/server/administration/history.ts';
import { helpLine } from '#lib/server/council/council.ts';

const hours = v.object({
	firstDay: v.number(),
	lastDay: v.number(),
	from: v.string(),
	to: v.string()
});
const stage = v.object({
	id: v.string(),
	kind: v.picklist(STAGE_KINDS),
	days: v.number(),
	names: v.optional(v.record(v.string(), v.string()))
});
const words = v.record(v.string(), v.string());

const limitOf = ({ key, part }: SettingChangeView) =>
	key === 'council.limits' ? LIMIT_NAMES.find((name) => name === part) : undefined;

/** Which setting it is, and which part of it; the key itself where nobody knows it any more. */
export function whatChanged(translator: Translator, change: SettingChangeView): string[] {
	const { t, language } = translator;
	const [area = '', name = '', tag = ''] = change.key.split('.');
	const limit = limitOf(change);
	if (limit) return [t('council:limits.title'), t(`council:limit.${limit}.name`)];
	if (area === 'calendar' && change.part)
		return [t('council:holidays.title'), shortDate(londonMidnight(change.part), language)];
	switch (name) {
		case 'helpLines':
			return [t('council:lines.title'), t('council:lines.young_people'), ...partName()];
		case 'parentLines':
			return [t('council:lines.title'), t('council:lines.parents'), ...partName()];
		case 'concernStages':
			return [t('council:stages.title'), ...partName()];
		case 'readyReplies':
			return [t('council:replies.title')];
		case 'pledge':
			return [t('council:index.pledge'), languageName(tag, language)];
		case 'name':
		case 'officeNumber':
		case 'outOfHoursNumber':
		case 'contactEmail':
		case 'leaveAddress':
		case 'officeHours':
			return [t('council:facts.title'), t(`council:facts.${name}`)];
		default:
			return [change.key, ...(change.part === null ? [] : [change.part])];
	}

	/** Of something that only moved, Sayso's own name where it has one. */
	function partName(): string[] {
		for (const value of [change.became, change.was]) {
			if (v.is(helpLine, value)) return [helpLineWords(translator, value).name];
			if (v.is(stage, value)) return [stageName(translator, value)];
		}
		const key = name === 'concernStages' ? 'concerns:stage' : 'help:lines';
		const known = `${key}.${change.part}`;
		return translator.has(known) ? [t(known)] : [];
	}
}

/** What it was, or became, in lines. */
export function valueWords(
	translator: Translator,
	change: SettingChangeView,
	value: unknown
): string[] {
	const { t, language } = translator;
	if (value === null) return [t('council:changes.nothing')];
	const limit = limitOf(change);
	if (typeof value === 'number')
		return [
			limit
				? t(`council:unit.${LIMITS[limit].unit}`, { count: value })
				: t('council:changes.place', { place: value })
		];
	if (typeof value === 'string') return [value];
	if (v.is(hours, value))
		return [
			t('council:changes.hours', {
				first: weekdayName(value.firstDay, language),
				last: weekdayName(value.lastDay, language),
				from: value.from,
				to: value.to
			})
		];
	if (v.is(helpLine, value))
		return [
			t('council:changes.line', {
				name: helpLineWords(translator, value).name,
				number: value.number
			})
		];
	if (v.is(stage, value))
		return [stageName(translator, value), t('council:unit.working_days', { count: value.days })];
	if (v.is(words, value)) return Object.values(value);
	return [JSON.stringify(value)];
}
