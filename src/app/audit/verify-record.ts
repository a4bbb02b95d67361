import { join } from 'node:path';
import type {
  ExportVerifier,
  FirstInvalid,
  VerifiedChain,
  VerifiedChains,
  VerifiedExport,
} from '../../components/export-verifier-contract.ts';
import { canonicalJson } from '../../engine/canonical-json.ts';
import type { JsonObject } from '../../engine/json.ts';
import type { Host } from '../../host/contract.ts';
import { usageError } from '../command-errors.ts';
import { chainFile, listFile, recordFiles, typeOf } from './record-files.ts';
import { exportVerifier, readKeys, verifyChunks } from './verify-file.ts';

/** What is known of an export of the whole record. */
export interface VerifiedRecord {
  readonly valid: boolean;
  /** `acme/production`; null where the list of chains cannot be read. */
  readonly origin: string | null;
  /** When the list was made. */
  readonly at: string | null;
  /** What was asked for; empty: all of it. */
  readonly filter: JsonObject;
  /** How many there should be. */
  readonly chains: number;
  /** Good ones. */
  readonly entries: number;
  /** The public key of the list's signature; null where none holds. */
  readonly signedBy: string | null;
  /** A key was given, and not only the one believed that the list names itself. */
  readonly trusted: boolean;
  /** What is wrong, by file. Empty where it holds. */
  readonly problems: readonly RecordProblem[];
}

export interface RecordProblem extends Omit<FirstInvalid, 'line'> {
  /** Within the folder. */
  readonly file: string;
  /** What the reason means. */
  readonly meaning: string;
  /** Null where it is about the whole file. */
  readonly line: number | null;
}

/** Whether the folder holds an export of the whole record, as it was exported, with nothing missing. Asks nobody. */
export async function verifyRecord(
  { directory, key }: { readonly directory: string; readonly key?: string | undefined },
  host: Pick<Host, 'files'>,
): Promise<VerifiedRecord> {
  const verifier = exportVerifier();
  const keys = key === undefined ? [] : await readKeys(key, verifier, host);
  const files = (await recordFiles(directory, host.files)) ?? [];
  if (!files.includes(listFile)) {
    throw usageError(`${directory} holds no export of the whole record.`, `Its list of chains would be ${listFile}.`);
  }
  if (files.some((file) => otherFormats.test(file)) && !files.some((file) => file.endsWith('.ndjson'))) {
    throw usageError(`${directory} holds no NDJSON.`, 'Only exports with --format ndjson can be verified.');
  }
  const list = verifier.readChains((await host.files.readText(join(directory, listFile))) ?? '', keys);
  const { at, chains, filter, origin, reason, signedBy } = list;
  const folder = {
    files: new Set(files),
    // What is no file, such as a pipe, might never end.
    isFile: async (file: string) => (await typeOf(join(directory, file), host.files)) === 'file',
    read: (file: string) => host.files.read(join(directory, file)),
  };
  const found =
    reason === null
      ? await verifyChains(list, keys, folder, verifier)
      : { entries: 0, wrong: [{ file: listFile, reason }] };
  return {
    valid: found.wrong.length === 0,
    origin,
    at,
    filter,
    chains: chains.length,
    entries: found.entries,
    signedBy,
    trusted: keys.length > 0,
    problems: found.wrong.map((wrong) => ({
      sequence: null,
      line: null,
      ...wrong,
      meaning: verifier.reasons[wrong.reason] ?? wrong.reason,
    })),
  };
}

/** Those of exports that nobody can verify. */
const otherFormats = /\.(?:csv|cef|syslog|ocsf)$/u;

interface Folder {
  readonly files: ReadonlySet<string>;
  readonly isFile: (file: string) => Promise<boolean>;
  readonly read: (file: string) => AsyncIterable<Uint8Array>;
}

type Wrong = { readonly file: string } & Pick<FirstInvalid, 'reason'> & Partial<FirstInvalid>;

/** One file after the other, each against what the list says of its chain. */
async function verifyChains(
  { chains, filter, signedBy }: VerifiedChains,
  keys: readonly string[],
  { files, isFile, read }: Folder,
  verifier: ExportVerifier,
): Promise<{ readonly entries: number; readonly wrong: readonly Wrong[] }> {
  const trusted = keys.length > 0 || signedBy === null ? keys : [signedBy];
  const places = new Map(chains.map((chain) => [chainFile(chain.tenantId, 'ndjson'), chain]));
  const strangers = [...files].filter((file) => file !== listFile && !places.has(file));
  const wrong: Wrong[] = strangers.map((file) => ({ file, reason: 'file-unknown' }));
  let entries = 0;
  for (const [file, chain] of places) {
    if (!files.has(file) || !(await isFile(file))) {
      wrong.push({ file, reason: 'chain-missing' });
      continue;
    }
    const verified = await verifyChunks(read(file), trusted, verifier);
    entries += verified.entries;
    const found = verified.firstInvalid ?? mismatch(chain, filter, verified);
    if (found !== null) wrong.push({ file, ...found });
  }
  return { entries, wrong };
}

/** How an export that holds by itself may yet be none of the list's. */
function mismatch(
  { origin, size }: VerifiedChain,
  asked: JsonObject,
  found: VerifiedExport,
): Pick<FirstInvalid, 'reason'> | null {
  if (found.origin !== origin || canonicalJson(found.filter) !== canonicalJson(asked)) return { reason: 'chain-other' };
  return (found.checkpoint?.size ?? 0) < size ? { reason: 'chain-older' } : null;
}
