import type { Diagnostic } from './diagnostic/diagnostic.ts';
import type { DesiredState, EnvironmentSettings } from './resource.ts';

/** A project's files, loaded and found valid. */
export interface Configuration {
  readonly project: string;
  /** In the order of dream.yaml; the first is the default. */
  readonly environments: ReadonlyMap<string, EnvironmentSettings>;
  /** Number of resources before environments multiply them. */
  readonly resourceCount: number;
  /** Overlays merged, variables resolved. Throws a RangeError for a name that dream.yaml does not declare. */
  desiredState(environment: string): DesiredState;
}

export interface LoadResult {
  /** Null when any diagnostic is an error. */
  readonly configuration: Configuration | null;
  /** Sorted by file, then position. */
  readonly diagnostics: readonly Diagnostic[];
  /** Files read, dream.yaml included. */
  readonly fileCount: number;
}
