import { area } from './area.ts';

export const letters = area(async () => ({}), {});
