import type { SdkOperation, SdkResource } from './api-description.ts';

/** The operations of a resource and of all below it. */
export function operationsBelow({ operations, resources }: SdkResource): readonly SdkOperation[] {
  return [...operations, ...resources.flatMap(operationsBelow)];
}
