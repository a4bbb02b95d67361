import { configureGlobal, readConfigureGlobal } from 'fast-check';

/*
 * Random cases are the same in every run, so that a change is judged by what it changed. `DREAM_SEED=7 npm run
 * test:long` looks among others for what nobody has seen yet.
 */

const seed = Number(process.env['DREAM_SEED'] ?? 20_261_121);
if (!Number.isSafeInteger(seed)) throw new RangeError('DREAM_SEED is a whole number');
configureGlobal({ ...readConfigureGlobal(), seed });
