import type { JsonObject } from '../../../../engine/json.ts';
import { answerOf, instant, personName, textOrNull, userId } from '../parameters.ts';
import { attributesSchema } from '../tenants/mapping.ts';
import type { MembershipRow, UserRow } from './queries.ts';

export interface User extends Omit<UserRow, 'createdAt' | 'updatedAt'> {
  readonly createdAt: string;
  readonly updatedAt: string;
}

export function toUser(row: UserRow): User {
  return { ...row, createdAt: row.createdAt.toISOString(), updatedAt: row.updatedAt.toISOString() };
}

/** A tenant that a user is a member of. */
export interface Membership {
  readonly tenantId: string;
  readonly tenantName: string;
  /** Keys of the roles held there. */
  readonly roles: readonly string[];
  readonly since: string;
}

export function toMembership({ createdAt, ...row }: MembershipRow, roles: readonly string[]): Membership {
  return { ...row, roles, since: createdAt.toISOString() };
}

export const userSchema: JsonObject = answerOf('User', {
  id: { type: 'string', description: "The identity provider's `sub`." },
  email: textOrNull,
  name: textOrNull,
  attributes: { type: 'object' },
  createdAt: instant,
  updatedAt: instant,
});

export const membershipSchema: JsonObject = answerOf('Membership', {
  tenantId: { type: 'string' },
  tenantName: { type: 'string' },
  roles: { type: 'array', items: { type: 'string' } },
  since: instant,
});

const email: JsonObject = {
  type: 'string',
  format: 'email',
  maxLength: 320,
  description: 'Kept in lower case.',
};

const profile: JsonObject = { email, name: personName, attributes: attributesSchema };

export const newUserSchema: JsonObject = {
  type: 'object',
  required: ['id'],
  additionalProperties: false,
  properties: { id: userId, ...profile },
};

export const userProfileSchema: JsonObject = { type: 'object', additionalProperties: false, properties: profile };

export const userChangesSchema: JsonObject = {
  type: 'object',
  additionalProperties: false,
  minProperties: 1,
  properties: {
    email: { ...email, type: ['string', 'null'] },
    name: { ...personName, type: ['string', 'null'] },
    attributes: { ...attributesSchema, description: 'Those that change; null takes one away.' },
  },
};
