import type { Operation } from '../operation.ts';
import { patternOf } from '../path-pattern.ts';

/**
 * Finds the protocol of a standard by the address alone: of one that cannot be decoded nobody knows the operation, and
 * the standard's clients wait for an error in its own words all the same.
 */
export function foreignAddresses(
  operations: readonly Pick<Operation, 'path' | 'foreignProtocol'>[],
): (url: string) => Operation['foreignProtocol'] {
  const known = operations.flatMap(({ foreignProtocol, path }) =>
    foreignProtocol === undefined ? [] : [{ foreignProtocol, pattern: patternOf(path) }],
  );
  return (url) => {
    const [path = ''] = url.split('?');
    return known.find(({ pattern }) => pattern.test(path))?.foreignProtocol;
  };
}
