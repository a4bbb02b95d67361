import type { SessionScope } from '../../../../db/contract.ts';
import { makeError } from '../../../../engine/platform-error/index.ts';
import type { Background, OperationInput } from '../../../../server/operation-context.ts';
import type { Operation } from '../../../../server/operation.ts';
import { validated } from '../../../../server/validated.ts';
import type { Services } from '../../../contract.ts';
import { refusePlaceAhead, sizeOfKnownChain } from '../../chains/known-chain.ts';
import { recordErrors } from '../../record/errors.ts';
import { foundEntry } from '../../search/api-schemas.ts';
import { streamErrors } from '../errors.ts';
import { ChainTail } from './chain-tail.ts';
import { followChain } from './follow-chain.ts';

interface FollowQuery {
  readonly after?: number;
}

/** Sealed entries as they come, for a reader that stays. */
export function followOperations({ ports }: Pick<Services, 'ports'>): readonly Operation[] {
  const tails = new Map<string, ChainTail>();
  const tailOf = (scope: SessionScope, tenantId: string, background: Background): ChainTail => {
    const name = JSON.stringify([scope.environmentId, tenantId]);
    const tail = tails.get(name) ?? new ChainTail(scope, tenantId, background);
    tails.set(name, tail);
    return tail;
  };
  return [
    {
      id: 'audit.entries.stream',
      method: 'GET',
      path: '/v1/audit/entries/stream',
      summary: 'Follow the audit entries of a chain',
      description:
        'Server-sent events `entry`, each with the line that exports have and its sequence as its id, in the order of the chain and without gaps. Whoever comes back with `Last-Event-ID` misses nothing; where entries have been deleted by then, an event `pruned` says which. Without `after` or `Last-Event-ID` it begins with what is sealed from now on.',
      tag: 'Audit',
      auth: ['secret'],
      scope: 'audit:read',
      tenant: 'optional',
      query: {
        type: 'object',
        additionalProperties: false,
        properties: {
          tenant: {
            type: 'string',
            minLength: 1,
            maxLength: 128,
            description: 'The chain of this tenant, as with `X-Tenant-ID`. Neither: that of the environment itself.',
          },
          after: {
            type: 'integer',
            minimum: 0,
            description: 'Sequence of the last entry that is not wanted any more.',
          },
        },
      },
      responses: { 200: { description: 'The stream.', schema: foundEntry, contentType: 'text/event-stream' } },
      errors: [streamErrors.unreadablePlace, recordErrors.tenantMismatch, recordErrors.unknownTenant],
      tenantMismatch: recordErrors.tenantMismatch,
      transaction: 'none',
      recordsReading: { action: 'audit.followed', about: tellFollowed },
      respond: async ({ background, caller, lastEventId }, { query }) => {
        const { after } = validated<FollowQuery>(query);
        const { environmentId, projectId } = caller;
        const tenantId = caller.tenantId ?? '';
        const scope = { environmentId, projectId, ...(tenantId === '' ? {} : { tenantId }) };
        const size = await background.read(scope, (session) => sizeOfKnownChain(session, ports, tenantId, 'tenant'));
        const from = placeToBegin({ lastEventId, after }, size);
        const tail = tailOf(scope, tenantId, background);
        return { events: (reader) => followChain({ ...reader, scope, tenantId, background, tail, after: from }) };
      },
    },
  ];
}

function tellFollowed({ query }: OperationInput, tenantId: string | null) {
  const { after } = validated<FollowQuery>(query);
  return { resource: { type: 'chain', id: tenantId ?? '-' }, metadata: after === undefined ? {} : { after } };
}

/** @throws ValidationError `audit/unreadable-place` */
function placeToBegin(
  { after, lastEventId }: { readonly after: number | undefined; readonly lastEventId: string | null },
  size: number,
): number {
  const from = readPlace(lastEventId) ?? after ?? size;
  refusePlaceAhead(from, size, lastEventId === null ? 'after' : 'Last-Event-ID');
  return from;
}

/** @throws ValidationError `audit/unreadable-place` */
function readPlace(lastEventId: string | null): number | null {
  if (lastEventId === null) return null;
  if (/^[0-9]{1,15}$/.test(lastEventId)) return Number(lastEventId);
  throw makeError(streamErrors.unreadablePlace, {
    message: `'${lastEventId.slice(0, 40)}' is not the sequence of an entry.`,
    param: 'Last-Event-ID',
  });
}
