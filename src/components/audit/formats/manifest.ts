import type { JsonObject } from '../../../engine/json.ts';
import type { SaidPruning } from '../../export-verifier-contract.ts';

/** The end of an export. Without it an export is not whole. */
export interface ExportManifest {
  /** Of what stands here and before it. */
  readonly version: 1;
  readonly format: string;
  readonly project: string;
  readonly environment: string;
  /** Null: the entries of the environment itself. */
  readonly tenantId: string | null;
  /** What was asked for: `since`, `until`, `after`, and the filters. What was not asked for is absent. */
  readonly filter: JsonObject;
  /** It was asked for what is kept apart from entries. Absent: it was not. */
  readonly personal?: true;
  readonly entries: number;
  /** Sequences of the first and the last entry; null where there is none. */
  readonly first: number | null;
  readonly last: number | null;
  /** `sha256:…` of every byte before the manifest's own line. */
  readonly sha256: string;
  /** The newest signed checkpoint of the chain, as its note; null while there is none. */
  readonly checkpoint: string | null;
  /** What was taken out by prunings that the chain speaks of behind the checkpoint. Absent: nothing. */
  readonly pending?: readonly SaidPruning[];
  /** The first entries that are missing without anything that took them out. Absent: none. */
  readonly missing?: { readonly first: number; readonly last: number };
  /** When it was finished. */
  readonly at: string;
}

/** What formats without a place for a manifest call its line. */
export const manifestAction = 'audit.manifest';
