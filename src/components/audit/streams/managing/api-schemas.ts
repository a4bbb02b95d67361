import type { JsonObject } from '../../../../engine/json.ts';

const count: JsonObject = { type: 'integer', minimum: 0 };
const instantOrNone: JsonObject = { type: ['string', 'null'], format: 'date-time' };

const properties = {
  key: { type: 'string', description: 'Key of the AuditStream.' },
  name: { type: ['string', 'null'] },
  to: { type: 'string', enum: ['webhook', 'splunk', 'syslog'] },
  state: {
    type: 'string',
    enum: ['active', 'failing', 'error', 'disabled'],
    description:
      '`failing`: the last batch could not be sent, and is tried again. `error`: none could for 7 days; it is still tried once an hour, and nothing is lost.',
  },
  lastError: { type: ['string', 'null'], description: 'Why the last batch could not be sent; null: it was.' },
  failingSince: instantOrNone,
  failures: { ...count, description: 'Batches in a row that could not be sent.' },
  nextAt: { ...instantOrNone, description: 'When it is tried again, while it fails.' },
  deliveredAt: { ...instantOrNone, description: 'When a batch was taken last.' },
  behind: {
    title: 'StreamBacklog',
    type: 'object',
    required: ['entries', 'seconds'],
    additionalProperties: false,
    description: 'What has been sealed and not been sent yet.',
    properties: { entries: count, seconds: { type: 'number', minimum: 0, description: 'Age of the oldest of them.' } },
  },
  pruned: { ...count, description: 'Entries that retention deleted before they could be sent.' },
} as const satisfies JsonObject;

const chain: JsonObject = {
  title: 'StreamedChain',
  type: 'object',
  required: ['tenant', 'sequence', 'size', 'checkpoint', 'pruned'],
  additionalProperties: false,
  properties: {
    tenant: { type: ['string', 'null'], description: 'Null: of the environment itself.' },
    sequence: { ...count, description: 'Of the last entry that was sent, or that the filter left out.' },
    size: { ...count, description: 'Of the newest entry of the chain.' },
    checkpoint: { ...count, description: 'Size of the chain as the last checkpoint says that was sent.' },
    pruned: count,
  },
};

export const streamSchema: JsonObject = {
  title: 'AuditStream',
  type: 'object',
  required: Object.keys(properties),
  additionalProperties: false,
  properties,
};

export const streamWithChainsSchema: JsonObject = {
  title: 'AuditStreamWithChains',
  type: 'object',
  required: [...Object.keys(properties), 'chains'],
  additionalProperties: false,
  properties: {
    ...properties,
    chains: { type: 'array', items: chain, description: 'The 1,000 that are furthest behind.' },
  },
};
