import type { Change } from '../engine/changeset/changeset.ts';
import { resourceName } from '../engine/resource.ts';
import type { DomainEvent } from './contract.ts';

/** What has happened by a change. Tells which fields are others now, and never what they say. Pure. */
export function changeEvent(change: Change, happening: string = happeningOf(change)): DomainEvent {
  const { afterHash, beforeHash, fields, from, key, kind } = change;
  return {
    type: `${kind.replaceAll(/(?<=[a-z])[A-Z]/g, '_$&').toLowerCase()}.${happening}`,
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
