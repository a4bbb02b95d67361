import type { Scope } from '../contract.ts';

/** The text form of a scope: `*`, `keys:read`, `keys:write`. As a JSON Schema `pattern` too. */
export const scopePattern = String.raw`^(\*|[a-z][a-z0-9-]*:(read|write))$`;

const pattern = new RegExp(scopePattern);

export function isScope(text: string): text is Scope {
  return pattern.test(text);
}

/** `*` holds everything; `write` does not hold `read`. */
export function holdsScope(held: readonly Scope[], needed: Scope): boolean {
  return held.includes('*') || held.includes(needed);
}
