import { join } from 'node:path';
import type {
  ExportVerifier,
  FirstInvalid,
  LeftOutEntries,
  VerifiedChain,
  VerifiedChains,
  VerifiedExport,
} from '../../components/export-verifier-contract.ts';
import { canonicalJson } from '../../engine/canonical-json.ts';
import type { JsonObject } from '../../engine/json.ts';
import type { Host } from '../../host/contract.ts';
import { usageError } from '../command-errors.ts';
import { readKept } from './read-kept.ts';
import type { ArchiveHost } from './read-archive.ts';
import { allFiles, chainFile, listFile, recordFiles, typeOf } from './record-files.ts';
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
  /** Of chains in which entries are missing, as they may be: which, and what says so. */
  readonly leftOut: readonly (LeftOutEntries & { readonly file: string })[];
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

export interface RecordToVerify {
  readonly directory: string;
  /** A public key, or the name of a file with one on each line. */
  readonly key?: string | undefined;
  /** The folder of an export from before: each of its chains has to go on in this one. */
  readonly checkpoint?: string | undefined;
}

/** Whether the folder holds an export of the whole record, as it was exported, with nothing missing. Asks nobody. */
export async function verifyRecord(
  { checkpoint, directory, key }: RecordToVerify,
  host: ArchiveHost,
): Promise<VerifiedRecord> {
  const verifier = exportVerifier();
  const keys = key === undefined ? [] : await readKeys(key, verifier, host);
  const files = (await allFiles(directory, host.files)) ?? [];
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
  const before = await keptFiles(checkpoint, host.files);
  const kept = async (file: string) =>
    before.has(file) ? readKept(join(checkpoint ?? '', file), verifier, host) : undefined;
  const found =
    reason === null
      ? await verifyChains(list, keys, { ...folder, before, kept }, verifier)
      : { entries: 0, leftOut: [], wrong: [{ file: listFile, reason }] };
  return {
    valid: found.wrong.length === 0,
    origin,
    at,
    filter,
    chains: chains.length,
    entries: found.entries,
    signedBy,
    trusted: keys.length > 0,
    leftOut: found.leftOut,
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
  /** The exports of chains that were kept from before, as they would be named here. */
  readonly before: ReadonlySet<string>;
  /** The checkpoint of such an export. */
  readonly kept: (file: string) => Promise<string | undefined>;
}

async function keptFiles(directory: string | undefined, files: Host['files']): Promise<ReadonlySet<string>> {
  if (directory === undefined) return new Set();
  const there = (await recordFiles(directory, files)) ?? [];
  const exports = there.filter((file) => file.endsWith('.ndjson'));
  if (exports.length > 0) return new Set(exports);
  throw usageError(
    `${directory} holds no export of the whole record.`,
    'A folder is held against a folder from before.',
  );
}

type Wrong = { readonly file: string } & Pick<FirstInvalid, 'reason'> & Partial<FirstInvalid>;

/** One file after the other, each against what the list says of its chain. */
async function verifyChains(
  { chains, filter, signedBy }: VerifiedChains,
  keys: readonly string[],
  { before, files, isFile, kept, read }: Folder,
  verifier: ExportVerifier,
): Promise<Pick<VerifiedRecord, 'entries' | 'leftOut'> & { readonly wrong: readonly Wrong[] }> {
  const trusted = keys.length > 0 || signedBy === null ? keys : [signedBy];
  const places = new Map(chains.map((chain) => [chainFile(chain.tenantId, 'ndjson'), chain]));
  const strangers = [...files].filter((file) => file !== listFile && !places.has(file));
  const gone = [...before].filter((file) => !places.has(file) && !files.has(file));
  const wrong: Wrong[] = [
    ...strangers.map((file) => ({ file, reason: 'file-unknown' })),
    ...gone.map((file) => ({ file, reason: 'chain-missing' })),
  ];
  const leftOut: VerifiedRecord['leftOut'][number][] = [];
  let entries = 0;
  for (const [file, chain] of places) {
    if (!files.has(file) || !(await isFile(file))) {
      wrong.push({ file, reason: 'chain-missing' });
      continue;
    }
    const verified = await verifyChunks(read(file), trusted, verifier, await kept(file));
    entries += verified.entries;
    if (verified.leftOut !== null && verified.leftOut.entries > 0) leftOut.push({ file, ...verified.leftOut });
    const found = verified.firstInvalid ?? mismatch(chain, filter, verified);
    if (found !== null) wrong.push({ file, ...found });
  }
  return { entries, leftOut, wrong };
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
