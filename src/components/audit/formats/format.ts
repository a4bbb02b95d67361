import type { SealedEntry } from '../entries/entry.ts';
import type { ExportManifest } from './manifest.ts';

/** Who writes the entries down: what formats say of their sender. */
export interface EntrySource {
  /** Of this program: `0.1.0`. */
  readonly version: string;
  /** The host's name, where it is to be told. */
  readonly host?: string;
  /**
   * The private enterprise number that stands behind the names of structured data in syslog. Absent: 32473, which RFC
   * 5612 keeps for examples, so that it is nobody else's.
   */
  readonly enterpriseNumber?: number;
}

/** One way to write entries down as text. Pure: the same entry is always written in the same way. */
export interface EntryFormat {
  readonly contentType: string;
  /** What a file of it is called by: `cef` for `audit.cef`. */
  readonly extension: string;
  /** Stands once, before the first entry. Empty in most. */
  readonly beginning: string;
  /** One line for each, in their order; each with its end. */
  encode(entries: readonly SealedEntry[], source: EntrySource): string;
  /** The last line of an export, which a reader of the format takes as one more of its lines. */
  encodeManifest(manifest: ExportManifest, source: EntrySource): string;
}
