/** What the young people of the demo council say. Invented; nobody said any of it. By question of “before my review”. */
export interface SeedWords {
	readonly say: Readonly<Record<string, readonly string[]>>;
	/** 24: what they want decided. */
	readonly wishes: readonly string[];
	/** Whom they see, miss and talk to. */
	readonly people: readonly string[];
}

export const ENGLISH_WORDS: SeedWords = {
	say: {
		'3': [
			'The food is nice and I have my own key to my room.',
			'I like that we eat together and nobody shouts.',
			'The dog sleeps outside my door. He waits for me after school.',
			'My foster mum asks me before she tells people things.',
			'It is quiet here and I can do my drawing.'
		],
		'4': [
			'A lock on the bathroom that works.',
			'Going to bed later at the weekend. I am not little any more.',
			'I would like to see the shopping list before it is bought.',
			'If the wifi did not stop at nine.',
			'To be asked before the furniture is moved.'
		],
		'8': [
			'Miss Patel lets me sit at the front and that helps. Maths is too fast.',
			'I miss lessons for meetings and then I am behind.',
			'Art is the best part. People asking why I live where I live is the worst.',
			'I would like to stay at this school even if I move.',
			'Football club helps. The bus takes an hour and I am tired.'
		],
		'9': [
			'My tooth hurts on the left side.',
			'I get headaches when I read for long. Maybe I need glasses.',
			'Nothing hurts. I had my check-up in the summer.',
			'I do not sleep much before contact days.'
		],
		'13_more': [
			'I have not seen my little sister since the summer holidays.',
			'I would like to find my old neighbour, she looked after us.',
			'I miss my grandad. He has moved to Hull and I have no number.'
		],
		'14': [
			'I play football on Tuesdays. I would like to try climbing.',
			'Baking. I want to join the choir but it costs money.',
			'I draw comics with my friend. I would like real pens.',
			'Swimming, if somebody can take me.'
		],
		'15_more': [
			'Nobody here knows how to do my hair. I want to go to my aunt for it.',
			'I want to go to church on Sunday with people my age.',
			'People still use my old name.',
			'It is fine, they ask me.'
		],
		'20': [
			'It says I see Mum every two weeks and it is every four. I want it to be true or changed.',
			'The plan says I move when I am sixteen. I want to stay.',
			'I did not know there was a plan. Please can I read it with somebody.',
			'Nothing. I helped to write it.'
		],
		'23': [
			'I want to see my sister more than once a month.',
			'I want to stay with this family until I finish school.',
			'I want one social worker who does not change again.',
			'I want people to ask me before they decide, not after.',
			'I want to learn to drive a kart and I want it written down.',
			'I want help with my reading, and nobody to make fun of it.'
		]
	},
	wishes: [
		'See my sister every two weeks.',
		'Stay at my school.',
		'Go on the school trip to York.',
		'A phone of my own.',
		'Have my review at home and not at school.',
		'Get my passport.',
		'Somebody to help me with maths.'
	],
	people: ['Mum', 'my sister', 'Nan', 'Grandad', 'my uncle Joe', 'my best friend', 'my brother']
};

export const ARABIC_WORDS: SeedWords = {
	say: {
		'3': [
			'البيت هادئ، والعائلة تسألني قبل أن تقرر شيئًا.',
			'أحب أننا نأكل معًا في المساء.',
			'غرفتي دافئة ومنها أرى الحديقة.'
		],
		'4': [
			'أريد طعامًا مثل الطعام الذي كنا نأكله في بيتنا.',
			'أحتاج إلى مكان هادئ للصلاة.',
			'أتمنى أن يعمل الإنترنت حتى أتكلم مع أمي.'
		],
		'8': [
			'أفهم الرياضيات جيدًا، لكن الإنجليزية سريعة عليّ.',
			'المعلمة تساعدني بعد الدرس، وهذا جيد.',
			'الحافلة بعيدة وأصل متأخرة أحيانًا.'
		],
		'9': ['أسناني تؤلمني من جهة اليمين.', 'لا أنام جيدًا منذ أسابيع.', 'أنا بخير، لا شيء يؤلمني.'],
		'13_more': [
			'أبحث عن أخي الكبير، آخر مرة رأيته كانت في الطريق.',
			'أشتاق إلى جدتي، ولا أعرف رقمها الجديد.'
		],
		'14': ['أحب كرة القدم وأريد أن ألعب في فريق.', 'أحب الرسم والخياطة.'],
		'15_more': ['أريد أن أذهب إلى المسجد يوم الجمعة.', 'لا أحد هنا يعرف كيف يعتني بشعري.'],
		'20': ['لم يقرأ أحد الخطة معي بلغتي.', 'أريد أن أبقى في هذه المدرسة.'],
		'23': [
			'أهم شيء عندي أن أجد أخي.',
			'أريد أن أعرف موعدي القادم مع المحامي.',
			'أريد مترجمة تتكلم مثل كلامنا في السودان.'
		]
	},
	wishes: [
		'مساعدة في البحث عن أخي.',
		'دروس إضافية في اللغة الإنجليزية.',
		'مترجمة امرأة في الاجتماع.',
		'موعد عند طبيب الأسنان.'
	],
	people: ['أمي', 'أخي', 'جدتي', 'صديقتي', 'خالتي']
};

/** What reviewing officers answer in their own words. */
export const REPLY_WORDS: readonly string[] = [
	'Thank you for telling me. I will ask about it at the meeting, and come and see you before.',
	'I have read all of it. I will make sure this is the first thing we talk about.',
	'That matters, and I did not know. I have asked your social worker to ring you this week.',
	'Thank you. I will bring this to the meeting in your own words.'
];
