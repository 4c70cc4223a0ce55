import type { Face, Form, FormPage, Option, Question } from '../definition.ts';
import { EVERYBODY, LONG, READERS, SAFE, START } from './blocks.ts';

const ANSWERS: readonly Option[] = [
	{ id: 'can', picture: 'thumbs-up' },
	{ id: 'with_help', picture: 'hand-helping' },
	{ id: 'not_yet', picture: 'sprout' },
	{ id: 'not_for_me', picture: 'minus' }
];

/** One skill: whether they can, and folded below it how they can show it and who helps. */
function skill(id: string, picture: string, faces: readonly Face[]): readonly Question[] {
	return [
		{ id, type: 'pick', wordedAs: 'skill', picture, faces, options: ANSWERS },
		{ id: `${id}_how`, type: 'say', wordedAs: 'how', under: id, faces: LONG },
		{ id: `${id}_who`, type: 'people', wordedAs: 'who', under: id, faces: LONG }
	];
}

/**
 * One of the eleven areas. Easy has eight of them, each with the skill or two that the others are built on, so that it
 * stays a dozen screens.
 */
function area(
	id: string,
	skills: readonly (readonly [id: string, picture: string, easy?: 'easy'])[]
): FormPage {
	const faces = skills.some(([, , easy]) => easy) ? EVERYBODY : LONG;
	const questions = skills.flatMap(([skillId, picture, easy]) =>
		skill(skillId, picture, easy ? EVERYBODY : LONG)
	);
	return { id, section: id, faces, questions };
}

/**
 * The independent living skills checklist: 35 skills in 11 areas, gone through again and again between fifteen and
 * twenty-five, each time beside what they said before.
 */
export const mySkills: Form = {
	id: 'my-skills',
	version: 1,
	picture: 'cooking-pot',
	group: 'meeting',
	goesTo: 'chair',
	offered: {
		all: [
			{ fact: 'age_from', years: 15 },
			{ fact: 'status', is: ['looked_after', 'care_leaver'] }
		]
	},
	carriesOver: true,
	meetings: { kinds: ['pathway_review', 'looked_after_review'], alsoFits: [] },
	faces: EVERYBODY,
	landings: ['Z1'],
	pages: [
		...START,
		area('care', [
			['PC1', 'shower-head', 'easy'],
			['PC2', 'circle-slash'],
			['PC3', 'heart']
		]),
		area('laundry', [['LA1', 'washing-machine', 'easy']]),
		area('money', [
			['MO1', 'landmark'],
			['MO2', 'coins', 'easy'],
			['MO3', 'wallet', 'easy'],
			['MO4', 'piggy-bank'],
			['MO5', 'file-text'],
			['MO6', 'credit-card']
		]),
		area('food', [
			['FO1', 'cooking-pot', 'easy'],
			['FO2', 'salad'],
			['FO3', 'refrigerator', 'easy']
		]),
		area('travel', [
			['TR1', 'bus', 'easy'],
			['TR2', 'map'],
			['TR3', 'footprints', 'easy'],
			['TR4', 'train-front']
		]),
		area('diary', [
			['DI1', 'calendar-days'],
			['DI2', 'stethoscope'],
			['DI3', 'mail']
		]),
		area('home', [
			['HO1', 'lightbulb'],
			['HO2', 'gauge'],
			['HO3', 'bell'],
			['HO4', 'alarm-smoke'],
			['HO5', 'brush', 'easy'],
			['HO6', 'flame', 'easy']
		]),
		area('safety', [
			['SA1', 'footprints'],
			['SA2', 'phone', 'easy'],
			['SA3', 'smartphone', 'easy']
		]),
		area('support', [
			['SU1', 'users-round', 'easy'],
			['SU2', 'contact-round']
		]),
		area('education', [
			['ED1', 'school'],
			['ED2', 'graduation-cap']
		]),
		area('employment', [
			['EM1', 'search'],
			['EM2', 'file-user']
		]),
		...SAFE,
		...READERS
	]
};
