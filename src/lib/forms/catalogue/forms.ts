import type { Form } from '../definition.ts';
import { aboutMe } from './about-me.ts';
import { afterAVisit } from './after-a-visit.ts';
import { afterMyReview } from './after-my-review.ts';
import { askForAVisitor } from './ask-for-a-visitor.ts';
import { askForAnAdvocate } from './ask-for-an-advocate.ts';
import { beforeAVisit } from './before-a-visit.ts';
import { beforeMyConference } from './before-my-conference.ts';
import { beforeMyReview } from './before-my-review.ts';
import { complain } from './complain.ts';
import { goodNews } from './good-news.ts';
import { myPathwayPlan } from './my-pathway-plan.ts';
import { myPeople } from './my-people.ts';
import { mySkills } from './my-skills.ts';
import { myVisitor } from './my-visitor.ts';
import { myWriteUp } from './my-write-up.ts';
import { planMyMeeting } from './plan-my-meeting.ts';

/** Every form there is, in the order a young person is offered them. */
export const FORMS: readonly Form[] = [
	beforeMyReview,
	beforeMyConference,
	myPathwayPlan,
	mySkills,
	planMyMeeting,
	afterMyReview,
	myWriteUp,
	beforeAVisit,
	afterAVisit,
	goodNews,
	askForAnAdvocate,
	askForAVisitor,
	myVisitor,
	complain,
	myPeople,
	aboutMe
];

export function formOf(id: string): Form | undefined {
	return FORMS.find((form) => form.id === id);
}
