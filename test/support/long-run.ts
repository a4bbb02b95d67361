/** True in `npm run test:long`: the full counts of random cases and kills, where `npm test` takes a fixed sample. */
export const longRun = process.env['DREAM_LONG'] === '1';
