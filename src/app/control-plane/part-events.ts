import { changeEventType, happenings } from '../../components/change-event-type.ts';
import { changeEventSchema } from '../../components/change-event.ts';
import type { EventDescriptions } from '../../server/event-descriptions.ts';
import type { ComponentApi } from '../../components/contract.ts';
import type { Model } from '../../engine/model/model.ts';

/** Every event that a part writes: of the changes to its kinds, and what it says itself. */
export function eventsOfPart({
  api,
  models,
}: {
  readonly api?: ComponentApi | undefined;
  readonly models: readonly Model[];
}): EventDescriptions {
  const ofKinds = models.flatMap(({ kind }) =>
    happenings.map((happening) => [
      changeEventType(kind, happening),
      { summary: `A resource of kind ${kind} was ${happening}.`, data: changeEventSchema },
    ]),
  );
  return { ...Object.fromEntries(ofKinds), ...api?.events };
}
