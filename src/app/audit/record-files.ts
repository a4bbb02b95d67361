import { join } from 'node:path';
import { isFileProblem } from '../../host/file-problem.ts';
import type { Files } from '../../host/contract.ts';

/** Which chains there are, signed: the first file of an export of the whole record. */
export const listFile = 'chains.json';

const tenantsFolder = 'tenants';

/**
 * Where the export of a chain lies within that of the whole record: `environment.ndjson`, `tenants/globex.ndjson`. Two
 * tenants never share a file, not even where a disk takes capital letters for small ones.
 *
 * @param tenantId null: of the environment itself
 */
export function chainFile(tenantId: string | null, format: string): string {
  if (tenantId === null) return `environment.${format}`;
  const name = tenantId.replaceAll(/[^a-z0-9_-]/gu, percentEncoded);
  return `${tenantsFolder}/${name}.${format}`;
}

function percentEncoded(character: string): string {
  const octets = Buffer.from(character.toWellFormed(), 'utf8');
  return Array.from(octets, (octet) => `%${octet.toString(16).padStart(2, '0')}`).join('');
}

/** What lies in the folder, as {@link chainFile} names it, but for hidden files; null: there is no such folder. */
export async function recordFiles(directory: string, files: Pick<Files, 'list'>): Promise<readonly string[] | null> {
  const found = await namesIn(directory, files);
  if (found === null) return null;
  const below = found.includes(tenantsFolder) ? await namesIn(join(directory, tenantsFolder), files) : [];
  return [
    ...found.filter((name) => name !== tenantsFolder || below === null),
    ...(below ?? []).map((name) => `${tenantsFolder}/${name}`),
  ];
}

/** Null: there is no such folder. */
async function namesIn(directory: string, files: Pick<Files, 'list'>): Promise<readonly string[] | null> {
  try {
    const entries = await files.list(directory);
    return entries.map(({ name }) => name).filter((name) => !name.startsWith('.'));
  } catch (error) {
    if (isFileProblem(error) && error.problem === 'not-found') return null;
    throw error;
  }
}

/** Whether what is named is a folder. */
export async function isFolder(path: string, files: Pick<Files, 'stat'>): Promise<boolean> {
  try {
    return (await files.stat(path)).type === 'directory';
  } catch (error) {
    if (isFileProblem(error)) return false;
    throw error;
  }
}
