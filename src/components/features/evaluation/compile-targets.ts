import type { Answers } from './answers.ts';
import { keyOf } from './attribute.ts';
import type { Decide } from './compile-rollout.ts';
import type { Found } from './found.ts';
import { objectsIn, optional, textIn, textsIn } from './read.ts';

interface Target {
  readonly order: number;
  readonly found: Found;
}

/** The first target that names the context decides, however long the lists are: one look-up per kind of context. */
export function compileTargets(source: object, answers: Answers): Decide | undefined {
  const targets = optional(source, 'targets', objectsIn) ?? [];
  const kinds = new Map<string, Map<string, Target>>();
  targets.forEach((target, order) => {
    const kind = textIn(target, 'kind');
    const found = answers.of(textIn(target, 'variation'), { reason: 'TARGETING_MATCH' });
    const keys = kinds.get(kind) ?? new Map<string, Target>();
    kinds.set(kind, keys);
    for (const key of textsIn(target, 'keys')) if (!keys.has(key)) keys.set(key, { order, found });
  });
  const [only, ...others] = kinds;
  if (only === undefined) return undefined;
  const [kind, keys] = only;
  if (others.length === 0) return (context) => named(keys, keyOf(context, kind))?.found;
  return (context) => {
    let first: Target | undefined;
    for (const [other, otherKeys] of kinds) {
      const target = named(otherKeys, keyOf(context, other));
      if (target !== undefined && (first === undefined || target.order < first.order)) first = target;
    }
    return first?.found;
  };
}

function named(keys: ReadonlyMap<string, Target>, key: string | undefined): Target | undefined {
  return key === undefined ? undefined : keys.get(key);
}
