import { londonDate, londonMidnight } from '../../language/dates.ts';
import { addDays } from '../../meetings/working-days.ts';

/** Of one young person, for one review. */
export const MOST_CARERS = 4;

interface Times {
	readonly scheduledAt: number | null;
	readonly heldOn: string | null;
	readonly cancelledAt: number | null;
}

/**
 * Whether what a carer says can still be read at the review: until the day is over, as one may begin late. Moved on, the
 * same link works until then.
 */
export function canBeAnswered({ scheduledAt, heldOn, cancelledAt }: Times, now: number): boolean {
	if (heldOn !== null || cancelledAt !== null) return false;
	return scheduledAt === null || now < londonMidnight(addDays(londonDate(scheduledAt), 1));
}

/** Reviews are moved: a link outlives the day it was made for, and works only while its review is still to come. */
const LINK_DAYS = 180;

export const linkExpires = (now: number): number =>
	londonMidnight(addDays(londonDate(now), LINK_DAYS));

/** So long is it known who answered, for them to be asked again by one tap: reviews are half a year apart at most. */
const CONTACT_DAYS = 270;

export const contactsForgottenBefore = (now: number): number =>
	londonMidnight(addDays(londonDate(now), -CONTACT_DAYS));
