import type { JsonObject } from '../../../engine/json.ts';
import type { Host } from '../../../host/contract.ts';
import type { Operation } from '../../../server/contract.ts';
import { pageQuery, pageSchema, type PageRequest } from '../../../server/page.ts';
import { validated } from '../../../server/validated.ts';
import { secretErrors } from './errors.ts';
import { listSecrets, removeSecret, setSecret } from './service.ts';

const secretNameSchema: JsonObject = {
  type: 'object',
  required: ['name', 'updatedBy', 'updatedAt'],
  properties: {
    name: { type: 'string' },
    updatedBy: { type: 'string' },
    updatedAt: { type: 'string', format: 'date-time' },
  },
};

const nameParameter: JsonObject = {
  type: 'object',
  required: ['name'],
  properties: {
    name: {
      type: 'string',
      pattern: '^[A-Za-z_][A-Za-z0-9_]{0,127}$',
      description: 'As configuration writes it: `${secrets.NAME}`.',
    },
  },
};

export interface SecretDependencies {
  readonly host: Pick<Host, 'random'>;
  /** 32 bytes, or null on a server that cannot keep secrets. */
  readonly masterKey: Uint8Array | null;
}

/** Values for `${secrets.NAME}`: they go in, and no operation gives one back. */
export function secretOperations({ host, masterKey }: SecretDependencies): readonly Operation[] {
  return [
    {
      id: 'secrets.list',
      method: 'GET',
      path: '/v1/secrets',
      summary: 'List the names of secrets',
      description: 'Names, and who set them when. No operation returns a value.',
      tag: 'Secrets',
      auth: ['secret'],
      scope: 'secrets:read',
      query: pageQuery,
      responses: { 200: { description: 'One page of names, in order.', schema: pageSchema(secretNameSchema) } },
      errors: [],
      transaction: 'read',
      handle: async ({ session }, { query }) => ({
        status: 200,
        body: await listSecrets(session, validated<PageRequest>(query)),
      }),
    },
    {
      id: 'secrets.set',
      method: 'PUT',
      path: '/v1/secrets/{name}',
      summary: 'Set a secret',
      description: 'Keeps the value sealed, in place of an earlier one.',
      tag: 'Secrets',
      auth: ['secret'],
      scope: 'secrets:write',
      params: nameParameter,
      body: {
        type: 'object',
        required: ['value'],
        additionalProperties: false,
        properties: { value: { type: 'string', minLength: 1, maxLength: 65_536 } },
      },
      responses: { 200: { description: 'The name; never the value.', schema: secretNameSchema } },
      errors: [secretErrors.noMasterKey],
      transaction: 'write',
      handle: async ({ session, caller, now }, { params, body }) => {
        const secret = {
          name: validated<{ name: string }>(params).name,
          value: validated<{ value: string }>(body).value,
          updatedBy: caller.actor,
          updatedAt: now,
        };
        return { status: 200, body: await setSecret(session, { masterKey, random: host.random }, secret) };
      },
    },
    {
      id: 'secrets.remove',
      method: 'DELETE',
      path: '/v1/secrets/{name}',
      summary: 'Remove a secret',
      tag: 'Secrets',
      auth: ['secret'],
      scope: 'secrets:write',
      params: nameParameter,
      responses: { 204: { description: 'The secret is gone.', schema: {} } },
      errors: [secretErrors.notFound],
      transaction: 'write',
      handle: async ({ session }, { params }) => {
        await removeSecret(session, validated<{ name: string }>(params).name);
        return { status: 204, body: undefined };
      },
    },
  ];
}
