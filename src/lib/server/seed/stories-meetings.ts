import type { FormStory } from './form-story.ts';
import {
	agenda,
	BEGIN,
	chose,
	EASY_END,
	END,
	face,
	list,
	no,
	notSure,
	people,
	protect,
	say,
	scale,
	sorted,
	ticked,
	top,
	words,
	yes
} from './said.ts';
import { SKILLS_LAST_YEAR, SKILLS_NOW } from './stories-skills.ts';

/** What Ruth, Tomasz and Molly say before their meetings. Invented; nobody said any of it. */
export const MEETING_STORIES: readonly FormStory[] = [
	// Ruth speaks before the conference about her and her brother, and fears what comes of it at home.
	{
		ref: 'EB-1005',
		form: 'before-my-conference',
		face: 'standard',
		sent: [1, '16:05'],
		chairOnly: '8_more',
		answers: {
			...BEGIN,
			'1': face(2),
			'2': yes,
			'3': say('They say Dean shouts, and that Eli and me are left alone at night.'),
			'4': sorted({
				food: 'good',
				sleep: 'not_good',
				warm: 'ok',
				play: 'ok',
				hugs: 'good',
				voices: 'not_good',
				visitors: 'not_good'
			}),
			'4_more': say('Mum reads with Eli every night. And Biscuit, our dog.'),
			'5': say('When Mum is at work Dean shouts and throws things. Eli hides in my room.'),
			'6': scale(4),
			'7': say('If Dean did not have a key.'),
			'8': people({ name: 'Nan' }, { name: 'Miss Hall at school' }),
			'8_more': say('I take Eli and we sit on the stairs at Nan’s.'),
			'9': people(
				{ name: 'Mum', choice: 'same' },
				{ name: 'Nan', choice: 'more' },
				{ name: 'Dean', choice: 'none' }
			),
			'10': list('Dean does not live with us', 'Mum is not so tired', 'We stay at our school'),
			'11': say('Shouting. And asking me what I told my teacher.'),
			'12': top('I want to stay with Mum. But without Dean.'),
			'14': chose('advocate'),
			'15': yes,
			'16': chose('talk'),
			'16_who': people({ name: 'Nan' }),
			...END,
			Z1: chose('mostly'),
			'13': yes,
			'13_which': protect('5', '7', '11'),
			Z4: people({ name: 'Dean' })
		}
	},
	// Her brother Eli is eight, has no account, and said it with the participation worker at school.
	{
		ref: 'EB-1006',
		form: 'before-my-conference',
		helper: 'S07',
		face: 'easy',
		sent: [2, '14:25'],
		opened: { by: 'S03', at: [1, '09:50'] },
		answers: {
			S2: chose('helped'),
			S3: people({ name: 'Zoe' }),
			S3_how: ticked('read', 'typed'),
			'1': face(3),
			'4': sorted({ food: 'good', hugs: 'good', sleep: 'ok', voices: 'not_good' }),
			'5': say('When it is loud I go in Ruths bed.'),
			'6': scale(5),
			'10': list('A night light', 'Nan comes on Sundays', 'Biscuit can sleep in our room'),
			'12': top('Ruth and me stay together.'),
			'13': no,
			...EASY_END
		}
	},
	// Tomasz went through his skills a year ago and again this month, and wants his plan looked at now.
	{
		ref: 'EB-1004',
		form: 'my-skills',
		face: 'grown_up',
		sent: [385, '19:40'],
		answers: { ...BEGIN, ...SKILLS_LAST_YEAR, ...END },
		opened: { by: 'S02', at: [383, '10:20'], reply: 'thank_you' },
		read: [382, '18:05']
	},
	{
		ref: 'EB-1004',
		form: 'my-skills',
		face: 'grown_up',
		sent: [20, '20:10'],
		answers: { ...BEGIN, ...SKILLS_NOW, ...END },
		opened: {
			by: 'S02',
			at: [19, '09:35'],
			reply: 'talk_at_meeting',
			words: 'You have come a long way since last year. Let us plan the next step together.'
		},
		read: [18, '17:30']
	},
	{
		ref: 'EB-1004',
		form: 'my-pathway-plan',
		face: 'grown_up',
		sent: [3, '21:15'],
		answers: {
			...BEGIN,
			'1': face(3),
			'2_safe': yes,
			'2_afford': no,
			'2_right': notSure,
			'2_more': say('The flat is fine. The heating costs more than I get in a week.'),
			'3': yes,
			'4': chose('not_enough'),
			'5': yes,
			'6': sorted({
				benefits: 'dont_know',
				bank: 'have',
				identity: 'have',
				insurance_number: 'have',
				passport: 'need',
				right_to_stay: 'have'
			}),
			'7': say('Level 2 electrics at college, three days a week. Saturdays at the warehouse.'),
			'7_next': say('An apprenticeship from September.'),
			'8': sorted({
				body: 'sorted',
				doctor: 'sorted',
				dentist: 'need_help',
				mind: 'need_help'
			}),
			'9': people({ name: 'Marek' }, { name: 'Mrs Doyle, who fostered me' }),
			'10': chose('often'),
			'11': no,
			'12': chose('not_enough'),
			'13': list('Help with the deposit', 'Someone to sort out the council tax'),
			'14': top('Keep the flat until I have finished the course.'),
			'15': people({ name: 'My adviser' }),
			'16': no,
			'17': chose('sooner'),
			'17_why': say('The rent goes up next month. After that it is too late.'),
			'18': notSure,
			...END,
			Z5: chose('phone')
		}
	},
	// Molly plans to chair her pathway plan review herself.
	{
		ref: 'EB-1003',
		form: 'plan-my-meeting',
		face: 'grown_up',
		sent: [2, '17:20'],
		opened: { by: 'S02', at: [1, '11:05'] },
		answers: {
			...BEGIN,
			'1': chose('all'),
			'2': chose('somewhere_else'),
			'2_more': words('The back room at the Willow café'),
			'2_food': words('Tea, and the lemon cake'),
			'2_music': words('Something quiet while people come in'),
			'3': chose('three_quarters'),
			'4': people(
				{ name: 'Priya Nair', choice: 'all', staffId: 'S02' },
				{ name: 'Anita Desai', choice: 'all', staffId: 'S10' },
				{ name: 'Jo, my foster carer', choice: 'start' },
				{ name: 'Mr Ahmed from college', choice: 'their_topic' },
				{ name: 'My mum', choice: 'not_come' }
			),
			'5': chose('good_news'),
			'6': agenda(
				1,
				{ card: 'proud' },
				{ words: 'A room of my own after my birthday' },
				{ card: 'money' },
				{ card: 'school' },
				{ card: 'promised' },
				{ card: 'thanks' }
			),
			'7': say('Why I left my first placement. Priya knows. It is in the file.'),
			'8': words('My home, my brothers, seeing Mum'),
			'8_avoid': words('Placement, siblings, contact'),
			'9': chose('card'),
			'9_who': people({ name: 'Jo, my foster carer' }),
			'10': ticked('talk_to_me', 'plain_words', 'no_phones'),
			'11': chose('letter'),
			'12': yes,
			'12_when': { kind: 'when', days: ['wed', 'thu'], parts: ['after_school'] },
			...END
		}
	},
	{
		ref: 'EB-1003',
		form: 'my-pathway-plan',
		face: 'grown_up',
		sent: null,
		kept: [1, '22:10'],
		answers: { ...BEGIN, '1': face(4), '2_safe': yes, '2_afford': notSure, '2_right': yes }
	}
];
