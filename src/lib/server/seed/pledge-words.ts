/** What Eastbrook promises, in each language of the site. */
export const EASTBROOK_PLEDGE = {
	en: `We listen to you before we decide. If we cannot do what you ask, we tell you why.

We keep the same social worker for you as long as we can. If that has to change, you meet the new one first.

We help you to see your family and your friends, where it is safe.

We keep your things safe when you move. You get a bag, never a bin bag.

We come on time. If we are late, we call you and say sorry.

When you leave care, we stay in touch. You can come back to us for help until you are 25.`,
	ar: `نستمع إليك قبل أن نقرر. وإذا لم نستطع فعل ما طلبته، نشرح لك السبب.

نحافظ على الأخصائي الاجتماعي نفسه ما استطعنا. وإذا كان لا بد من التغيير، يمكنك لقاء الجديد أولًا.

نساعدك على رؤية عائلتك وأصدقائك عندما يكون ذلك آمنًا.

نحافظ على أشيائك عند الانتقال. تكون في حقيبة، لا في كيس قمامة أبدًا.

نأتي في الموعد. وإذا تأخرنا، نتصل بك ونعتذر.

عند مغادرة الرعاية نبقى على تواصل معك. والباب مفتوح للمساعدة حتى سن 25.`
} as const;
