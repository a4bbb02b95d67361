import type { ContextAttributes, EvaluationContext } from '../evaluation/contract.ts';

/** What is known about one user, tenant, device or whatever else. */
export interface Attributes {
  readonly [name: string]: unknown;
}

/**
 * Who asks. A context may as well be written as the object it is: `{ user: { key: 'ada' }, tenant: { key: 'acme' } }`.
 * Nothing here throws; what cannot be read is left out.
 */
export class FlagContext {
  static user(key: string, attributes: Attributes = {}): EvaluationContext {
    return FlagContext.of('user', key, attributes);
  }

  static tenant(key: string, attributes: Attributes = {}): EvaluationContext {
    return FlagContext.of('tenant', key, attributes);
  }

  static device(key: string, attributes: Attributes = {}): EvaluationContext {
    return FlagContext.of('device', key, attributes);
  }

  /** Of a kind of the project's own. */
  static of(kind: string, key: string, attributes: Attributes = {}): EvaluationContext {
    return Object.freeze(Object.fromEntries([[kind, Object.freeze(keyed(key, attributes))]]));
  }

  /** Several at once. Of two of the same kind the later one holds, as a whole. */
  static multi(...contexts: readonly EvaluationContext[]): EvaluationContext {
    return Object.freeze(Object.fromEntries(contexts.flatMap(kindsOf)));
  }
}

function keyed(key: string, attributes: Attributes): ContextAttributes {
  try {
    return { ...attributes, key };
  } catch {
    return { key };
  }
}

function kindsOf(context: EvaluationContext): readonly (readonly [string, ContextAttributes | undefined])[] {
  try {
    return Object.entries(context);
  } catch {
    return [];
  }
}
