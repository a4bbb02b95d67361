import type { JsonObject } from '../../../../engine/json.ts';
import type { Operation } from '../../../../server/operation.ts';
import { pageBounds, pageQuery, type PageRequest, pageSchema, toPage } from '../../../../server/page.ts';
import { streamQuery, type StreamRequest, streamSchema, toStreamPart } from '../../../../server/stream-page.ts';
import { validated } from '../../../../server/validated.ts';
import { webhookErrors } from '../../errors.ts';
import { deliverySchema, endpointSchema, wholeDeliverySchema } from './api-schemas.ts';
import { findDelivery, findEndpoint } from './find.ts';
import { toDeliveryStatus, toEndpointStatus, toWholeDelivery } from './mapping.ts';
import { countEndpoints, type DeliveryRow, selectDeliveries, selectEndpointStatuses } from './queries.ts';

const looking = {
  tag: 'Webhooks',
  auth: ['secret'],
  scope: 'webhooks:read',
  transaction: 'read',
  method: 'GET',
} as const;

export const ofEndpoint: JsonObject = {
  type: 'object',
  required: ['endpoint'],
  properties: { endpoint: { type: 'string', maxLength: 200, description: 'Key of the WebhookEndpoint.' } },
};

export const ofDelivery: JsonObject = {
  type: 'object',
  required: ['id'],
  properties: { id: { type: 'string', maxLength: 80, description: '`whd_…`' } },
};

export const lookingOperations: readonly Operation[] = [
  {
    ...looking,
    id: 'webhooks.list',
    path: '/v1/webhook-endpoints',
    summary: 'List webhook endpoints and how they go',
    query: pageQuery,
    responses: { 200: { description: 'One page of endpoints, by key.', schema: pageSchema(endpointSchema) } },
    errors: [],
    handle: async ({ session }, { query }) => {
      const request = validated<PageRequest>(query);
      const rows = await selectEndpointStatuses(session, pageBounds(request));
      return { status: 200, body: toPage(rows.map(toEndpointStatus), await countEndpoints(session), request) };
    },
  },
  {
    ...looking,
    id: 'webhooks.listDeliveries',
    path: '/v1/webhook-endpoints/{endpoint}/deliveries',
    summary: 'List what was and is to be delivered to an endpoint, newest first',
    description: 'Where the request is about a tenant, of its events only.',
    tenant: 'optional',
    params: ofEndpoint,
    query: {
      ...streamQuery,
      properties: {
        ...streamQuery.properties,
        state: { type: 'string', enum: ['pending', 'delivered', 'failed'], description: 'Only those.' },
      },
    },
    responses: { 200: { description: 'A part of the deliveries.', schema: streamSchema(deliverySchema) } },
    errors: [webhookErrors.unknownEndpoint],
    handle: async ({ session }, { params: { endpoint = '' }, query }) => {
      const { state, ...request } = validated<StreamRequest & { readonly state?: DeliveryRow['state'] }>(query);
      await findEndpoint(session, endpoint);
      const filter = {
        endpoint,
        ...(state === undefined ? {} : { state }),
        ...(request.cursor === undefined ? {} : { before: request.cursor }),
      };
      const rows = await selectDeliveries(session, filter, request.limit + 1);
      return { status: 200, body: toStreamPart(rows.map(toDeliveryStatus), request, ({ id }) => id) };
    },
  },
  {
    ...looking,
    id: 'webhooks.getDelivery',
    path: '/v1/webhook-deliveries/{id}',
    summary: 'Get one delivery with all its calls',
    tenant: 'optional',
    params: ofDelivery,
    responses: { 200: { description: 'The delivery.', schema: wholeDeliverySchema } },
    errors: [webhookErrors.unknownDelivery],
    handle: async ({ session }, { params: { id = '' } }) => ({
      status: 200,
      body: toWholeDelivery(await findDelivery(session, id)),
    }),
  },
];
