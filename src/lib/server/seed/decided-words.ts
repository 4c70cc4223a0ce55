import type { DecisionOutcome } from '../deciding/views.ts';

export interface SeedDecided {
	readonly point: string;
	/** As somebody says it who speaks Arabic. */
	readonly arabic?: string;
	readonly outcome: DecisionOutcome;
	readonly decided?: string;
	readonly why?: string;
	/** `officer`, or anybody by name. */
	readonly owner?: string;
	/** After the meeting. */
	readonly days?: number;
}

/** What was asked for and decided at earlier meetings. Invented; nobody said any of it. */
export const DECIDED: readonly SeedDecided[] = [
	{
		point: 'I want to see my sister more often',
		arabic: 'أريد أن أرى أختي أكثر',
		outcome: 'agreed',
		decided: 'Every second Saturday, for an afternoon',
		owner: 'officer',
		days: 28
	},
	{
		point: 'I want to choose my own bedtime at weekends',
		arabic: 'أريد أن أختار وقت نومي في عطلة نهاية الأسبوع',
		outcome: 'partly',
		decided: 'Half past ten on Fridays and Saturdays',
		why: 'Everybody in the house has to sleep'
	},
	{
		point: 'I want to move schools',
		arabic: 'أريد أن أنتقل إلى مدرسة أخرى',
		outcome: 'not_agreed',
		why: 'Your exams begin in May. We look at it again in summer, with you',
		owner: 'officer',
		days: 120
	},
	{
		point: 'A bike of my own',
		arabic: 'دراجة لي وحدي',
		outcome: 'agreed',
		owner: 'Jo at the bike project',
		days: 60
	},
	{
		point: 'Nobody should come into my room without knocking',
		arabic: 'لا يدخل أحد غرفتي من دون أن يطرق الباب',
		outcome: 'agreed'
	},
	{
		point: 'I want to know why I cannot go home',
		arabic: 'أريد أن أعرف لماذا لا أستطيع العودة إلى البيت',
		outcome: 'agreed',
		decided: 'Your social worker sits down with you and goes through your story',
		owner: 'officer',
		days: 14
	},
	{
		point: 'Swimming lessons',
		arabic: 'دروس سباحة',
		outcome: 'partly',
		decided: 'One term to begin with',
		why: 'There is money for one term now',
		owner: 'Eastbrook Leisure',
		days: 45
	}
];

export const OBJECTION =
	'The bike project closed in spring. Please find somebody else for this, and name a date that can be kept.';
