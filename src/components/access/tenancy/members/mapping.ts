import type { JsonObject } from '../../../../engine/json.ts';
import { answerOf, instant, roleKeys, textOrNull, userId } from '../parameters.ts';
import type { MemberRow } from './queries.ts';

export interface Member {
  readonly userId: string;
  readonly email: string | null;
  readonly name: string | null;
  /** Keys of the roles held in the tenant. */
  readonly roles: readonly string[];
  readonly since: string;
}

export function toMember({ createdAt, ...row }: MemberRow, roles: readonly string[]): Member {
  return { ...row, roles, since: createdAt.toISOString() };
}

export const memberSchema: JsonObject = answerOf('Member', {
  userId: { type: 'string' },
  email: textOrNull,
  name: textOrNull,
  roles: { type: 'array', items: { type: 'string' } },
  since: instant,
});

export const newMemberSchema: JsonObject = {
  type: 'object',
  required: ['userId'],
  additionalProperties: false,
  properties: {
    userId,
    roles: { ...roleKeys, description: 'Keys of Roles, besides those that every new member gets.' },
  },
};

export const rolesSchema: JsonObject = {
  type: 'object',
  required: ['roles'],
  additionalProperties: false,
  properties: { roles: roleKeys },
};
