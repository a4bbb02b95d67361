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
    const before = dates[index - 1];
    const earlier = before?.text;
    if (before === undefined || text === undefined || earlier === undefined) return [];
    const [then, now] = [instantMilliseconds(earlier), instantMilliseconds(text)];
    if (then === undefined || now === undefined || now > then) return [];
    const message = `\`${text}\` is not after \`${earlier}\`.`;
    return [{ code: 'features/dates-out-of-order', pointer, because: [before.pointer], message }];
  });
}
