import type { JsonObject } from '../../../engine/json.ts';
import { objectOf, textOf, textsOf } from '../../../engine/json-fields.ts';
import { durationMilliseconds } from '../../../engine/values/duration.ts';
import { compileActionPattern } from '../action-pattern.ts';

/** A policy as entries feel it. */
export interface Retention {
  readonly key: string;
  /** Milliseconds. */
  readonly keep: number;
  /** Beyond its time too. */
  readonly holds: boolean;
  /** Otherwise entries are deleted when their time is over. */
  readonly archives: boolean;
  /** Null: of all tenants. */
  readonly tenants: ReadonlySet<string> | null;
  /** Null: all actions. */
  readonly fitsAction: ((action: string) => boolean) | null;
}

export function readRetention(key: string, body: JsonObject): Retention {
  const { actions, tenants } = objectOf(body['appliesTo']);
  const patterns = textsOf(actions).map(compileActionPattern);
  return {
    key,
    keep: durationMilliseconds(textOf(body['keep']) ?? '') ?? Number.POSITIVE_INFINITY,
    holds: body['legalHold'] === true,
    archives: body['archive'] !== undefined,
    tenants: tenants === undefined ? null : new Set(textsOf(tenants)),
    fitsAction: actions === undefined ? null : (action) => patterns.some((fits) => fits(action)),
  };
}

/**
 * The policy that decides about entries of a tenant and action: the one that names both goes first, then tenant, then
 * action, then the one that names neither; of equals, the one that keeps longest. Undefined: they are kept for ever.
 */
export function whichPolicy(
  policies: readonly Retention[],
  { action, tenantId }: { readonly tenantId: string; readonly action: string },
): Retention | undefined {
  const fitting = policies.filter(
    ({ fitsAction, tenants }) => (tenants?.has(tenantId) ?? true) && (fitsAction?.(action) ?? true),
  );
  return fitting.toSorted(
    (one, other) =>
      precedence(other) - precedence(one) ||
      Number(other.holds) - Number(one.holds) ||
      other.keep - one.keep ||
      (one.key < other.key ? -1 : 1),
  )[0];
}

function precedence({ fitsAction, tenants }: Retention): number {
  return (tenants === null ? 0 : 2) + (fitsAction === null ? 0 : 1);
}

/** Milliseconds that entries of a tenant and action are kept. */
export function keptFor(policy: Retention | undefined): number {
  return policy === undefined || policy.holds ? Number.POSITIVE_INFINITY : policy.keep;
}
