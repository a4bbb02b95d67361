import type { Component } from '../../../components/contract.ts';
import type { ApiDescription, SdkFile } from '../../../generate/sdk/api-description.ts';
import { carriedFolders, readCarried } from './carried-sources.ts';
import { isBelow } from './file-list.ts';
import type { SdkLanguage } from './languages.ts';

/**
 * All files of an SDK, by path.
 *
 * @throws RangeError where two have one name, or one stands outside the SDK
 */
export function sdkFiles(
  { carried, emit, name, templates }: SdkLanguage,
  description: ApiDescription,
  components: readonly Component[],
): readonly SdkFile[] {
  const files = emit(description, [...templates(), ...readCarried(carriedFolders(components, carried))]);
  // Where case does not count, one of two would be written over the other.
  const paths = new Set<string>();
  for (const { path } of files) {
    const folded = path.toLowerCase();
    if (!isBelow(path) || paths.has(folded))
      throw new RangeError(`${name}: ${path} is written twice, or outside the SDK`);
    paths.add(folded);
  }
  return files.toSorted((one, other) => (one.path < other.path ? -1 : 1));
}
