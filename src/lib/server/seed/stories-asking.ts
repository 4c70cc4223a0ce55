import type { FormStory } from './form-story.ts';
import {
	BEGIN,
	chose,
	EASY_BEGIN,
	EASY_END,
	END,
	face,
	list,
	no,
	people,
	say,
	ticked,
	words,
	yes
} from './said.ts';

/** What people tell and ask for between their meetings. Invented; nobody said any of it. */
export const ASKING_STORIES: readonly FormStory[] = [
	// Destiny said yesterday that she is not safe; she had seen her worker before, and wants somebody on her side.
	{
		ref: 'EB-1010',
		form: 'before-a-visit',
		face: 'standard',
		sent: [12, '18:30'],
		opened: { by: 'S08', at: [11, '08:50'], reply: 'thank_you' },
		answers: {
			...BEGIN,
			'1': yes,
			'2': ticked('home', 'friends'),
			'2_more': say('There is something about the house I only want to say outside.'),
			'3': chose('out'),
			'3_who': chose('alone'),
			...END
		}
	},
	{
		ref: 'EB-1010',
		form: 'after-a-visit',
		face: 'standard',
		sent: [9, '17:45'],
		opened: { by: 'S01', at: [8, '10:15'], reply: 'visit_before' },
		answers: {
			...BEGIN,
			'4': face(3),
			'5': yes,
			'7': yes,
			'6': face(4),
			'8': list('Ask about a lock for my door', 'Ring me on Friday'),
			'9': say('I did not say who I am afraid of.'),
			'10': chose('fine'),
			...END,
			Z1: chose('mostly')
		}
	},
	{
		ref: 'EB-1010',
		form: 'ask-for-an-advocate',
		face: 'standard',
		sent: [1, '20:30'],
		answers: {
			...BEGIN,
			'2': ticked('home', 'moving'),
			'3': say('I want to say that I cannot stay here. I do not know how to say it.'),
			'5': chose('woman'),
			'6': chose('school'),
			'6_more': words('Ask for me at the library desk, at lunch'),
			'7': no,
			Z1: chose('rather_not'),
			Z2: { kind: 'rather_not' }
		}
	},
	// Kai never hears from his worker, says so, and then complains.
	{
		ref: 'EB-1007',
		form: 'after-a-visit',
		face: 'standard',
		sent: [20, '16:40'],
		opened: { by: 'S01', at: [19, '09:25'], reply: 'will_ask' },
		answers: {
			...BEGIN,
			'7': no,
			'9': say('He said he would come on the 3rd and on the 10th. I waited both times.'),
			'10': chose('never_hear'),
			'10_why': say('I do not even know if he still works here.'),
			...END
		}
	},
	{
		ref: 'EB-1007',
		form: 'complain',
		face: 'standard',
		sent: [6, '19:05'],
		opened: { by: 'S06', at: [5, '11:40'] },
		answers: {
			...BEGIN,
			'2': say('My social worker has not been to see me for three months. He said he would.'),
			'3': ticked('person', 'not_done'),
			'4': people({ name: 'Liam Foster', staffId: 'S08' }),
			'5': chose('still'),
			'6': yes,
			'6_who': people({ name: 'Sam' }),
			'7': ticked('explain', 'keep_word'),
			'7_more': say('Somebody should tell me before, not after.'),
			'8': no,
			'9': yes,
			...END
		}
	},
	// Jayden has good news, wants a visitor, and his teacher helped him to ask.
	{
		ref: 'EB-1002',
		form: 'good-news',
		face: 'easy',
		sent: [15, '16:20'],
		opened: {
			by: 'S01',
			at: [14, '09:05'],
			reply: 'thank_you',
			words: 'A whole length! I am so glad you told me.'
		},
		read: [13, '17:00'],
		answers: {
			...EASY_BEGIN,
			'1': say('i swam a hole lenth'),
			'2': face(5),
			'3': people({ name: 'Dawn', choice: 'thank' }),
			'4': { kind: 'audience', staff: ['S08'] },
			'5': yes
		}
	},
	{
		ref: 'EB-1002',
		form: 'ask-for-a-visitor',
		face: 'easy',
		sent: [8, '14:10'],
		opened: { by: 'S07', at: [7, '10:30'], reply: 'thank_you' },
		answers: {
			S2: chose('helped'),
			S3: people({ name: 'Miss Patel, my teacher' }),
			S3_how: ticked('read', 'typed'),
			'2': yes,
			'3': ticked('games', 'sport', 'eat'),
			...EASY_END
		}
	},
	// Molly has had a visitor since the spring.
	{
		ref: 'EB-1003',
		form: 'my-visitor',
		face: 'standard',
		sent: [25, '19:30'],
		opened: { by: 'S07', at: [23, '13:20'], reply: 'thank_you' },
		answers: {
			...BEGIN,
			'8': face(5),
			'8_more': say('We went to the sea. She never looks at her phone when I talk.'),
			'9': no,
			...END
		}
	},
	// Amina passed her first exam in English.
	{
		ref: 'EB-1001',
		form: 'good-news',
		face: 'standard',
		sent: [10, '18:15'],
		opened: { by: 'S01', at: [9, '09:40'], reply: 'thank_you' },
		read: [8, '16:30'],
		answers: {
			S2: chose('just_me'),
			'1': say('نجحت في أول امتحان لي باللغة الإنجليزية! كنت خائفة لكنني كتبت صفحة كاملة.'),
			'2': face(5),
			'3': people({ name: 'الآنسة باتيل', choice: 'thank' }, { name: 'سعاد', choice: 'thank' }),
			'4': { kind: 'audience', staff: ['S08'] },
			'5': yes
		}
	}
];

