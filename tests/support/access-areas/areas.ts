import { alerts } from './alerts.ts';
import type { Area } from './area.ts';
import { carers } from './carers.ts';
import { concerns } from './concerns.ts';
import { deciding } from './deciding.ts';
import { figures } from './figures.ts';
import { hiddenFigures } from './hidden-figures.ts';
import { letters } from './letters.ts';
import { machines } from './machines.ts';
import { meetings } from './meetings.ts';
import { outside } from './outside.ts';
import { preparing } from './preparing.ts';
import { report } from './report.ts';
import { requests } from './requests.ts';
import { surveys } from './surveys.ts';
import { themes } from './themes.ts';

/** In this order they are prepared. */
export const AREAS: readonly Area[] = [
	meetings,
	preparing,
	carers,
	outside,
	deciding,
	letters,
	requests,
	concerns,
	alerts,
	machines,
	figures,
	hiddenFigures,
	report,
	surveys,
	themes
];
