import type { ExportVerifier } from '../../components/export-verifier-contract.ts';
import { usageError } from '../command-errors.ts';
import { type ArchiveHost, readArchive } from './read-archive.ts';
import { unzipped } from './unzipped.ts';

/** Bytes at its end in which the manifest of an export stands, which is its last line. */
const lastLine = 1024 * 1024;

/**
 * The checkpoint in what was kept from before: a file with one, or an export, compressed or not, that ends with one.
 *
 * @throws ValidationError `cli/usage` where there is none
 */
export async function readKept(file: string, verifier: ExportVerifier, host: ArchiveHost): Promise<string> {
  let end: Buffer = Buffer.alloc(0);
  let pieces: Uint8Array[] = [];
  let bytes = 0;
  const join = (): void => {
    end = Buffer.from(Buffer.concat([end, ...pieces]).subarray(-lastLine));
    [pieces, bytes] = [[], 0];
  };
  for await (const chunk of unzipped(readArchive(file, host)).chunks) {
    pieces.push(chunk);
    bytes += chunk.length;
    if (bytes > 8 * lastLine) join();
  }
  join();
  const note = verifier.keptNote(end.toString('utf8'));
  if (note !== null) return note;
  throw usageError(
    `${file} holds no checkpoint.`,
    'Give an export of the same chain from before, or a checkpoint as GET /v1/audit/checkpoints lists it as `note`.',
  );
}
