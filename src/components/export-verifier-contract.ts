import type { JsonObject } from '../engine/json.ts';

/*
 * What verifying an export of audit entries looks like to whoever asks it through a port: the command line, over files.
 */

export interface ExportVerifier {
  /**
   * Reads the whole of it, in constant memory.
   *
   * @param keys public keys as signed notes write them; empty: the one that the export names itself, which proves only
   *   that nobody changed it who could not sign it anew
   * @param kept a checkpoint as {@link keptNote} found it: the chain has to go on from it
   */
  verify(chunks: AsyncIterable<Uint8Array>, keys: readonly string[], kept?: string): Promise<VerifiedExport>;
  /**
   * The checkpoint in what somebody kept, which is one itself or an export; null where there is none. Who signed it is not
   * looked at.
   *
   * @param text from the beginning of its last line at the latest, to its end
   */
  keptNote(text: string): string | null;
  /**
   * The signed list of chains that an export of the whole record begins with.
   *
   * @param keys as of {@link verify}
   */
  readChains(text: string, keys: readonly string[]): VerifiedChains;
  /** Whether the text is a public key. */
  isKey(text: string): boolean;
  /** Code → what it means. */
  readonly reasons: { readonly [reason: string]: string };
}

export interface VerifiedExport {
  readonly valid: boolean;
  /** Good ones, up to the first that is not. */
  readonly entries: number;
  /** Personal parts that came along, and are what their entries commit to. */
  readonly personal: number;
  /** Sequences of the first and the last good entry; null where there is none. */
  readonly first: number | null;
  readonly last: number | null;
  /** Which chain: `acme/production/globex`; null where the manifest cannot be read. */
  readonly origin: string | null;
  /** What was asked for, as the manifest says; empty: all of it; null where it cannot be read. */
  readonly filter: JsonObject | null;
  /** The signed one that the entries were held against; null where there is none that holds. */
  readonly checkpoint: { readonly size: number; readonly root: string; readonly head: string } | null;
  /** What should be in it and is not; null where a filter leaves entries out, or the export does not hold. */
  readonly leftOut: LeftOutEntries | null;
  /** Entries of the kept checkpoint from which the chain goes on; null: there is none, or it does not. */
  readonly continues: number | null;
  /** The public key of the signature, as signed notes write it; null where none holds. */
  readonly signedBy: string | null;
  readonly firstInvalid?: FirstInvalid;
}

export interface LeftOutEntries {
  readonly entries: number;
  /** What entries `audit.pruned` in it say was taken out; the first thousand. */
  readonly prunings: readonly SaidPruning[];
  /** The same by the server's word: those entries were not signed yet. */
  readonly unsigned: readonly SaidPruning[];
  /** Of which nothing in it speaks, from the first to the last; the first hundred. */
  readonly unspoken: readonly { readonly first: number; readonly last: number }[];
}

/** What retention took out of a chain at once, and said so in that chain. */
export interface SaidPruning {
  /** `arc_…` */
  readonly id: string;
  readonly first: number;
  readonly last: number;
  /** Of those from the first to the last, how many were taken out. */
  readonly entries: number;
  /** How many of those were entries `audit.pruned` themselves; null: not told. */
  readonly prunings: number | null;
}

/** The first thing that is wrong. */
export interface FirstInvalid {
  readonly reason: string;
  /** Of the entry; null where no single one is to blame. */
  readonly sequence: number | null;
  /** The entry is one of those from `sequence` up to this one. */
  readonly upTo?: number;
  /** Of the file, from 1. */
  readonly line: number;
}

export interface VerifiedChains {
  /** `acme/production`; null where the list cannot be read. */
  readonly origin: string | null;
  /** When it was made. */
  readonly at: string | null;
  /** What the exports that belong to it were asked for. */
  readonly filter: JsonObject;
  readonly chains: readonly VerifiedChain[];
  /** As of an export; null where no signature holds. */
  readonly signedBy: string | null;
  /** Why it cannot be believed; null: it can. */
  readonly reason: string | null;
}

export interface VerifiedChain {
  /** Null: of the environment itself. */
  readonly tenantId: string | null;
  /** What its exports call it. */
  readonly origin: string;
  /** How many entries it had at least. */
  readonly size: number;
}
