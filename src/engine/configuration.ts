import type { Diagnostic } from './diagnostic/diagnostic.ts';
import type { JsonObject } from './json.ts';
import type { DesiredState, EnvironmentSettings, ResourceId } from './resource.ts';

/** A project's files, loaded and found valid. */
export interface Configuration {
  readonly project: string;
  /** In the order of dream.yaml; the first is the default. */
  readonly environments: ReadonlyMap<string, EnvironmentSettings>;
  /** Glob patterns of what is not configuration, as dream.yaml has them. */
  readonly ignore: readonly string[];
  /** Number of resources before environments multiply them. */
  readonly resourceCount: number;
  /** Overlays merged, variables resolved. Throws a RangeError for a name that dream.yaml does not declare. */
  desiredState(environment: string): DesiredState;
  /** Where a resource is written; undefined when no file has it. */
  sourceOf(id: ResourceId): ResourceSource | undefined;
}

export interface ResourceSource {
  /** Relative to the project directory, with `/` separators. */
  readonly file: string;
  /** The document as written: overlays and variables unresolved. */
  readonly document: JsonObject;
}

export interface LoadResult {
  /** Null when any diagnostic is an error. */
  readonly configuration: Configuration | null;
  /** Sorted by file, then position. */
  readonly diagnostics: readonly Diagnostic[];
  /** Files read, dream.yaml included. */
  readonly fileCount: number;
}
