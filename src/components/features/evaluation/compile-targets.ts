import type { Answers } from './answers.ts';
import { unitOf } from './attribute.ts';
import type { Decide } from './compile-rollout.ts';
import type { Found } from './found.ts';
import { objectsIn, optional, textIn, textsIn } from './read.ts';
import type { Scope } from './scope.ts';

interface Target {
  readonly order: number;
  readonly found: Found;
}

/** The first target that names the context decides, however long the lists are: one look-up per kind of context. */
export function compileTargets(source: object, answers: Answers, scope: Scope): Decide | undefined {
  const targets = optional(source, 'targets', objectsIn) ?? [];
  const kinds = new Map<string, Map<string, Target>>();
  targets.forEach((target, order) => {
    const kind = textIn(target, 'kind');
    // One for all its keys: of ten thousand objects, the one that is wanted would be far away in memory.
    const one = { order, found: answers.of(textIn(target, 'variation'), { reason: 'TARGETING_MATCH' }) };
    const keys = kinds.get(kind) ?? new Map<string, Target>();
    kinds.set(kind, keys);
    for (const key of textsIn(target, 'keys')) if (!keys.has(key)) keys.set(key, one);
  });
  const [only, ...others] = kinds;
  if (only === undefined) return undefined;
  const [kind, keys] = only;
  if (others.length === 0) {
    const attribute = scope.attributes.keyOf(kind);
    return (context) => named(keys, attribute.read(context))?.found;
  }
  const all = [...kinds].map(([other, otherKeys]) => ({ attribute: scope.attributes.keyOf(other), keys: otherKeys }));
  return (context) => {
    let first: Target | undefined;
    for (const { attribute, keys: otherKeys } of all) {
      const target = named(otherKeys, attribute.read(context));
      if (target !== undefined && (first === undefined || target.order < first.order)) first = target;
    }
    return first?.found;
  };
}

function named(keys: ReadonlyMap<string, Target>, value: unknown): Target | undefined {
  const key = unitOf(value);
  return key === undefined ? undefined : keys.get(key);
}
