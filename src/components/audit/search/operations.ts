import type { JsonObject } from '../../../engine/json.ts';
import { makeError } from '../../../engine/platform-error/index.ts';
import type { Operation } from '../../../server/operation.ts';
import { streamQuery, type StreamRequest, streamSchema, toStreamPart } from '../../../server/stream-page.ts';
import { validated } from '../../../server/validated.ts';
import { foundEntry, foundEntryWithPayload } from './api-schemas.ts';
import { searchErrors } from './errors.ts';
import { filterParameters, readFilter } from './filter/entry-filter.ts';
import { feedOperation } from './feed/operation.ts';
import { type EntryPlace, selectEntries, selectEntry } from './queries.ts';
import { readObject, toApiEntry } from './to-api-entry.ts';

const entryId = 'aud_[0-9A-Za-z_-]{1,64}';

/** Reads the entries that there are, whether they are sealed yet or not. */
export function searchOperations(): readonly Operation[] {
  return [
    {
      id: 'audit.entries.list',
      method: 'GET',
      path: '/v1/audit/entries',
      summary: 'Search audit entries, newest first',
      description:
        'Who did what to what, when, from where, and what came of it. With `X-Tenant-ID`, those of one tenant; without, those of the environment and all its tenants.',
      tag: 'Audit',
      auth: ['secret'],
      scope: 'audit:read',
      tenant: 'optional',
      query: {
        ...streamQuery,
        properties: {
          ...streamQuery.properties,
          // What is none of ours would compare somehow, and give some part of the entries as if it were the next.
          cursor: {
            ...streamQuery.properties.cursor,
            title: 'the `nextCursor` of an earlier answer',
            pattern: `^[0-9]{1,17}\\.${entryId}$`,
          },
          ...filterParameters,
        },
      },
      responses: { 200: { description: 'One part of the entries.', schema: streamSchema(foundEntry) } },
      errors: [searchErrors.spanReversed],
      transaction: 'read',
      handle: async ({ session, caller }, input) => {
        const { cursor, limit } = validated<StreamRequest>(input.query);
        const filter = { ...readFilter(input.query), ...(caller.tenantId === null ? {} : { tenant: caller.tenantId }) };
        const rows = await selectEntries(session, filter, { before: readCursor(cursor), limit: limit + 1 });
        const part = toStreamPart(rows, { limit }, ({ at, id }) => `${at}.${id}`);
        return { status: 200, body: { ...part, data: part.data.map(toApiEntry) } };
      },
    },
    feedOperation,
    {
      id: 'audit.entries.get',
      method: 'GET',
      path: '/v1/audit/entries/{id}',
      summary: 'Get an audit entry',
      description: 'Together with what is kept apart from it because it is personal, unless that was erased.',
      tag: 'Audit',
      auth: ['secret'],
      scope: 'audit:read',
      tenant: 'optional',
      params: {
        type: 'object',
        required: ['id'],
        properties: {
          id: {
            type: 'string',
            title: 'the id of an audit entry, which begins with `aud_`',
            pattern: `^${entryId}$`,
            description: '`aud_…`',
          },
        },
      },
      responses: { 200: { description: 'The entry.', schema: foundEntryWithPayload } },
      errors: [searchErrors.notFound],
      transaction: 'read',
      handle: async ({ session }, { params: { id = '' } }) => {
        const found = await selectEntry(session, id);
        if (found === undefined) throw makeError(searchErrors.notFound, { message: `There is no entry ${id}.` });
        const { payload, salt } = found;
        const personal: JsonObject = payload === null ? {} : { payload: readObject(payload), salt };
        return { status: 200, body: { ...toApiEntry(found), ...personal } };
      },
    },
  ];
}

function readCursor(cursor: string | undefined): EntryPlace | undefined {
  if (cursor === undefined) return undefined;
  const end = cursor.indexOf('.');
  return { at: cursor.slice(0, end), id: cursor.slice(end + 1) };
}
