import { hash } from 'node:crypto';
import { join } from 'node:path';
import { isFileProblem } from '../../host/file-problem.ts';
import type { DirectoryEntry, FileProblem, Files } from '../../host/contract.ts';

/** Which chains there are, signed: the first file of an export of the whole record. */
export const listFile = 'chains.json';

const tenantsFolder = 'tenants';

/** Characters of a name, and how many of a longer one are kept. */
const [longest, kept] = [200, 120];

/**
 * Where the export of a chain lies within that of the whole record: `environment.ndjson`, `tenants/globex.ndjson`. Two
 * tenants never share a file, not even where a disk takes capital letters for small ones.
 *
 * @param tenantId null: of the environment itself
 */
export function chainFile(tenantId: string | null, format: string): string {
  if (tenantId === null) return `environment.${format}`;
  const name = tenantId.replaceAll(/[^a-z0-9_-]/gu, percentEncoded);
  // No disk takes a name of any length; a `~` is in none of the others.
  const fits = name.length <= longest ? name : `${name.slice(0, kept)}~${hash('sha256', tenantId)}`;
  return `${tenantsFolder}/${fits}.${format}`;
}

function percentEncoded(character: string): string {
  const octets = Buffer.from(character.toWellFormed(), 'utf8');
  return Array.from(octets, (octet) => `%${octet.toString(16).padStart(2, '0')}`).join('');
}

/** What is left of the list where the process was killed while it was written. */
const unfinished = /^chains\.json\.tmp_/u;

/** What lies in the folder, as {@link chainFile} names it; null: there is no such folder. */
export async function allFiles(directory: string, files: Pick<Files, 'list'>): Promise<readonly string[] | null> {
  const found = await namesIn(directory, files);
  if (found === null) return null;
  const below = found.includes(tenantsFolder) ? await namesIn(join(directory, tenantsFolder), files) : [];
  return [
    ...found.filter((name) => name !== tenantsFolder || below === null),
    ...(below ?? []).map((name) => `${tenantsFolder}/${name}`),
  ];
}

/** The same but for hidden files, which desktops leave in folders of which they show a picture. */
export async function recordFiles(directory: string, files: Pick<Files, 'list'>): Promise<readonly string[] | null> {
  return (await allFiles(directory, files))?.filter((file) => !/(?:^|\/)\./u.test(file)) ?? null;
}

const absent: ReadonlySet<FileProblem['problem']> = new Set(['not-found', 'not-a-directory']);

/** Null: there is no such folder. */
async function namesIn(directory: string, files: Pick<Files, 'list'>): Promise<readonly string[] | null> {
  try {
    const entries = await files.list(directory);
    return entries.map(({ name }) => name).filter((name) => !unfinished.test(name));
  } catch (error) {
    if (isFileProblem(error) && absent.has(error.problem)) return null;
    throw error;
  }
}

/** What is there, links followed; null: nothing that could be read. */
export async function typeOf(path: string, files: Pick<Files, 'stat'>): Promise<DirectoryEntry['type'] | null> {
  try {
    return (await files.stat(path)).type;
  } catch (error) {
    if (isFileProblem(error)) return null;
    throw error;
  }
}
