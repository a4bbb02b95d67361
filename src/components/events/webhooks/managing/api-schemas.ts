import type { JsonObject } from '../../../../engine/json.ts';

const instantOrNull: JsonObject = { type: ['string', 'null'], format: 'date-time' };

/** An endpoint as it stands: its configuration in short, and how it goes. */
export interface EndpointStatus {
  readonly key: string;
  readonly name: string | null;
  readonly url: string;
  readonly events: readonly string[];
  /** `off`: the configuration says `enabled: false`. `disabled`: it is not called, for the reason beside. */
  readonly status: 'active' | 'off' | 'disabled';
  readonly disabledAt: string | null;
  readonly disabledBecause: 'gone' | 'failing' | 'asked' | null;
  readonly failingSince: string | null;
  readonly pending: number;
  /** `configured`: the configuration names it. `own`: the server made it. `none`: nothing was ever signed. */
  readonly secret: 'configured' | 'own' | 'none';
}

/** What becomes of what is pending for an endpoint, beside the deliveries themselves. */
export const endpointStatusSchema: JsonObject = {
  type: 'string',
  enum: ['active', 'off', 'disabled'],
  description: '`active`: it is called. Else what is pending waits until it is enabled again.',
};

export const endpointSchema: JsonObject = {
  title: 'WebhookEndpoint',
  type: 'object',
  required: [
    'key',
    'name',
    'url',
    'events',
    'status',
    'disabledAt',
    'disabledBecause',
    'failingSince',
    'pending',
    'secret',
  ],
  additionalProperties: false,
  properties: {
    key: { type: 'string' },
    name: { type: ['string', 'null'] },
    url: { type: 'string' },
    events: { type: 'array', items: { type: 'string' } },
    status: {
      type: 'string',
      enum: ['active', 'off', 'disabled'],
      description:
        '`off`: the configuration says `enabled: false`. `disabled`: it is not called, for the reason beside.',
    },
    disabledAt: instantOrNull,
    disabledBecause: {
      type: ['string', 'null'],
      enum: ['gone', 'failing', 'asked', null],
      description:
        '`gone`: it answered 410. `failing`: no call came through for as long as one is repeated. `asked`: somebody disabled it.',
    },
    failingSince: { ...instantOrNull, description: 'No call has succeeded since; null where the last one did.' },
    pending: {
      type: 'integer',
      description: 'Deliveries that are still to be made; 1,000 stands for all that are more.',
    },
    secret: {
      type: 'string',
      enum: ['configured', 'own', 'none'],
      description:
        '`configured`: the configuration names it. `own`: the server made it. `none`: nothing was signed yet.',
    },
  },
};

export interface DeliveryStatus {
  readonly id: string;
  readonly endpoint: string;
  readonly eventId: string;
  readonly eventType: string;
  readonly tenantId: string | null;
  readonly state: 'pending' | 'delivered' | 'failed';
  readonly calls: number;
  readonly lastStatus: number | null;
  readonly lastProblem: string | null;
  readonly dueAt: string | null;
  readonly createdAt: string;
  readonly finishedAt: string | null;
}

const deliveryProperties = {
  id: { type: 'string', description: '`whd_…`' },
  endpoint: { type: 'string', description: 'Key of the WebhookEndpoint.' },
  eventId: { type: 'string' },
  eventType: { type: 'string' },
  tenantId: { type: ['string', 'null'] },
  state: { type: 'string', enum: ['pending', 'delivered', 'failed'] },
  calls: { type: 'integer', description: 'How often it was called.' },
  lastStatus: { type: ['integer', 'null'], description: 'Of the last answer; null where there was none.' },
  lastProblem: { type: ['string', 'null'], description: 'Why the last call was not taken.' },
  dueAt: { ...instantOrNull, description: 'When it is called next.' },
  createdAt: { type: 'string', format: 'date-time' },
  finishedAt: instantOrNull,
} as const satisfies JsonObject;

export const deliverySchema: JsonObject = {
  title: 'WebhookDelivery',
  type: 'object',
  required: Object.keys(deliveryProperties),
  additionalProperties: false,
  properties: deliveryProperties,
};

export const wholeDeliverySchema: JsonObject = {
  title: 'WebhookDeliveryWithAttempts',
  type: 'object',
  required: [...Object.keys(deliveryProperties), 'attempts'],
  additionalProperties: false,
  properties: {
    ...deliveryProperties,
    attempts: {
      type: 'array',
      description: 'Every call, oldest first.',
      items: {
        title: 'WebhookAttempt',
        type: 'object',
        required: ['at', 'milliseconds', 'status', 'problem', 'excerpt'],
        additionalProperties: false,
        properties: {
          at: { type: 'string', format: 'date-time' },
          milliseconds: { type: 'integer' },
          status: { type: ['integer', 'null'] },
          problem: { type: ['string', 'null'] },
          excerpt: { type: 'string', description: 'The beginning of what was answered.' },
        },
      },
    },
  },
};
