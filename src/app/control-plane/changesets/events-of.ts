import { changeEvent } from '../../../components/change-event.ts';
import type { Component, DomainEvent } from '../../../components/contract.ts';
import type { Change } from '../../../engine/changeset/changeset.ts';
import { resourceName } from '../../../engine/resource.ts';

/** What has happened by the changes: as the component of the kind tells it, or as all kinds have it. Pure. */
export function eventsOf(changes: readonly Change[], components: readonly Component[]): readonly DomainEvent[] {
  return components.flatMap(({ events, models }) => {
    const own = changes.filter(({ kind }) => models.some((model) => model.kind === kind));
    const told = events?.(own) ?? [];
    const subjects = new Set(told.map(({ subject }) => subject));
    return [
      ...told,
      ...own.filter((change) => !subjects.has(resourceName(change))).map((change) => changeEvent(change)),
    ];
  });
}
