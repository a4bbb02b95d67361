import { makeError } from '../../../../engine/platform-error/index.ts';
import { durationMilliseconds } from '../../../../engine/values/duration.ts';
import type { Operation } from '../../../../server/operation.ts';
import type { OperationContext } from '../../../../server/operation-context.ts';
import { validated } from '../../../../server/validated.ts';
import type { Services } from '../../../contract.ts';
import { eventErrors, webhookErrors } from '../../errors.ts';
import { readInstant } from '../../feed/asked.ts';
import { endpointSchema, endpointStatusSchema, wholeDeliverySchema } from './api-schemas.ts';
import { findDelivery, findEndpoint } from './find.ts';
import { ofDelivery, ofEndpoint } from './looking-operations.ts';
import { toEndpointStatus, toWholeDelivery } from './mapping.ts';
import { replayDelivery, replayRange } from './replay.ts';
import { rotateSecret } from './rotate-secret.ts';
import { disableEndpoint, enableEndpoint, type Switched } from './switch-endpoint.ts';

const changing = {
  tag: 'Webhooks',
  auth: ['secret'],
  scope: 'webhooks:write',
  transaction: 'write',
  method: 'POST',
} as const;

interface ReplayBody {
  readonly since: string;
  readonly until?: string;
  readonly types?: readonly string[];
  readonly undeliveredOnly?: boolean;
}

/** How long the secret before signs besides, unless told otherwise. */
const keptByDefault = '24h';

