import type { JsonObject } from '../../../engine/json.ts';
import type { Host } from '../../../host/contract.ts';
import type { Operation } from '../../../server/operation.ts';
import { pageQuery, pageSchema, type PageRequest } from '../../../server/page.ts';
import { validated } from '../../../server/validated.ts';
import { secretErrors } from './errors.ts';
import { findSecret, listSecrets, removeSecret, setSecret } from './service.ts';

const secretNameSchema: JsonObject = {
  title: 'SecretName',
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
      title: 'a name of letters, digits and `_`, not beginning with a digit',
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
      recordedAs: 'secret.set',
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
      handle: async ({ session, caller, now, changed }, { params, body }) => {
        const secret = {
          name: validated<{ name: string }>(params).name,
          value: validated<{ value: string }>(body).value,
          updatedBy: caller.actor,
          updatedAt: now,
        };
        const before = await findSecret(session, secret.name);
        const after = await setSecret(session, { masterKey, random: host.random }, secret);
        changed({ resource: { type: 'secret', id: secret.name }, before, after: { ...after } });
        return { status: 200, body: after };
      },
    },
    {
      id: 'secrets.remove',
      recordedAs: 'secret.removed',
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
      handle: async ({ session, changed }, { params }) => {
        const { name } = validated<{ name: string }>(params);
        const before = await findSecret(session, name);
        await removeSecret(session, name);
        changed({ resource: { type: 'secret', id: name }, before, after: null });
        return { status: 204, body: undefined };
      },
    },
  ];
}
