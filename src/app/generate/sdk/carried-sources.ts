import { fileURLToPath } from 'node:url';
import { join } from 'node:path';
import type { Component, SdkFolder, SdkSources } from '../../../components/contract.ts';
import type { SdkFile } from '../../../generate/sdk/api-description.ts';
import { packageRoot } from '../../package-root.ts';
import { readTexts } from '../../read-texts.ts';

/** Beside the bundle, where `scripts/build.ts` puts the folders that SDKs take over: the program is installed without `src/`. */
export const builtSources = 'sdk-sources';

/** What SDKs take over of components, as the paths of folders: below those of the components, in the SDK's sources. */
export interface CarriedFolder extends SdkFolder {
  readonly component: string;
}

/** What one language takes over of the components. */
export function carriedFolders(
  components: readonly Component[],
  foldersOf: (sources: SdkSources) => readonly SdkFolder[] = () => [],
): readonly CarriedFolder[] {
  return components.flatMap(({ name, sdk }) =>
    sdk === undefined ? [] : foldersOf(sdk).map((folder) => ({ component: name, ...folder })),
  );
}

/** The files in these folders, byte for byte, at their places in an SDK whose sources stand in `src/`. */
export function readCarried(folders: readonly CarriedFolder[]): readonly SdkFile[] {
  const fromSource = fileURLToPath(import.meta.url).endsWith('.ts');
  const root = fromSource ? join(packageRoot(), 'src/components') : join(import.meta.dirname, builtSources);
  return folders.flatMap(({ component, from, to }) =>
    readTexts(join(root, component, from)).map(({ path, text }) => ({ path: `src/${to}/${path}`, text })),
  );
}
