import type { ConfigurationTypes, TypesFile } from '../configuration-types.ts';
import { nameFor, objectTypeNames } from '../names/type-names.ts';
import { importedNames } from './class-file.ts';
import { familyFile, groupFile } from './constants.ts';
import { flagsFile, flagValues } from './flags.ts';
import { objectFile } from './object-file.ts';

/** One file for each class of the package. */
export function emitJava(types: ConfigurationTypes, packageName: string): readonly TypesFile[] {
  const names = objectTypeNames(types, [...importedNames, 'Flags', 'FlagValues']);
  const nameOf = (id: string): string => nameFor(id, names);
  return [
    ...flagsFile(types.flags, packageName),
    ...[...flagValues(types.flags), ...types.families].map((family) => familyFile(family, packageName)),
    ...types.groups.map((group) => groupFile(group, packageName)),
    // What code gets is JSON to Java; what it makes is checked by the compiler.
    ...types.objectTypes
      .filter(({ isSent }) => isSent)
      .map((objectType) => objectFile(objectType, packageName, nameOf)),
  ];
}
