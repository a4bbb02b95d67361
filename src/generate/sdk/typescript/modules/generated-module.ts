import type { SdkFile } from '../../api-description.ts';
import { hardLine, separated } from '../layout/layout.ts';
import { clientName, type Plan, withNested } from '../plan.ts';
import { clientPath } from './client-module.ts';
import { Imports, moduleFile } from './module.ts';
import { typesPath } from './types-module.ts';

const generatedPath = 'generated.ts';

/** Everything generated that users may import by its name. */
export function generatedModule(plan: Plan): SdkFile {
  const exports = [
    `export { ${clientName} } from './${clientPath}';`,
    ...plan.resources
      .flatMap(withNested)
      .map(({ path }) => `export * from './${path}';`)
      .toSorted(),
    `export type * from './${typesPath}';`,
  ];
  return moduleFile(generatedPath, new Imports(generatedPath), [separated(exports, hardLine)]);
}
