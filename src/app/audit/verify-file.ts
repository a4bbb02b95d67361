import type { ExportVerifier, VerifiedExport } from '../../components/export-verifier-contract.ts';
import { components } from '../../components/index.ts';
import { bindPorts } from '../bind-ports.ts';
import { usageError } from '../command-errors.ts';
import { readKept } from './read-kept.ts';
import { type ArchiveHost, readArchive } from './read-archive.ts';
import { unzipped } from './unzipped.ts';

export interface VerifyOptions {
  /** `-`: `input`. A file, or an archive as the record calls it. */
  readonly file: string;
  /** Standard input. */
  readonly input: AsyncIterable<Uint8Array>;
  /** A public key, or the name of a file with one on each line. */
  readonly key?: string | undefined;
  /** A file with a checkpoint that was kept from before, or with an export from before. */
  readonly checkpoint?: string | undefined;
}

export interface VerifiedFile extends VerifiedExport {
  /** A key was given, and not only the one believed that the export names itself. */
  readonly trusted: boolean;
}

/** Whether an export of audit entries is what was exported. Asks nobody but the bucket that it is in. */
export async function verifyFile(
  options: VerifyOptions,
  host: ArchiveHost,
): Promise<{ readonly verified: VerifiedFile; readonly meaning: string | null }> {
  const verifier = exportVerifier();
  const keys = options.key === undefined ? [] : await readKeys(options.key, verifier, host);
  const kept = options.checkpoint === undefined ? undefined : await readKept(options.checkpoint, verifier, host);
  const source = options.file === '-' ? options.input : readArchive(options.file, host);
  const verified: VerifiedFile = { ...(await verifyChunks(source, keys, verifier, kept)), trusted: keys.length > 0 };
  return { verified, meaning: verifier.reasons[verified.firstInvalid?.reason ?? ''] ?? null };
}

/** One export, compressed by gzip or not. */
export async function verifyChunks(
  source: AsyncIterable<Uint8Array>,
  keys: readonly string[],
  verifier: ExportVerifier,
  kept?: string,
): Promise<VerifiedExport> {
  const chunks = unzipped(source);
  const found = await verifier.verify(chunks.chunks, keys, kept);
  return chunks.isBroken() ? broken(found) : found;
}

/** What was found of a compressed file that ends too early. */
function broken(found: VerifiedExport): VerifiedExport {
  const line = found.firstInvalid?.line ?? 1;
  return {
    ...found,
    valid: false,
    leftOut: null,
    continues: null,
    firstInvalid: { reason: 'not-compressed', sequence: (found.last ?? 0) + 1, line },
  };
}

export function exportVerifier(): ExportVerifier {
  const { exportVerifier: found } = bindPorts(components);
  if (found === undefined) throw new RangeError('no component verifies exports');
  return found;
}

/** @throws ValidationError `cli/usage` for what is no key and no file of keys */
export async function readKeys(
  key: string,
  verifier: ExportVerifier,
  { files }: Pick<ArchiveHost, 'files'>,
): Promise<readonly string[]> {
  if (verifier.isKey(key)) return [key];
  const lines = ((await files.readText(key)) ?? '').split('\n').map((line) => line.trim());
  const keys = lines.filter((line) => line !== '');
  if (keys.length > 0 && keys.every((one) => verifier.isKey(one))) return keys;
  throw usageError(
    `${key} holds no public key.`,
    'A key is one line, such as acme/production+3ac5d0b6+AT… GET /v1/audit/keys shows it.',
  );
}
