import type { Answers } from './answers.ts';
import { unitOf } from './attribute.ts';
import type { Answer, Found } from './found.ts';
import { objectsIn, optional, textIn, textsIn } from './read.ts';
import type { Scope } from './scope.ts';

interface Target {
  readonly order: number;
  readonly kind: string;
  readonly keys: readonly string[];
  readonly found: Found;
}

/**
 * The first target that names the context decides, however long the lists are: one look-up per kind of context. Whom none
 * of them names gets what comes `after`.
 */
export function compileTargets(source: object, answers: Answers, scope: Scope, after: Answer): Answer {
  // One answer for all keys of a target: of ten thousand, the one that is wanted would be far away in memory.
  const targets = (optional(source, 'targets', objectsIn) ?? []).map((target, order) => ({
    order,
    kind: textIn(target, 'kind'),
    keys: textsIn(target, 'keys'),
    found: answers.of(textIn(target, 'variation'), { reason: 'TARGETING_MATCH' }),
  }));
  const [only, second] = targets;
  if (only === undefined) return after;
  return second === undefined ? oneTarget(only, scope, after) : byKind(targets, scope, after);
}

function oneTarget({ found, keys, kind }: Target, { attributes }: Scope, after: Answer): Answer {
  const key = attributes.keyOf(kind);
  const named: ReadonlySet<unknown> = new Set(keys);
  return (context) => (named.has(unitOf(key(context))) ? found : after(context));
}

function byKind(targets: readonly Target[], { attributes }: Scope, after: Answer): Answer {
  const kinds = new Map<string, Map<unknown, Target>>();
  for (const target of targets) {
    const named = kinds.get(target.kind) ?? new Map<unknown, Target>();
    kinds.set(target.kind, named);
    for (const key of target.keys) if (!named.has(key)) named.set(key, target);
  }
  const looked = [...kinds].map(([kind, named]) => ({ key: attributes.keyOf(kind), named }));
  return (context) => {
    let first: Target | undefined;
    for (const { key, named } of looked) {
      const target = named.get(unitOf(key(context)));
      if (target !== undefined && (first === undefined || target.order < first.order)) first = target;
    }
    return first === undefined ? after(context) : first.found;
  };
}
