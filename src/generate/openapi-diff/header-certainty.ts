import type { Finding, Place } from './difference.ts';

/** Whether a header is always there: whoever reads one that is goes by it. */
export function headerCertainty(was: boolean, is: boolean, at: Place): readonly Finding[] {
  if (was === is) return [];
  const words = (isCertain: boolean): string => (isCertain ? 'always' : 'sometimes');
  return [{ ...at, code: is ? 'header-certain' : 'header-uncertain', was: words(was), is: words(is) }];
}
