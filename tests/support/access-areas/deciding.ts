import { area } from './area.ts';

export const deciding = area(async () => ({}), {});