/** Kept with their things: what people should know of them, and who is in their life. */
export const KEPT_STORIES: readonly FormStory[] = [
	{
		ref: 'EB-1001',
		form: 'about-me',
		face: 'standard',
		sent: null,
		kept: [30, '20:00'],
		answers: {
			'1': words('أمينة'),
			'1_say': words('أ - مي - نة'),
			'2': chose('she'),
			'3': list('العربية', 'القليل من الإنجليزية'),
			'3_dialect': words('اللهجة السودانية'),
			'5': ticked('time', 'walk'),
			'5_more': say('أتكلم أسهل ونحن نمشي. أحتاج إلى وقت لأجد الكلمة.'),
			'6': ticked('many_people', 'many_questions'),
			'8': words('الإسلام، وأصوم رمضان'),
			'8_food': words('حلال، وأحب الفول'),
			'9': chose('school'),
			'9_not': words('المكالمات في الليل')
		}
	},
	{
		ref: 'EB-1001',
		form: 'my-people',
		face: 'standard',
		sent: null,
		kept: [30, '20:20'],
		answers: {
			people: people(
				{ name: 'أخي عمر', choice: 'family' },
				{ name: 'خالتي هالة', choice: 'family' },
				{ name: 'سعاد', choice: 'friend' },
				{ name: 'الآنسة باتيل', choice: 'school' }
			)
		}
	},
	{
		ref: 'EB-1002',
		form: 'about-me',
		face: 'easy',
		sent: null,
		kept: [40, '16:00'],
		answers: {
			'1': words('Jay'),
			'3': list('English'),
			'4': ticked('hand', 'picture'),
			'4_no': ticked('turn_away', 'quiet'),
			'5': ticked('draw', 'hold', 'one_person'),
			'6': ticked('loud', 'many_people', 'surprise')
		}
	},
	{
		ref: 'EB-1002',
		form: 'my-people',
		face: 'easy',
		sent: null,
		kept: [40, '16:15'],
		answers: {
			people: people(
				{ name: 'Dawn', choice: 'carer' },
				{ name: 'Grandad', choice: 'family' },
				{ name: 'Miss Patel', choice: 'school' },
				{ name: 'Reuben', choice: 'friend' }
			)
		}
	}
];
