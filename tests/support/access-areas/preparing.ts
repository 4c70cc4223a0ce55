import { area } from './area.ts';

export const preparing = area(async () => ({}), {});
