import type { Operation } from '../operation.ts';
import type { OperationScopes, Scope } from '../caller.ts';

/** `*`, `keys:read`, `keys:write`. */
const pattern = /^(\*|[a-z][a-z0-9-]*:(read|write))$/;

export function isScope(text: string): text is Scope {
  return pattern.test(text);
}

/** `*` holds everything; `write` does not hold `read`. */
export function holdsScope(held: readonly Scope[], needed: Scope): boolean {
  return held.includes('*') || held.includes(needed);
}

/** What keys can be given, in alphabetical order. */
export function scopesOf(operations: readonly Pick<Operation, 'auth' | 'scope'>[]): OperationScopes {
  const sorted = (some: typeof operations) => [...new Set(some.map(({ scope }) => scope))].toSorted();
  return {
    all: sorted(operations),
    publishable: sorted(operations.filter(({ auth }) => auth.includes('publishable') || auth.includes('user'))),
  };
}
