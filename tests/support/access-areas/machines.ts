import { area } from './area.ts';

export const machines = area(async () => ({}), {});
