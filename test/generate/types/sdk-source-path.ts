import { mkdirSync, symlinkSync } from 'node:fs';
import { delimiter, join, resolve } from 'node:path';

/**
 * The source path of the SDK for Java and of its flags, without what makes modules of them, since what is compiled beside
 * them belongs to none. Links in the folder lead to them.
 */
export function sdkSourcePath(folder: string): string {
  return ['', 'flags']
    .map((artifact) => {
      const root = join(folder, 'sdk', artifact || 'client');
      mkdirSync(root, { recursive: true });
      symlinkSync(resolve('templates/sdk/java', artifact, 'src/main/java/dev'), join(root, 'dev'));
      return root;
    })
    .join(delimiter);
}
