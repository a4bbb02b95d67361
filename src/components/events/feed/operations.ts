import type { SessionScope } from '../../../db/contract.ts';
import type { JsonObject } from '../../../engine/json.ts';
import { makeError } from '../../../engine/platform-error/index.ts';
import type { Background } from '../../../server/operation-context.ts';
import type { Caller } from '../../../server/caller.ts';
import type { Operation } from '../../../server/operation.ts';
import { streamQuery, streamSchema } from '../../../server/stream-page.ts';
import { validated } from '../../../server/validated.ts';
import { eventErrors } from '../errors.ts';
import { type FeedQuery, feedQueryProperties, readAsked } from './asked.ts';
import { formatCursor } from './cursor.ts';
import { toWireEvent, wireEventSchema } from './event-shape.ts';
import { selectEvent } from './queries.ts';
import { placeToBegin, readFeed } from './read-feed.ts';
import { streamFeed } from './stream-feed.ts';
import { EventTail } from './tail.ts';

const shared = { tag: 'Events', auth: ['secret'], scope: 'events:read', tenant: 'optional' } as const;
const { limit } = streamQuery.properties;

interface ListQuery extends FeedQuery {
  readonly limit: number;
}

/** What has happened, for whoever asks at a pace of their own. */
export function feedOperations(): readonly Operation[] {
  return [listOperation, streamOperation(), getOperation];
}

const listOperation: Operation = {
  ...shared,
  id: 'events.list',
  method: 'GET',
  path: '/v1/events',
  summary: 'List what has happened, oldest first',
  description:
    'Events are kept for 90 days. Ask again with `after` set to the last `nextCursor`: every event comes once, and none is left out, however many are written at the same time. `nextCursor` is there at the end too, to go on from later; a part without events may say that there is more. With a tenant, only its own events.',
  query: { type: 'object', additionalProperties: false, properties: { ...feedQueryProperties, limit } },
  responses: { 200: { description: 'A part of the events.', schema: streamSchema(wireEventSchema) } },
  errors: [eventErrors.unknownCursor, eventErrors.unreadableSince],
  transaction: 'read',
  handle: async ({ session, caller }, { query }) => {
    const { after = null, limit: most, ...filters } = validated<ListQuery>(query);
    const asked = readAsked(filters, caller.tenantId);
    const from = await placeToBegin(session, { after, since: asked.since });
    const { events, hasMore, place } = await readFeed(session, from, most, asked);
    const body = { data: events.map(toWireEvent), hasMore, nextCursor: formatCursor(place ?? from) };
    return { status: 200, body };
  },
};

const getOperation: Operation = {
  ...shared,
  id: 'events.get',
  method: 'GET',
  path: '/v1/events/{id}',
  summary: 'Get one event',
  params: { type: 'object', required: ['id'], properties: { id: { type: 'string', maxLength: 80 } } },
  responses: { 200: { description: 'The event.', schema: wireEventSchema } },
  errors: [eventErrors.notFound],
  transaction: 'read',
  handle: async ({ session }, { params: { id = '' } }) => {
    const event = await selectEvent(session, id);
    if (event === undefined) {
      throw makeError(eventErrors.notFound, { message: `The environment has no event '${id}'.`, param: 'id' });
    }
    return { status: 200, body: toWireEvent(event) };
  },
};

const ofTenant: JsonObject = {
  type: 'string',
  minLength: 1,
  maxLength: 200,
  description: 'Only events of this tenant, as with `X-Tenant-ID`.',
};
const eventOfStream: JsonObject = { ...wireEventSchema, description: 'As `events.get` tells it.' };

function streamOperation(): Operation {
  const tails = new Map<string, EventTail>();
  const tailOf = (scope: SessionScope, background: Background): EventTail => {
    const tail = tails.get(scope.environmentId) ?? new EventTail(wholeOf(scope), background);
    tails.set(scope.environmentId, tail);
    return tail;
  };
  return {
    ...shared,
    id: 'events.stream',
    method: 'GET',
    path: '/v1/events/stream',
    summary: 'Follow what happens',
    description:
      'Server-sent events, each with the type of the event as its name and a cursor as its id. Without `after`, `since` or `Last-Event-ID` it begins with what happens from now on. Whoever comes back with `Last-Event-ID` misses nothing that is still kept.',
    query: { type: 'object', additionalProperties: false, properties: { ...feedQueryProperties, tenant: ofTenant } },
    responses: { 200: { description: 'The stream.', schema: eventOfStream, contentType: 'text/event-stream' } },
    errors: [eventErrors.unknownCursor, eventErrors.unreadableSince, eventErrors.tenantMismatch],
    tenantMismatch: eventErrors.tenantMismatch,
    transaction: 'none',
    respond: async ({ background, caller, lastEventId }, { query }) => {
      const { after, ...filters } = validated<FeedQuery>(query);
      const asked = readAsked(filters, caller.tenantId);
      const scope = scopeOf(caller);
      const begin = { after: lastEventId ?? after ?? null, since: asked.since };
      const from = await background.read(scope, (session) => placeToBegin(session, begin, 'the end'));
      const tail = tailOf(scope, background);
      return { events: (reader) => streamFeed({ ...reader, scope, background, tail, from, asked }) };
    },
  };
}

function scopeOf({ environmentId, projectId, tenantId }: Caller): SessionScope {
  return { environmentId, projectId, ...(tenantId === null ? {} : { tenantId }) };
}

function wholeOf({ environmentId, projectId }: SessionScope): SessionScope {
  return { environmentId, projectId };
}
