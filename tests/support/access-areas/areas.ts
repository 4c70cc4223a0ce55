import { alerts } from './alerts.ts';
import type { Area } from './area.ts';
import { concerns } from './concerns.ts';
import { deciding } from './deciding.ts';
import { letters } from './letters.ts';
import { machines } from './machines.ts';
import { meetings } from './meetings.ts';
import { preparing } from './preparing.ts';
import { requests } from './requests.ts';

/** In this order they are prepared. */
export const AREAS: readonly Area[] = [
	meetings,
	preparing,
	deciding,
	letters,
	requests,
	concerns,
	alerts,
	machines
];
