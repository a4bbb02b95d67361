import { it } from 'vitest';
import { longRun } from './long-run.ts';

/**
 * A test for `npm run test:long` alone, beside others of its file that every run has: where only a part of the file takes
 * long. What is long as a whole is named in vitest.config.ts.
 */
export const itInLongRuns = longRun ? it : () => undefined;
