import { mkdir, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { dirname, join, relative, sep } from 'node:path';
import type { GeneratedFile } from '../src/generate/index.ts';

/** Paths, relative to `root`, of files that differ from what they should be, are missing, or should be gone. */
export async function staleFiles(root: string, files: readonly GeneratedFile[]): Promise<readonly string[]> {
  const stale: string[] = [];
  for (const { path, text } of files) {
    if ((await textOf(join(root, path))) !== text) stale.push(path);
  }
  return [...stale, ...(await orphans(root, files))];
}

/** Makes the files what they should be and removes those that no model gives any more. Returns what changed. */
export async function writeFiles(root: string, files: readonly GeneratedFile[]): Promise<readonly string[]> {
  const stale = new Set(await staleFiles(root, files));
  for (const { path, text } of files) {
    if (!stale.has(path)) continue;
    await mkdir(dirname(join(root, path)), { recursive: true });
    await writeFile(join(root, path), text);
  }
  for (const path of await orphans(root, files)) await rm(join(root, path));
  return [...stale];
}

/** Files that only the generator can have written, for models that are gone. */
async function orphans(root: string, files: readonly GeneratedFile[]): Promise<readonly string[]> {
  const known = new Set(files.map((file) => file.path));
  const generated = await listFiles(join(root, 'src/components'), (path) => path.split(sep).includes('generated'));
  const pages = await listFiles(join(root, 'docs/reference'), () => true);
  return [...generated, ...pages]
    .map((path) => relative(root, path).split(sep).join('/'))
    .filter((path) => !known.has(path));
}

async function listFiles(folder: string, isWanted: (path: string) => boolean): Promise<readonly string[]> {
  try {
    const entries = await readdir(folder, { recursive: true, withFileTypes: true });
    return entries
      .filter((entry) => entry.isFile())
      .map((entry) => join(entry.parentPath, entry.name))
      .filter(isWanted);
  } catch (error) {
    if (isMissing(error)) return [];
    throw error;
  }
}

async function textOf(path: string): Promise<string | null> {
  try {
    return await readFile(path, 'utf8');
  } catch (error) {
    if (isMissing(error)) return null;
    throw error;
  }
}

function isMissing(error: unknown): boolean {
  return error instanceof Error && 'code' in error && error.code === 'ENOENT';
}
