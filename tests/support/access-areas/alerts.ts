import { area } from './area.ts';

export const alerts = area(async () => ({}), {});
