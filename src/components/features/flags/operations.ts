import { allowSchema, allowTextSchema, readAllowed } from '../../../engine/changeset/allow-schema.ts';
import type { AllowedFigures } from '../../../engine/changeset/guardrails.ts';
import type { JsonObject } from '../../../engine/json.ts';
import { makeError } from '../../../engine/platform-error/index.ts';
import type { Operation } from '../../../server/operation.ts';
import type { OperationContext } from '../../../server/operation-context.ts';
import { pageBounds, pageQuery, type PageRequest, pageSchema, toPage } from '../../../server/page.ts';
import { validated } from '../../../server/validated.ts';
import type { Services } from '../../contract.ts';
import type { KeptResource, LiveResources } from '../../ports.ts';
import { flagErrors } from './errors.ts';
import { flagBodySchema, flagKeySchema } from './flag-schemas.ts';

const kind = 'Flag';
const keyed: JsonObject = { type: 'object', required: ['key'], properties: { key: flagKeySchema } };

interface Write {
  readonly body: JsonObject;
  readonly allow?: AllowedFigures;
  readonly approve?: string;
  readonly message?: string;
}

const permission = {
  approve: { type: 'string', description: 'Fingerprint of the changeset that somebody approved.' },
  allow: allowSchema,
  message: { type: 'string', maxLength: 2000, description: 'Why, for the history.' },
} as const;

const writeSchema: JsonObject = {
  type: 'object',
  required: ['body'],
  additionalProperties: false,
  properties: { body: flagBodySchema, ...permission },
};

/**
 * Flags made and changed by programs: as a revision each, under the same rules as any change of the configuration. What
 * the files own stays theirs.
 */
export function flagOperations({ ports: { resources } }: Services): readonly Operation[] {
  if (resources === undefined) return [];
  const { kept, changed } = resources.schemas;
  const shared = { tag: 'Flags', auth: ['secret'] } as const;
  const reading = { ...shared, scope: 'flags:read', transaction: 'read' } as const;
  const writing = { ...shared, scope: 'flags:write', transaction: 'write' } as const;
  const errors = [flagErrors.unknown, ...resources.errors];
  const made = { 200: { description: 'The change made.', schema: changed } };
  const one = { params: keyed, path: '/v1/flags/{key}' } as const;
  return [
    {
      ...reading,
      id: 'flags.list',
      method: 'GET',
      path: '/v1/flags',
      summary: 'List flags by key',
      query: pageQuery,
      responses: { 200: { description: 'One page of flags.', schema: pageSchema(kept) } },
      errors: [],
      async handle({ session }, { query }) {
        const request = validated<PageRequest>(query);
        const { items, total } = await resources.list(session, kind, pageBounds(request));
        return { status: 200, body: toPage(items, total, request) };
      },
    },
    {
      ...reading,
      ...one,
      id: 'flags.get',
      method: 'GET',
      summary: 'Get one flag',
      responses: { 200: { description: 'The flag.', schema: kept } },
      errors: [flagErrors.unknown],
      handle: async ({ session }, { params: { key = '' } }) => ({
        status: 200,
        body: await existing(resources, session, key),
      }),
    },
    {
      ...writing,
      id: 'flags.create',
      recordedAs: 'flag.created',
      method: 'POST',
      path: '/v1/flags',
      summary: 'Create a flag',
      body: {
        type: 'object',
        required: ['key', 'body'],
        additionalProperties: false,
        properties: { key: flagKeySchema, body: flagBodySchema, ...permission },
      },
      responses: { 201: { description: 'The change made.', schema: changed } },
      errors: [flagErrors.exists, ...resources.errors],
      async handle(context, input) {
        const { key, ...write } = validated<Write & { readonly key: string }>(input.body);
        if ((await resources.find(context.session, kind, key)) !== undefined) {
          throw makeError(flagErrors.exists, { message: `There is a flag '${key}' already.`, param: '/key' });
        }
        return { status: 201, body: await resources.change(context, { kind, key, ...write }) };
      },
    },
    {
      ...writing,
      ...one,
      id: 'flags.update',
      recordedAs: 'flag.updated',
      method: 'PUT',
      summary: 'Change a flag',
      description:
        'The body takes the place of the one there is. Of a flag that the files own, only what they list under `unmanaged` can change.',
      body: writeSchema,
      responses: made,
      errors,
      async handle(context, { body, params: { key = '' } }) {
        await existing(resources, context.session, key);
        return { status: 200, body: await resources.change(context, { kind, key, ...validated<Write>(body) }) };
      },
    },
    {
      ...writing,
      id: 'flags.archive',
      recordedAs: 'flag.archived',
      method: 'POST',
      path: '/v1/flags/{key}/archive',
      params: keyed,
      summary: 'Archive a flag',
      description: 'It answers as one that is off from then on, and is kept. Doing it twice is the same as once.',
      body: { type: 'object', additionalProperties: false, properties: permission },
      responses: made,
      errors,
      async handle(context, { body, params: { key = '' } }) {
        const flag = await existing(resources, context.session, key);
        const archived = { ...flag.body, state: 'archived' };
        const change = { kind, key, body: archived, ...validated<Omit<Write, 'body'>>(body) };
        return { status: 200, body: await resources.change(context, change) };
      },
    },
    {
      ...writing,
      ...one,
      id: 'flags.delete',
      recordedAs: 'flag.deleted',
      method: 'DELETE',
      summary: 'Delete a flag that the API created',
      description: 'Code that still asks for it gets its own default. To keep the answers of a flag, archive it.',
      query: {
        type: 'object',
        additionalProperties: false,
        properties: { approve: permission.approve, allow: allowTextSchema },
      },
      responses: made,
      errors,
      async handle(context, { params: { key = '' }, query }) {
        await existing(resources, context.session, key);
        const { allow, approve } = validated<{ readonly allow?: string; readonly approve?: string }>(query);
        const change = {
          kind,
          key,
          body: null,
          ...(approve === undefined ? {} : { approve }),
          ...(allow === undefined ? {} : { allow: readAllowed(allow) }),
        };
        return { status: 200, body: await resources.change(context, change) };
      },
    },
  ];
}

async function existing(
  resources: LiveResources,
  session: OperationContext['session'],
  key: string,
): Promise<KeptResource> {
  const flag = await resources.find(session, kind, key);
  if (flag !== undefined) return flag;
  throw makeError(flagErrors.unknown, { message: `There is no flag '${key}'.`, param: 'key' });
}