export function changingOperations({ host, masterKey }: Services): readonly Operation[] {
  return [
    {
      ...changing,
      id: 'webhooks.replayDelivery',
      path: '/v1/webhook-deliveries/{id}/replay',
      summary: 'Make a delivery again',
      description: 'At once, whatever came of it, and with all its repetitions if it fails.',
      tenant: 'optional',
      recordedAs: 'webhook.replayed',
      params: ofDelivery,
      responses: { 200: { description: 'The delivery, which is pending again.', schema: wholeDeliverySchema } },
      errors: [webhookErrors.unknownDelivery],
      handle: async ({ session, now, changed }, { params: { id = '' } }) => {
        const { state } = await findDelivery(session, id);
        const after = await replayDelivery(session, id, now);
        const resource = { type: 'WebhookEndpoint', id: after.endpoint };
        changed({ resource, before: { delivery: id, state }, after: { delivery: id, state: after.state } });
        return { status: 200, body: toWholeDelivery(after) };
      },
    },
    {
      ...changing,
      id: 'webhooks.replay',
      path: '/v1/webhook-endpoints/{endpoint}/replay',
      summary: 'Deliver again what happened in a time',
      description:
        'Also what was never delivered, since the endpoint did not exist or was not called. At most 10,000 events. Where the request is about a tenant, its events only.',
      tenant: 'optional',
      recordedAs: 'webhook.replayed',
      params: ofEndpoint,
      body: {
        type: 'object',
        required: ['since'],
        additionalProperties: false,
        properties: {
          since: { type: 'string', maxLength: 64, description: 'A date or an instant of RFC 3339.' },
          until: { type: 'string', maxLength: 64, description: 'Up to before then. Absent: until now.' },
          types: {
            type: 'array',
            minItems: 1,
            maxItems: 50,
            items: { type: 'string', minLength: 1, maxLength: 200 },
            description: 'Types of events, where `*` stands for any text. Absent: those that the endpoint asks for.',
          },
          undeliveredOnly: { type: 'boolean', default: false, description: 'Leave out what came through.' },
        },
      },
      responses: {
        200: {
          description: 'How many deliveries are pending for it.',
          schema: {
            type: 'object',
            required: ['replayed', 'endpointStatus'],
            additionalProperties: false,
            properties: { replayed: { type: 'integer', minimum: 0 }, endpointStatus: endpointStatusSchema },
          },
        },
      },
      errors: [webhookErrors.unknownEndpoint, webhookErrors.tooManyEvents, eventErrors.unreadableSince],
      handle: async ({ session, now, changed }, { params: { endpoint = '' }, body }) => {
        const { since, types, undeliveredOnly = false, until } = validated<ReplayBody>(body);
        const range = {
          from: readInstant('/since', since),
          until: until === undefined ? now : readInstant('/until', until),
        };
        if (range.until < range.from) throw makeError(eventErrors.unreadableSince, reversed(until));
        const asked = { ...range, undeliveredOnly, ...(types === undefined ? {} : { types }) };
        // What happens at this very moment is delivered anyway.
        const replayed = await replayRange(session, endpoint, asked, { ids: host.ids, now });
        const told = { since: range.from.toISOString(), until: range.until.toISOString(), replayed };
        changed({ resource: { type: 'WebhookEndpoint', id: endpoint }, before: null, after: told });
        const { status } = toEndpointStatus(await findEndpoint(session, endpoint));
        return { status: 200, body: { replayed, endpointStatus: status } };
      },
    },
    {
      ...changing,
      id: 'webhooks.enable',
      path: '/v1/webhook-endpoints/{endpoint}/enable',
      summary: 'Call an endpoint again',
      description:
        'What was pending goes on at once, however long it was to wait. What happened meanwhile was not kept for it, and can be replayed.',
      recordedAs: 'webhook.enabled',
      params: ofEndpoint,
      responses: { 200: { description: 'The endpoint.', schema: endpointSchema } },
      errors: [webhookErrors.unknownEndpoint],
      handle: async (context, { params: { endpoint = '' } }) =>
        tellSwitched(context, await enableEndpoint(context.session, endpoint, context.now)),
    },
    {
      ...changing,
      id: 'webhooks.disable',
      path: '/v1/webhook-endpoints/{endpoint}/disable',
      summary: 'Call an endpoint no more',
      description: 'Until it is enabled again. What is pending waits; what happens meanwhile is not kept for it.',
      recordedAs: 'webhook.disabled',
      params: ofEndpoint,
      responses: { 200: { description: 'The endpoint.', schema: endpointSchema } },
      errors: [webhookErrors.unknownEndpoint],
      handle: async (context, { params: { endpoint = '' } }) =>
        tellSwitched(context, await disableEndpoint(context.session, endpoint, context.now)),
    },
    {
      ...changing,
      id: 'webhooks.rotateSecret',
      path: '/v1/webhook-endpoints/{endpoint}/secret',
      summary: 'Make a new signing secret',
      description:
        'Shown this once. Until `previousUntil` every call carries two signatures, by the new secret and by the one before: the receiver may hold either; until then no other is made, unless it ends both at once. Only for an endpoint whose configuration names no secret.',
      recordedAs: 'webhook.secretRotated',
      sensitiveAnswer: true,
      params: ofEndpoint,
      body: {
        type: 'object',
        additionalProperties: false,
        properties: {
          keepPreviousFor: {
            type: 'string',
            title: 'a length of time such as 24h, or 0',
            pattern: '^(0|[1-9][0-9]{0,7}[smhd])$',
            default: keptByDefault,
            description: 'How long the secret before signs besides: `24h`. `0`: no longer.',
          },
        },
      },
      responses: {
        200: {
          description: 'The new secret.',
          schema: {
            type: 'object',
            required: ['secret', 'previousUntil'],
            additionalProperties: false,
            properties: {
              secret: { type: 'string', description: '`whsec_…`' },
              previousUntil: { type: ['string', 'null'], format: 'date-time' },
            },
          },
        },
      },
      errors: [
        webhookErrors.unknownEndpoint,
        webhookErrors.secretIsConfigured,
        webhookErrors.secretStillValid,
        webhookErrors.noMasterKey,
      ],
      handle: async ({ session, now, changed }, { params: { endpoint = '' }, body }) => {
        const { keepPreviousFor = keptByDefault } = validated<{ keepPreviousFor?: string }>(body);
        const keptFor = durationMilliseconds(keepPreviousFor) ?? 0;
        const tools = { masterKey, random: host.random };
        const { previousUntil, secret } = await rotateSecret(session, endpoint, { keptFor, now }, tools);
        const until = previousUntil?.toISOString() ?? null;
        changed({
          resource: { type: 'WebhookEndpoint', id: endpoint },
          before: null,
          after: { rotatedAt: now.toISOString(), previousUntil: until },
        });
        return { status: 200, body: { secret, previousUntil: until } };
      },
    },
  ];
}

function tellSwitched({ changed }: OperationContext, { after, before }: Switched) {
  const told = ({ disabledAt, disabledBecause, status }: Switched['before']) => ({
    status,
    disabledAt,
    disabledBecause,
  });
  changed({ resource: { type: 'WebhookEndpoint', id: after.key }, before: told(before), after: told(after) });
  return { status: 200, body: after };
}

/** Without `until` the time ends now. */
function reversed(until: string | undefined): { readonly message: string; readonly param: string } {
  if (until === undefined) return { message: '`since` lies in the future.', param: '/since' };
  return { message: '`until` lies before `since`.', param: '/until' };
}
