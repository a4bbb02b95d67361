import { namedKinds } from '../evaluation/context/named-kinds.ts';
import { isKindName, readContext } from '../evaluation/context/read-context.ts';
import type { Ruleset } from '../evaluation/ruleset.ts';

/** A context that is none: whoever evaluates it is told so. */
const none: readonly never[] = Object.freeze([]);

/**
 * Contexts as they are evaluated: by kind. Almost all come so, and are taken as they are; OpenFeature's flat form and
 * LaunchDarkly's are read as a server reads them, so that all give the same answer.
 */
export class AskedContexts {
  readonly #ruleset: Ruleset;
  #kinds: ReadonlySet<string> | undefined;

  constructor(ruleset: Ruleset) {
    this.#ruleset = ruleset;
  }

  /** Never throws: what fails while it is read fails again when it is evaluated, and is answered there. */
  read(context: unknown): unknown {
    try {
      if (typeof context !== 'object' || context === null || Array.isArray(context) || isByKind(context))
        return context;
      this.#kinds ??= namedKinds(this.#ruleset);
      return readContext(context, this.#kinds).context ?? none;
    } catch {
      return context;
    }
  }
}

interface Kinds {
  readonly [kind: string]: { readonly key?: unknown } | null | undefined;
}

/**
 * Asked before every evaluation, so it makes nothing, and asks no pattern for the usual kinds. A key that is no text has
 * yet to become one. What is inherited makes it false at worst: `readContext` does not look at it.
 */
function isByKind(context: object): boolean {
  for (const kind in context) {
    if (kind !== 'user' && kind !== 'tenant' && kind !== 'device' && (kind === 'targetingKey' || !isKindName(kind)))
      return false;
    const attributes: unknown = (context as Kinds)[kind];
    if (attributes === undefined || attributes === null) continue;
    if (typeof attributes !== 'object') return false;
    if (Array.isArray(attributes) || attributes instanceof Date) return false;
    const { key } = attributes as { readonly key?: unknown };
    if (key !== undefined && typeof key !== 'string') return false;
  }
  return true;
}
