import type { JsonObject } from '../../../../engine/json.ts';
import type { Firing } from '../firing.ts';
import type { ActionTaken } from './action-taken.ts';

/** A row of firings, as the API and events tell it. */
export interface FiringToTell {
  readonly id: string;
  /** Empty: of the environment as a whole. */
  readonly tenantId: string;
  readonly rule: string;
  readonly key: string;
  readonly sequence: number;
  readonly severity: string;
  readonly tags: readonly string[];
  readonly count: number;
  readonly windowStart: Date;
  readonly windowEnd: Date;
  readonly happenedAt: Date;
  readonly firedAt: Date;
  readonly actions: readonly ActionTaken[];
}

export function describeFiring(row: FiringToTell): JsonObject {
  return {
    id: row.id,
    tenant: row.tenantId === '' ? null : row.tenantId,
    rule: row.rule,
    key: row.key,
    severity: row.severity,
    tags: row.tags,
    sequence: row.sequence,
    count: row.count,
    windowStart: row.windowStart.toISOString(),
    windowEnd: row.windowEnd.toISOString(),
    happenedAt: row.happenedAt.toISOString(),
    firedAt: row.firedAt.toISOString(),
    actions: row.actions.map(({ does, outcome, reason, target }) => ({
      does,
      target,
      outcome,
      ...(reason === undefined ? {} : { reason }),
    })),
  };
}

/** The same of one that was only tried. */
export function describeFound({ at, count, from, key, sequence, tenantId, to }: Firing): JsonObject {
  return {
    tenant: tenantId === '' ? null : tenantId,
    key,
    sequence,
    count,
    windowStart: new Date(from).toISOString(),
    windowEnd: new Date(to).toISOString(),
    happenedAt: new Date(at).toISOString(),
  };
}
