import { createHash } from 'node:crypto';
import type { SealedEntry } from '../entries/entry.ts';
import type { EntrySource } from '../formats/format.ts';
import type { ExportManifest } from '../formats/manifest.ts';
import type { StreamFormat } from './stream.ts';

/** What is sent at once: a part of each of some chains. */
export interface Batch {
  readonly stream: string;
  readonly project: string;
  readonly environment: string;
  readonly format: StreamFormat;
  readonly parts: readonly BatchPart[];
  readonly source: EntrySource;
  readonly at: Date;
}

/** The next entries of one chain. */
export interface BatchPart {
  /** Empty: of the environment as a whole. */
  readonly tenantId: string;
  /** Everything of the chain up to there was sent before. */
  readonly after: number;
  /** With these entries, everything is sent up to there; what the filter leaves out, too. */
  readonly upTo: number;
  readonly entries: readonly SealedEntry[];
  /** Entries of the part that were deleted before they could be sent. */
  readonly pruned: number;
  /** The newest signed one of the chain, and how many entries it covers. */
  readonly checkpoint: { readonly size: number; readonly note: string } | null;
  /** How far the chain was signed when it was looked at. */
  readonly signed: number;
}

/** What stands behind the entries of each part. */
export interface BatchManifest extends ExportManifest {
  readonly stream: string;
  readonly after: number;
  readonly upTo: number;
  readonly pruned: number;
}

/**
 * The end of a part, as an export ends: where it belongs in its chain, and how long the chain is as a checkpoint says,
 * so that a receiver sees whatever is missing, at the end too. @param written what is sent of the entries
 */
export function manifestOf(batch: Batch, part: BatchPart, written: string): BatchManifest {
  return {
    version: 1,
    format: batch.format,
    project: batch.project,
    environment: batch.environment,
    tenantId: part.tenantId === '' ? null : part.tenantId,
    filter: {},
    entries: part.entries.length,
    first: part.entries[0]?.sequence ?? null,
    last: part.entries.at(-1)?.sequence ?? null,
    sha256: `sha256:${createHash('sha256').update(written).digest('hex')}`,
    checkpoint: part.checkpoint?.note ?? null,
    at: batch.at.toISOString(),
    stream: batch.stream,
    after: part.after,
    upTo: part.upTo,
    pruned: part.pruned,
  };
}
