import type { Component, DomainEvent } from '../../../components/contract.ts';
import type { Change } from '../../../engine/changeset/changeset.ts';
import { resourceName } from '../../../engine/resource.ts';

/** What has happened by the changes: as the component of the kind tells it, or as all kinds have it. Pure. */
export function eventsOf(changes: readonly Change[], components: readonly Component[]): readonly DomainEvent[] {
  return components.flatMap(({ events, models }) => {
    const own = changes.filter(({ kind }) => models.some((model) => model.kind === kind));
    const told = events?.(own) ?? [];
    const subjects = new Set(told.map(({ subject }) => subject));
    return [...told, ...own.filter((change) => !subjects.has(resourceName(change))).map(plainEvent)];
  });
}

/** Tells which fields are others now, and never what they say. */
function plainEvent(change: Change): DomainEvent {
  const { after, afterHash, before, beforeHash, fields, from, key, kind } = change;
  const happening = after === null ? 'deleted' : before === null ? 'created' : 'updated';
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
