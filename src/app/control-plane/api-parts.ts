import type { ComponentApi } from '../../components/contract.ts';
import type { Model } from '../../engine/model/model.ts';
import type { Operation } from '../../server/contract.ts';
import type { AboutApi } from '../../server/openapi/openapi.ts';

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
  };
}
