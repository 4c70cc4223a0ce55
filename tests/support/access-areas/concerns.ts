import { area } from './area.ts';

export const concerns = area(async () => ({}), {});
