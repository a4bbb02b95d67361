import type { Operation } from '../../../../server/operation.ts';
import { validated } from '../../../../server/validated.ts';
import { type LiveRuleset, versionFor } from '../live-ruleset.ts';
import type { LiveRulesets } from '../live-rulesets.ts';
import { streamEvents } from '../stream-events.ts';
import { ofrepErrors } from './errors-as-ofrep.ts';
import type { TenantTickets } from './tenant-ticket.ts';

export const changesPath = '/ofrep/v1/stream';

interface ChangesQuery {
  readonly ticket?: string;
}

/** Tells when to evaluate again, and nothing else. */
export function changesOperation(rulesets: LiveRulesets, tickets: TenantTickets): Operation {
  return {
    id: 'ofrep.stream',
    method: 'GET',
    path: changesPath,
    summary: 'Be told when to evaluate flags again, as OpenFeature’s remote evaluation protocol tells it',
    description: 'Its address stands in `eventStreams` of an evaluation of all flags, and is not to be made up.',
    tag: 'OFREP',
    auth: ['publishable', 'user', 'secret'],
    scope: 'flags:read',
    transaction: 'none',
    foreignProtocol: ofrepErrors,
    keysIn: 'address',
    query: {
      type: 'object',
      properties: {
        pk: {
          type: 'string',
          maxLength: 200,
          description: 'The publishable key, for clients that cannot set headers.',
        },
        ticket: { type: 'string', maxLength: 300, description: 'For which tenant; from the address that was given.' },
      },
    },
    responses: {
      200: {
        description: 'The stream.',
        schema: {
          type: 'object',
          required: ['type'],
          properties: {
            type: { const: 'refetchEvaluation' },
            etag: { type: 'string' },
            lastModified: { type: 'integer', description: 'Seconds since 1970.' },
          },
        },
        contentType: 'text/event-stream',
      },
    },
    errors: [],
    async respond({ background, caller, lastEventId }, { query }) {
      const { ticket } = validated<ChangesQuery>(query);
      const tenantId = caller.tenantId ?? (ticket === undefined ? null : tickets.read(caller.environmentId, ticket));
      await rulesets.of(caller, background).current();
      const versionOf = (live: LiveRuleset, plan: string | null): string => versionFor(live, tenantId, plan);
      const eventOf = (live: LiveRuleset, _seen: string | null, version: string) => {
        const lastModified = Math.floor(live.ruleset.madeAt / 1000);
        return {
          id: version,
          data: JSON.stringify({ type: 'refetchEvaluation', etag: `"${version}"`, lastModified }),
        };
      };
      return {
        events(reader) {
          const environment = rulesets.of(caller, background);
          return streamEvents({ ...reader, environment, tenantId, seen: lastEventId, versionOf, eventOf });
        },
      };
    },
  };
}
