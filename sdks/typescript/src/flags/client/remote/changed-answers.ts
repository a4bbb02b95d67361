import type { RemoteAnswers } from './read-answers.ts';

/** Flags that answer otherwise than before. */
export function changedAnswers(before: RemoteAnswers | undefined, after: RemoteAnswers): readonly string[] {
  const keys = new Set([...(before?.flags.keys() ?? []), ...after.flags.keys()]);
  const isOther = (key: string): boolean =>
    JSON.stringify(before?.flags.get(key)) !== JSON.stringify(after.flags.get(key));
  return [...keys].filter(isOther).toSorted();
}

/** Those that had an answer, when there are none any more. */
export function withoutValues({ flags }: RemoteAnswers): readonly string[] {
  return [...flags.keys()].toSorted();
}
