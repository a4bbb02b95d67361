import type { Answers } from './answers.ts';
import type { Decide } from './compile-rollout.ts';
import type { Found } from './found.ts';
import { textIn, textsIn } from './read.ts';

/** What another flag answers to a context; `undefined` where there is no such flag. */
export type FlagFinder = (key: string) => ((context: object) => Found) | undefined;

/** One that is not met decides; a flag that is not there, or that cannot be read, meets nothing. */
export function compilePrerequisite(source: object, answers: Answers, flagOf: FlagFinder): Decide {
  const key = textIn(source, 'flag');
  const wanted: ReadonlySet<unknown> = new Set(textsIn(source, 'variations'));
  const answerOf = flagOf(key);
  const unmet = answers.off({ reason: 'DISABLED', prerequisiteKey: key });
  if (answerOf === undefined) return () => unmet;
  return (context) => (wanted.has(answerOf(context).variant) ? undefined : unmet);
}
