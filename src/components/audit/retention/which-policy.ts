import type { Json, JsonObject } from '../../../engine/json.ts';
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
  /** No other policy may make its time shorter, or keep from its archive what goes there. */
  readonly immutable: boolean;
  /** Where entries go when their time is over; null: they are deleted. */
  readonly archive: string | null;
  /** Milliseconds for which the archive is kept, from when it was written. */
  readonly archiveKeep: number;
  /** Null: of all tenants. */
  readonly tenants: ReadonlySet<string> | null;
  /** Null: all actions. */
  readonly fitsAction: ((action: string) => boolean) | null;
}

/** Whose and what an entry is, as far as policies tell entries apart. */
export interface Retained {
  readonly tenantId: string;
  readonly action: string;
}

export function readRetention(key: string, body: JsonObject): Retention {
  const { actions, tenants } = objectOf(body['appliesTo']);
  const archive = objectOf(body['archive']);
  const patterns = textsOf(actions).map(compileActionPattern);
  return {
    key,
    keep: millisecondsOf(body['keep']),
    holds: body['legalHold'] === true,
    immutable: body['immutable'] === true,
    archive: textOf(archive['to']) ?? null,
    archiveKeep: millisecondsOf(archive['keep']),
    tenants: tenants === undefined ? null : new Set(textsOf(tenants)),
    fitsAction: actions === undefined ? null : (action) => patterns.some((fits) => fits(action)),
  };
}

/** Absent: for ever. */
function millisecondsOf(duration: Json | undefined): number {
  return durationMilliseconds(textOf(duration) ?? '') ?? Number.POSITIVE_INFINITY;
}

/**
 * The policy that decides about entries of a tenant and action: the one that names both goes first, then tenant, then
 * action, then the one that names neither; of equals, the one that keeps longest. Undefined: they are kept for ever.
 */
export function whichPolicy(policies: readonly Retention[], retained: Retained): Retention | undefined {
  return fitting(policies, retained).toSorted(
    (one, other) =>
      precedence(other) - precedence(one) ||
      Number(other.holds) - Number(one.holds) ||
      other.keep - one.keep ||
      (one.key < other.key ? -1 : 1),
  )[0];
}

/**
 * Milliseconds that entries of a tenant and action are kept: as the policy says that decides about them, but never
 * shorter than an immutable one says that is about them too, and for ever while any of those holds them.
 */
export function keptFor(policies: readonly Retention[], retained: Retained): number {
  const about = fitting(policies, retained);
  const decides = whichPolicy(about, retained);
  if (decides === undefined || about.some(({ holds }) => holds)) return Number.POSITIVE_INFINITY;
  return Math.max(decides.keep, ...about.filter(({ immutable }) => immutable).map(({ keep }) => keep));
}

/**
 * The policy that says where entries of a tenant and action go when their time is over: an immutable one that archives
 * them, and of several the one that keeps its archive longest; without any, the one that decides about them.
 */
export function whichArchives(policies: readonly Retention[], retained: Retained): Retention | undefined {
  const about = fitting(policies, retained);
  const [promised] = about
    .filter(({ archive, immutable }) => immutable && archive !== null)
    .toSorted(
      (one, other) =>
        other.archiveKeep - one.archiveKeep || precedence(other) - precedence(one) || (one.key < other.key ? -1 : 1),
    );
  return promised ?? whichPolicy(about, retained);
}

/** A policy that holds entries of a tenant and action, whatever others say; undefined: none does. */
export function whichHold(policies: readonly Retention[], retained: Retained): Retention | undefined {
  return fitting(policies, retained).find(({ holds }) => holds);
}

function fitting(policies: readonly Retention[], { action, tenantId }: Retained): readonly Retention[] {
  return policies.filter(
    ({ fitsAction, tenants }) => (tenants?.has(tenantId) ?? true) && (fitsAction?.(action) ?? true),
  );
}

function precedence({ fitsAction, tenants }: Retention): number {
  return (tenants === null ? 0 : 2) + (fitsAction === null ? 0 : 1);
}
