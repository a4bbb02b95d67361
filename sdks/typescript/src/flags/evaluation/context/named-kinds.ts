import { isObject } from '../read.ts';
import type { Ruleset } from '../ruleset.ts';

/** Kinds of context that the rules ask for; an object of that name in a flat context is one. */
export function namedKinds({ flags, segments }: Ruleset): ReadonlySet<string> {
  const found = new Set<string>();
  const waiting: unknown[] = [...Object.values(flags), ...Object.values(segments)].flatMap((one) =>
    isObject(one) ? partsThatAsk(one, found) : [],
  );
  while (waiting.length > 0) {
    const part = waiting.pop();
    if (!isObject(part)) continue;
    // The values that are compared and the numbers of a pattern name no kinds, and may be many.
    if ('kind' in part && typeof part.kind === 'string') found.add(part.kind);
    else waiting.push(...Object.entries(part).flatMap(([name, value]) => (name === 'tests' ? [] : [value])));
  }
  return found;
}

/** Of a flag or a segment. Variations hold what users wrote, and say nothing of kinds. */
function partsThatAsk(one: object, found: Set<string>): readonly unknown[] {
  const { entitlement, exclude, fallthrough, include, rules, schedule, targets } = one as {
    readonly [field: string]: unknown;
  };
  if (entitlement !== undefined) found.add('tenant');
  for (const named of [include, exclude]) if (isObject(named)) for (const kind of Object.keys(named)) found.add(kind);
  return [fallthrough, rules, schedule, targets];
}
