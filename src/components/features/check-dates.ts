import { instantMilliseconds } from '../../engine/values/instant.ts';
import type { FeaturesFinding } from './findings.ts';

export interface WrittenDate {
  readonly text: string | undefined;
  readonly pointer: string;
}

/** Dates that the calendar does not have. */
export function dateFindings(dates: readonly WrittenDate[]): readonly FeaturesFinding[] {
  return dates.flatMap(({ text, pointer }): readonly FeaturesFinding[] => {
    if (text === undefined || instantMilliseconds(text) !== undefined) return [];
    return [{ code: 'features/impossible-date', pointer, message: `\`${text}\` does not exist in the calendar.` }];
  });
}

/** Dates that are not later than the one before them. */
export function orderFindings(dates: readonly WrittenDate[]): readonly FeaturesFinding[] {
  return dates.flatMap(({ text, pointer }, index): readonly FeaturesFinding[] => {
    const earlier = dates[index - 1]?.text;
    if (text === undefined || earlier === undefined) return [];
    const [before, now] = [instantMilliseconds(earlier), instantMilliseconds(text)];
    if (before === undefined || now === undefined || now > before) return [];
    return [{ code: 'features/dates-out-of-order', pointer, message: `\`${text}\` is not after \`${earlier}\`.` }];
  });
}
