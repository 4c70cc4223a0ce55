import { area } from './area.ts';

export const requests = area(async () => ({}), {});
