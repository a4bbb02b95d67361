import { existsSync } from 'node:fs';
import { dirname, join } from 'node:path';

/** Where this package is installed; the code may run from src/ or from the bundle in dist/. */
export function packageRoot(): string {
  let directory = import.meta.dirname;
  while (!existsSync(join(directory, 'package.json'))) {
    const parent = dirname(directory);
    if (parent === directory) throw new Error(`There is no package.json above ${import.meta.dirname}`);
    directory = parent;
  }
  return directory;
}
