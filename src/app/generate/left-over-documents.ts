import { join } from 'node:path';
import { objectOf, textOf } from '../../engine/json-fields.ts';
import { readYaml } from '../../engine/read-yaml.ts';
import { titleOf } from './api-files.ts';
import { isOwn, type OwnedDirectory, unlessMissing } from './own-files.ts';

/**
 * Paths of the documents there of components that are none of the wanted ones. A copy that somebody made of another
 * document, under whichever name, is none: it says in its title whose it is.
 */
export async function leftOverDocuments(
  wanted: readonly string[],
  { directory, files, head }: OwnedDirectory,
): Promise<readonly string[]> {
  const entries = await unlessMissing(files.list(directory), []);
  const folders = entries.filter(({ type }) => type === 'directory').map(({ name }) => name);
  const found = await Promise.all(
    folders.map(async (name) => {
      const path = `${name}/${name}.yaml`;
      if (wanted.includes(path)) return [];
      const text = await unlessMissing(files.readText(join(directory, path)), null);
      return text !== null && isOwn(text, head) && titleIn(text) === titleOf(name) ? [path] : [];
    }),
  );
  return found.flat().toSorted();
}

function titleIn(text: string): string | undefined {
  const read = readYaml(text);
  return 'problem' in read ? undefined : textOf(objectOf(objectOf(read.value)['info'])['title']);
}
