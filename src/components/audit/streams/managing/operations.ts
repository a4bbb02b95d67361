import type { JsonObject } from '../../../../engine/json.ts';
import { makeError } from '../../../../engine/platform-error/index.ts';
import type { Session } from '../../../../db/contract.ts';
import type { Operation } from '../../../../server/operation.ts';
import { pageBounds, pageQuery, type PageRequest, pageSchema, toPage } from '../../../../server/page.ts';
import { validated } from '../../../../server/validated.ts';
import type { Services } from '../../../contract.ts';
import type { LiveResources, Ports } from '../../../ports.ts';
import { refusePlaceAhead, sizeOfKnownChain } from '../../chains/known-chain.ts';
import { recordErrors } from '../../record/errors.ts';
import { streamErrors } from '../errors.ts';
import { awaitState, updateState } from '../sending/queries.ts';
import { toStream } from '../stream.ts';
import { streamSchema, streamWithChainsSchema } from './api-schemas.ts';
import { describeStreams, toApiStream } from './describe-stream.ts';
import { putBack, selectChains, selectLongest } from './queries.ts';

const shared = { tag: 'Audit', auth: ['secret'], scope: 'audit:read', transaction: 'read', method: 'GET' } as const;
const mostChains = 1000;

const ofStream: JsonObject = {
  type: 'object',
  required: ['stream'],
  properties: { stream: { type: 'string', minLength: 1, maxLength: 128, description: 'Key of the AuditStream.' } },
};

interface ReplayBody {
  readonly from?: number;
  readonly tenant?: string | null;
}

/** How streams are doing, and sending once more. */
export function streamOperations({ ports }: Services): readonly Operation[] {
  const { resources } = ports;
  if (resources === undefined) return [];
  return [
    {
      ...shared,
      id: 'audit.streams.list',
      path: '/v1/audit/streams',
      summary: 'List streams of audit entries by key, and how they are doing',
      query: pageQuery,
      responses: { 200: { description: 'One page of streams.', schema: pageSchema(streamSchema) } },
      errors: [],
      handle: async ({ session, now }, { query }) => {
        const request = validated<PageRequest>(query);
        const { items, total } = await resources.list(session, 'AuditStream', pageBounds(request));
        const streams = await describeStreams(session, items, now);
        const data = streams.map((stream) => toApiStream(stream, now));
        return { status: 200, body: toPage(data, total, request) };
      },
    },
    {
      ...shared,
      id: 'audit.streams.get',
      path: '/v1/audit/streams/{stream}',
      summary: 'Get how a stream of audit entries is doing, chain by chain',
      params: ofStream,
      responses: { 200: { description: 'The stream.', schema: streamWithChainsSchema } },
      errors: [streamErrors.unknownStream],
      handle: async ({ session, now }, { params: { stream = '' } }) => ({
        status: 200,
        body: await tellStream(session, resources, stream, now),
      }),
    },
    {
      ...shared,
      scope: 'configuration:write',
      transaction: 'write',
      method: 'POST',
      id: 'audit.streams.replay',
      path: '/v1/audit/streams/{stream}/replay',
      summary: 'Send audit entries once more, or try at once',
      description:
        'Goes back to an entry and sends everything from there on, as far as it is still kept. Without `from` it goes on where it stands, and does not wait for the next try.',
      recordedAs: 'audit-stream.replayed',
      params: ofStream,
      body: {
        type: 'object',
        additionalProperties: false,
        properties: {
          from: { type: 'integer', minimum: 1, description: 'Sequence of the first entry to be sent again.' },
          tenant: {
            type: ['string', 'null'],
            minLength: 1,
            maxLength: 128,
            description: 'In the chain of this tenant only; null: in that of the environment itself. Absent: in all.',
          },
        },
      },
      responses: { 200: { description: 'The stream as it stands then.', schema: streamWithChainsSchema } },
      errors: [streamErrors.unknownStream, streamErrors.unreadablePlace, recordErrors.unknownTenant],
      handle: async ({ session, now, changed }, { params: { stream = '' }, body }) => {
        const asked = validated<ReplayBody>(body);
        const { from, tenant } = asked;
        // First of all: whoever is sending at this moment must not move the places that are put back here.
        await awaitState(session, stream);
        const before = await tellStream(session, resources, stream, now);
        await refuseUnknownPlace(session, ports, asked);
        if (from !== undefined) await putBack(session, stream, from, tenant);
        await updateState(session, stream, { lease: null, leasedUntil: null, dueAt: now });
        changed({
          resource: { type: 'AuditStream', id: stream },
          before: null,
          after: { from: from ?? null, ...(tenant === undefined ? {} : { tenant }) },
        });
        return { status: 200, body: from === undefined ? before : await tellStream(session, resources, stream, now) };
      },
    },
  ];
}

/**
 * A place behind the newest entry is where a stream stands that has sent everything; what is further on is nowhere.
 *
 * @throws NotFoundError `audit/unknown-tenant`
 * @throws ValidationError `audit/unreadable-place`
 */
async function refuseUnknownPlace(
  session: Session,
  ports: Pick<Ports, 'tenants'>,
  { from = 1, tenant }: ReplayBody,
): Promise<void> {
  const size =
    tenant === undefined
      ? await selectLongest(session)
      : await sizeOfKnownChain(session, ports, tenant ?? '', '/tenant');
  refusePlaceAhead(from - 1, size, '/from', from);
}

async function tellStream(session: Session, resources: LiveResources, key: string, now: Date): Promise<JsonObject> {
  const found = await resources.find(session, 'AuditStream', key);
  const [described] = found === undefined ? [] : await describeStreams(session, [found], now);
  if (found === undefined || described === undefined) {
    throw makeError(streamErrors.unknownStream, {
      message: `The environment has no AuditStream '${key}'.`,
      param: 'stream',
    });
  }
  const chains = await selectChains(session, key, toStream(key, found.body).tenants, mostChains);
  return {
    ...toApiStream(described, now),
    chains: chains.map(({ tenant, ...rest }) => ({ tenant: tenant === '' ? null : tenant, ...rest })),
  };
}
