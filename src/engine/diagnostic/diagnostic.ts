/** A place in a source file. Lines and columns are 1-based; columns count UTF-16 units, as editors do. */
export interface Position {
  readonly line: number;
  readonly column: number;
}

/** Where a diagnostic points: from `start` up to, not including, `end`. */
export interface SourceRange {
  /** Path as the user would type it, relative to the project directory, with `/` separators. */
  readonly file: string;
  readonly start: Position;
  readonly end: Position;
}

export type Severity = 'error' | 'warning';

/**
 * One mistake, said once, to the person who must mend it.
 *
 * `code` is an entry of the catalogue (`catalogue.ts`) and of docs/diagnostics.md.
 * `related` names further places that belong to the same mistake (the other file of a duplicate,
 * the next link of a cycle); they are never diagnostics of their own.
 */
export interface Diagnostic {
  readonly code: string;
  readonly severity: Severity;
  readonly message: string;
  /** Absent only when no file can be blamed (no dream.yaml, no such directory). */
  readonly at?: SourceRange;
  /** What to do about it: "did you mean 'monthly'?". */
  readonly hint?: string;
  readonly related?: readonly RelatedPlace[];
  /** A secret may stand on the lines at `at`: show the position, never the source text. */
  readonly sensitive?: true;
}

export interface RelatedPlace {
  readonly message: string;
  readonly at: SourceRange;
}
