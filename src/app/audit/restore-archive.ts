import type { AuditClient, RestoredPart } from '../audit-client.ts';
import { type ArchiveHost, readArchive } from './read-archive.ts';
import { unzipped } from './unzipped.ts';

/** Lines and characters of one request. */
const [mostLines, mostCharacters] = [500, 1_000_000];

export interface RestoreOptions {
  /** Or an archive as the record calls it: `s3://acme-audit/production/…` */
  readonly file: string;
  /** As the archive's manifest names the chain: `acme/production/globex`. */
  readonly origin: string;
  readonly until: Date;
}

/** Gives the entries of an archive that has been verified back to its chain, part by part; the server verifies each again. */
export async function restoreArchive(
  audit: AuditClient['audit'],
  { file, origin, until }: RestoreOptions,
  host: ArchiveHost,
): Promise<RestoredPart> {
  const chain = origin.slice(origin.lastIndexOf('/') + 1);
  const tenant = chain === '-' ? undefined : decodeURIComponent(chain);
  const sum = { restored: 0, present: 0, until: until.toISOString() };
  for await (const lines of parts(unzipped(readArchive(file, host)).chunks)) {
    const part = await audit.restore({ tenant, until: sum.until, lines });
    sum.restored += part.restored;
    sum.present += part.present;
  }
  return sum;
}

/** Without the manifest. */
async function* parts(chunks: AsyncIterable<Uint8Array>): AsyncGenerator<readonly string[]> {
  let [lines, characters]: [string[], number] = [[], 0];
  for await (const line of linesOf(chunks)) {
    if (line.startsWith('{"manifest":')) continue;
    lines.push(line);
    characters += line.length;
    if (lines.length < mostLines && characters < mostCharacters) continue;
    yield lines;
    [lines, characters] = [[], 0];
  }
  if (lines.length > 0) yield lines;
}

async function* linesOf(chunks: AsyncIterable<Uint8Array>): AsyncGenerator<string> {
  const decoder = new TextDecoder('utf-8', { fatal: true });
  let rest = '';
  for await (const chunk of chunks) {
    const pieces = (rest + decoder.decode(chunk, { stream: true })).split('\n');
    rest = pieces.pop() ?? '';
    yield* pieces;
  }
  if (rest !== '') yield rest;
}
