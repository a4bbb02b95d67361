import type { Change } from '../engine/changeset/changeset.ts';
import { resourceName } from '../engine/resource.ts';
import type { JsonObject } from '../engine/json.ts';
import { changeEventType } from './change-event-type.ts';
import type { DomainEvent } from './contract.ts';

/** JSON Schema of what such an event says, with what the apply adds to it. */
export const changeEventSchema: JsonObject = {
  title: 'ResourceChange',
  type: 'object',
  required: ['key', 'beforeHash', 'afterHash', 'fields', 'author', 'revision'],
  additionalProperties: false,
  properties: {
    key: { type: 'string' },
    renamedFrom: { type: 'string', description: 'The key it had before, where that was another.' },
    beforeHash: { type: ['string', 'null'], description: 'Null: it did not exist.' },
    afterHash: { type: ['string', 'null'], description: 'Null: it exists no more.' },
    fields: {
      type: 'array',
      items: { type: 'string' },
      description: 'Which fields are others now, as JSON pointers; never what they say.',
    },
    author: { type: 'string' },
    revision: { type: 'integer', minimum: 1 },
  },
};

/** What has happened by a change. Tells which fields are others now, and never what they say. Pure. */
export function changeEvent(change: Change, happening: string = happeningOf(change)): DomainEvent {
  const { afterHash, beforeHash, fields, from, key, kind } = change;
  return {
    type: changeEventType(kind, happening),
    subject: resourceName(change),
    payload: {
      key,
      ...(from === undefined ? {} : { renamedFrom: from }),
      beforeHash,
      afterHash,
      fields: fields.map(({ path }) => path),
    },
  };
}

export function happeningOf({ after, before }: Change): 'created' | 'updated' | 'deleted' {
  if (after === null) return 'deleted';
  return before === null ? 'created' : 'updated';
}
