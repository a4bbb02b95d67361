import type { JsonObject } from '../../../engine/json.ts';

/** Ids as they stand in paths and bodies. */
export const tenantId: JsonObject = {
  type: 'string',
  title: 'the id of a tenant, of letters, digits, `.`, `_` and `-`',
  pattern: '^[A-Za-z0-9][A-Za-z0-9._-]{0,127}$',
  description: 'Id of the tenant: letters, digits, `.`, `_` and `-`.',
};

/**
 * The identity provider's `sub`, which OpenID Connect limits to 255 ASCII characters. Clients take `.` and `..` out of
 * a path however they are encoded, so a user of such an id could be made and never be reached again.
 */
export const userId: JsonObject = {
  type: 'string',
  title: 'the id of a user, of printable ASCII characters without spaces',
  pattern: '^(?!\\.{1,2}$)[!-~]{1,255}$',
  description: "Id of the user, the identity provider's `sub`: printable ASCII without spaces, not `.` or `..`.",
};

export const serviceAccountId: JsonObject = {
  type: 'string',
  title: 'the id of a service account, which begins with `svc_`',
  pattern: '^svc_[0-9A-Za-z]{1,64}$',
};

export const roleKey: JsonObject = { type: 'string', minLength: 1, maxLength: 128, description: 'Key of a Role.' };

export const roleKeys: JsonObject = { type: 'array', items: roleKey, maxItems: 100, description: 'Keys of Roles.' };

/** Something to read: more than spaces. */
const notBlank = '\\S';

export const personName: JsonObject = { type: 'string', minLength: 1, maxLength: 200, pattern: notBlank };

export const reasonText: JsonObject = { type: 'string', minLength: 1, maxLength: 500, pattern: notBlank };

export const instant: JsonObject = { type: 'string', format: 'date-time' };

export const instantOrNull: JsonObject = { type: ['string', 'null'], format: 'date-time' };

export const textOrNull: JsonObject = { type: ['string', 'null'] };

/** The parameters of a path, all of them required. */
export function pathParameters(properties: JsonObject): JsonObject {
  return { type: 'object', required: Object.keys(properties), properties };
}

/** The schema of an answer of this name, in which every field is always there. */
export function answerOf(title: string, properties: JsonObject): JsonObject {
  return { title, type: 'object', required: Object.keys(properties), properties };
}

export const ofTenant = pathParameters({ tenant: tenantId });
