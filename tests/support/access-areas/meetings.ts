import { area } from './area.ts';

export const meetings = area(async () => ({}), {});
