import { join } from 'node:path';
import { packageRoot } from './package-root.ts';
import { readTexts, type TextFile } from './read-texts.ts';

/**
 * All files below `templates/<folder>`, by path. Part of the program, hence read from beside it and not through the host.
 *
 * @throws TypeError for one that is no UTF-8: what is written are texts.
 */
export function readTemplates(folder: string): readonly TextFile[] {
  return readTexts(join(packageRoot(), 'templates', folder));
}
