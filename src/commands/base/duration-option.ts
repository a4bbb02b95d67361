import * as Flags from '@oclif/core/flags';
import { usageError } from '../../app/command-errors.ts';

const secondsIn: { readonly [unit: string]: number } = { s: 1, m: 60, h: 3_600, d: 86_400 };

/** An option such as `90d`, `24h`, `30m` or `10s`, read as seconds. */
export const durationOption = Flags.custom<number>({
  helpValue: 'DURATION',
  parse: async (text) => {
    const match = /^(\d{1,6})([smhd])$/u.exec(text);
    const unit = secondsIn[match?.[2] ?? ''];
    if (match === null || unit === undefined)
      throw usageError(`${text} is not a duration.`, 'Write 90d, 24h, 30m or 10s.');
    return Number(match[1]) * unit;
  },
});
