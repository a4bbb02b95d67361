import type { Clock } from './contract.ts';

export const systemClock: Clock = { now: () => new Date() };
