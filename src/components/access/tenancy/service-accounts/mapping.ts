import type { JsonObject } from '../../../../engine/json.ts';
import { answerOf, instant, personName, roleKeys } from '../parameters.ts';
import type { ServiceAccountRow } from './queries.ts';

/** A program that acts within a tenant. */
export interface ServiceAccount {
  readonly id: string;
  readonly name: string;
  /** Keys of the roles held in the tenant. */
  readonly roles: readonly string[];
  readonly createdAt: string;
}

export function toServiceAccount(row: ServiceAccountRow, roles: readonly string[]): ServiceAccount {
  return { id: row.id, name: row.name, roles, createdAt: row.createdAt.toISOString() };
}

export const serviceAccountSchema: JsonObject = answerOf('ServiceAccount', {
  id: { type: 'string' },
  name: { type: 'string' },
  roles: { type: 'array', items: { type: 'string' } },
  createdAt: instant,
});

export const newServiceAccountSchema: JsonObject = {
  type: 'object',
  required: ['name'],
  additionalProperties: false,
  properties: { name: personName, roles: roleKeys },
};
