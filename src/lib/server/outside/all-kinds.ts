import { carerKind } from '../carers/carer-kind.ts';
import type { Core } from '../core.ts';
import { surveyKind } from './survey-kind.ts';
import type { OutsideKind } from './kinds.ts';

/** Everything that is asked over a link. */
export const allKinds = (core: Core): readonly OutsideKind[] => [surveyKind(core), carerKind(core)];
