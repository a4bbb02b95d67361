import type { Operation } from '../../../../server/operation.ts';
import { streamQuery, streamSchema } from '../../../../server/stream-page.ts';
import { validated } from '../../../../server/validated.ts';
import { streamErrors } from '../../streams/errors.ts';
import { foundEntry } from '../api-schemas.ts';
import { searchErrors } from '../errors.ts';
import { filterParameters, readFilter } from '../filter/entry-filter.ts';
import { toApiEntry } from '../to-api-entry.ts';
import { cursorPattern, formatCursor } from './cursor.ts';
import { placeOf, readFeed } from './read-feed.ts';

interface FeedQuery {
  readonly after?: string;
  readonly limit: number;
}

const { limit } = streamQuery.properties;

/** Entries as they are written, of all chains at once, for whoever asks at a pace of their own. */
export const feedOperation: Operation = {
  id: 'audit.entries.feed',
  method: 'GET',
  path: '/v1/audit/entries/feed',
  summary: 'Follow audit entries, oldest first',
  description:
    'Without `after`, no entries but a `nextCursor` that stands behind all there are, or where a transaction is under way behind what was written before it began. Ask again with `after` set to the last `nextCursor`: every entry written since comes once, and none is left out, however many are written at the same time; those of a transaction under way come when it has ended, and what was written after them waits for that. `nextCursor` is there at the end too, to go on from later; a part without entries may say that there is more. With `X-Tenant-ID`, those of one tenant; without, those of the environment and all its tenants.',
  tag: 'Audit',
  auth: ['secret'],
  scope: 'audit:read',
  tenant: 'optional',
  query: {
    type: 'object',
    additionalProperties: false,
    properties: {
      after: {
        type: 'string',
        title: 'the `nextCursor` of an earlier answer',
        pattern: cursorPattern,
        description: '`nextCursor` of the part before. Absent: begin with what is written from now on.',
      },
      limit,
      ...filterParameters,
    },
  },
  responses: { 200: { description: 'One part of the entries.', schema: streamSchema(foundEntry) } },
  errors: [searchErrors.spanReversed, streamErrors.unreadablePlace],
  transaction: 'read',
  handle: async ({ session, caller }, { query }) => {
    const { after, limit: most } = validated<FeedQuery>(query);
    const filter = { ...readFilter(query), ...(caller.tenantId === null ? {} : { tenant: caller.tenantId }) };
    const from = after === undefined ? null : await placeOf(session, after);
    const { entries, hasMore, place } = await readFeed(session, filter, { after: from, limit: most });
    const body = { data: entries.map(toApiEntry), hasMore, nextCursor: formatCursor(place) };
    return { status: 200, body };
  },
};
