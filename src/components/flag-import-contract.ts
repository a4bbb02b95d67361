import type { Json, JsonObject } from '../engine/json.ts';

/* What bringing flags over from another product looks like to whoever asks for it: the command line. */

export const importSources = ['launchdarkly', 'unleash', 'growthbook', 'flagd'] as const;

export type ImportSource = (typeof importSources)[number];

export interface ImportOptions {
  /** Of the export, where it holds several. */
  readonly environment?: string;
  /** Attributes whose values are lists (`user.groups`): products that do not say so test every member of them. */
  readonly lists?: readonly string[];
}

export interface ImportedResource {
  readonly kind: 'Flag' | 'Segment';
  readonly key: string;
  readonly body: JsonObject;
  /** Where it comes from, and what of it has no equal here: sentences for the head of its document. */
  readonly comments: readonly string[];
}

export interface ImportFinding {
  readonly code: string;
  /** `changed`: somebody may get another answer than before. `note`: nobody does. */
  readonly effect: 'changed' | 'note';
  /** `flag checkout`, as the export calls it; absent where it is about the whole export. */
  readonly of?: string;
  readonly message: string;
}

export interface FlagImport {
  /** Ordered by kind and key. */
  readonly resources: readonly ImportedResource[];
  readonly findings: readonly ImportFinding[];
  /** Of the export, where it holds several and none, or an unknown one, was chosen: nothing is imported then. */
  readonly environments?: readonly string[];
}

/** Pure; never throws, whatever is handed in. */
export interface FlagImporter {
  import(source: ImportSource, exported: Json, options: ImportOptions): FlagImport;
}
