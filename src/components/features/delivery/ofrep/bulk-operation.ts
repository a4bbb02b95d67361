import { hashJson } from '../../../../engine/canonical-json.ts';
import type { JsonObject } from '../../../../engine/json.ts';
import type { Operation } from '../../../../server/operation.ts';
import type { RespondContext } from '../../../../server/operation-context.ts';
import { validated } from '../../../../server/validated.ts';
import type { Answering } from '../answering.ts';
import { deliveryErrors } from '../errors.ts';
import { evaluateAll } from '../evaluate.ts';
import { versionFor } from '../live-ruleset.ts';
import { planIn, situate } from '../situate.ts';
import { bulkSuccessSchema } from './api-schemas.ts';
import { changesPath } from './changes-operation.ts';
import { evaluating, type EvaluationBody } from './single-operation.ts';
import type { TenantTickets } from './tenant-ticket.ts';
import { toOfrep } from './to-ofrep.ts';

/** Seconds without anybody looking after which a client lets go of its stream. */
const inactivityDelaySec = 120;

/** All flags that browsers may know of, as providers of browsers and apps ask for them. */
export function bulkOperation({ assignments, ports, rulesets, served }: Answering, tickets: TenantTickets): Operation {
  return {
    ...evaluating,
    id: 'ofrep.evaluateFlags',
    path: '/ofrep/v1/evaluate/flags',
    summary: 'Evaluate all flags, as OpenFeature’s remote evaluation protocol asks for them',
    description:
      'The entity tag is of the rules, the context and the answers: 304 says that all three are as they were. For publishable keys `eventStreams` names a stream that tells when to ask again.',
    query: {
      type: 'object',
      properties: {
        flagConfigEtag: { type: 'string', description: 'What the event said that led to this request. Of no effect.' },
        flagConfigLastModified: { type: 'string', description: 'The same. Of no effect.' },
      },
    },
    responses: {
      200: { description: 'The answers.', schema: bulkSuccessSchema },
      304: { description: 'All is as it was.', schema: {} },
    },
    errors: [deliveryErrors.invalidContext],
    async respond(request, { body }) {
      const { caller } = request;
      const live = await rulesets.of(caller, request.background).current();
      const { context: given = {} } = validated<EvaluationBody>(body);
      const { context, told } = await situate(given, live, request, ports);
      const outcomes = await assignments.evaluate(request, live, context, () => evaluateAll(live, context));
      served.note(request, live, told, outcomes);
      const flags = outcomes.map((outcome) => toOfrep(outcome, caller));
      const version = versionFor(live, caller.tenantId, planIn(context));
      return {
        status: 200,
        body: { flags, metadata: { version }, ...eventStreams(request, tickets) },
        headers: { etag: `"${hashJson([version, given, flags])}"` },
      };
    },
  };
}

/** A secret key would stand in the address for everybody to see: whoever has one follows the rules themselves. */
function eventStreams({ caller, publishableKey }: RespondContext, tickets: TenantTickets): JsonObject {
  if (publishableKey === null) return {};
  const { environmentId, tenantId } = caller;
  const ticket = tenantId === null ? null : tickets.write(environmentId, tenantId);
  const query = new URLSearchParams({ pk: publishableKey, ...(ticket === null ? {} : { ticket }) });
  const endpoint = { requestUri: `${changesPath}?${query.toString()}` };
  return { eventStreams: [{ type: 'sse', endpoint, inactivityDelaySec }] };
}
