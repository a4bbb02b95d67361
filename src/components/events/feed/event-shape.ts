import type { JsonObject } from '../../../engine/json.ts';

/** Something that has happened, as the API and webhooks tell it. */
export interface WireEvent {
  /** `evt_…` */
  readonly id: string;
  /** `flag.updated` */
  readonly type: string;
  /** Null: of the environment as a whole. */
  readonly tenantId: string | null;
  /** What it happened to: `Flag/checkout`. */
  readonly subject: string;
  /** An instant. */
  readonly createdAt: string;
  readonly data: JsonObject;
}

export interface EventRow {
  readonly id: string;
  readonly type: string;
  readonly tenantId: string | null;
  readonly subject: string;
  readonly payload: JsonObject;
  readonly createdAt: Date;
}

export function toWireEvent({ createdAt, id, payload, subject, tenantId, type }: EventRow): WireEvent {
  return { id, type, tenantId, subject, createdAt: createdAt.toISOString(), data: payload };
}

export const wireEventSchema: JsonObject = {
  title: 'Event',
  type: 'object',
  required: ['id', 'type', 'tenantId', 'subject', 'createdAt', 'data'],
  additionalProperties: false,
  properties: {
    id: { type: 'string', description: '`evt_…`: the same event has the same id wherever it is told.' },
    type: { type: 'string', description: '`flag.updated`' },
    tenantId: { type: ['string', 'null'], description: 'Null: of the environment as a whole.' },
    subject: { type: 'string', description: 'What it happened to: `Flag/checkout`.' },
    createdAt: { type: 'string', format: 'date-time' },
    data: { type: 'object', description: 'What exactly, by type.' },
  },
};
