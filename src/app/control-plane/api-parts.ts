import type { ComponentApi } from '../../components/contract.ts';
import type { Model } from '../../engine/model/model.ts';
import type { EventCalls } from '../../server/event-descriptions.ts';
import type { Operation } from '../../server/operation.ts';
import type { AboutApi } from '../../server/openapi/openapi.ts';
import { eventsOfPart } from './part-events.ts';

/** What one component gives to the API, or the control plane itself. */
export interface ApiPart {
  /** `billing`; `control-plane` for what is there whichever components there are. */
  readonly name: string;
  readonly api: ComponentApi | undefined;
  readonly models: readonly Model[];
  readonly operations: readonly Operation[];
}

/** What the document of all of it says besides the operations. */
export function aboutAll(parts: readonly ApiPart[]): AboutApi {
  return {
    tags: Object.fromEntries(parts.flatMap(({ api }) => Object.entries(api?.tags ?? {}))),
    models: parts.flatMap(({ models }) => models),
    events: Object.fromEntries(parts.flatMap((part) => Object.entries(eventsOfPart(part)))),
    calls: callsOf(parts),
  };
}

/** What the document of one part says besides its operations. */
export function aboutPart(part: ApiPart, parts: readonly ApiPart[]): AboutApi {
  const { api, models } = part;
  return { ...api, models, events: eventsOfPart(part), calls: callsOf(parts) };
}

/** Whoever calls receivers says how. */
function callsOf(parts: readonly ApiPart[]): EventCalls | undefined {
  return parts.map(({ api }) => api?.calls).find((calls) => calls !== undefined);
}
