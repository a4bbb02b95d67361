import type { ApiDescription, SdkFile } from '../api-description.ts';
import { operationsBelow } from '../operations-below.ts';
import { operationCase } from './operation-case.ts';

/**
 * For each component a file of behaviour cases with one for each of its operations, which hold the SDKs of all languages to
 * it as those that people wrote do.
 *
 * @throws RangeError where an operation takes or gives what no value can be made of
 */
export function operationCases({ resources, types }: ApiDescription): readonly SdkFile[] {
  const operations = resources.flatMap(operationsBelow);
  return [...Map.groupBy(operations, ({ component }) => component)]
    .toSorted(([one], [other]) => (one < other ? -1 : 1))
    .map(([component, own]) => {
      const cases = own
        .toSorted((one, other) => (one.id < other.id ? -1 : 1))
        .map((operation) => operationCase(operation, types));
      return { path: `${component}.json`, text: `${JSON.stringify({ cases }, undefined, 2)}\n` };
    });
}
