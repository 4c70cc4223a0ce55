import type { Form } from '../definition.ts';
import { beforeMyReview } from './before-my-review.ts';

/** Every form there is, in the order a young person is offered them. */
export const FORMS: readonly Form[] = [beforeMyReview];

export function formOf(id: string): Form | undefined {
	return FORMS.find((form) => form.id === id);
}
