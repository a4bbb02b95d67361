import type { JsonObject } from '../../../../engine/json.ts';
import { answerOf, instant, instantOrNull, reasonText, roleKeys } from '../parameters.ts';
import type { GrantRow } from './queries.ts';

/** Lets somebody who is no member act within a tenant. */
export interface CrossTenantGrant extends Omit<GrantRow, 'grantedAt' | 'expiresAt'> {
  readonly grantedAt: string;
  /** Null: until it is withdrawn. */
  readonly expiresAt: string | null;
}

export function toGrant(row: GrantRow): CrossTenantGrant {
  return { ...row, grantedAt: row.grantedAt.toISOString(), expiresAt: row.expiresAt?.toISOString() ?? null };
}

export const grantSchema: JsonObject = answerOf('CrossTenantGrant', {
  tenantId: { type: 'string' },
  userId: { type: 'string' },
  roles: { type: 'array', items: { type: 'string' } },
  reason: { type: 'string' },
  grantedBy: { type: 'string' },
  grantedAt: instant,
  expiresAt: { ...instantOrNull, description: 'Null: until it is withdrawn.' },
});

export const newGrantSchema: JsonObject = {
  type: 'object',
  required: ['roles', 'reason'],
  additionalProperties: false,
  properties: {
    roles: { ...roleKeys, minItems: 1 },
    reason: { ...reasonText, description: 'Why, for whoever asks later.' },
    expiresAt: { ...instant, description: 'Absent: until it is withdrawn.' },
  },
};
