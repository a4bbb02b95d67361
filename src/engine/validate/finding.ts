import type { Statement } from '../diagnostic/statement.ts';
import type { ResourceId } from '../resource.ts';

/** A mistake inside a document, placed by JSON pointer: a file loader turns it into line and column, a server into `param`. */
export interface Finding extends Statement {
  readonly pointer: string;
  /** The key at `pointer` is wrong, not its value. */
  readonly atKey?: boolean;
  /** The name of the field whose absence from `pointer` is the mistake. */
  readonly missing?: string;
  /** The name of the field that was meant by an unknown one at `pointer`. */
  readonly meant?: string;
  /** Which part of the text at `pointer` is meant, where another part of it may have a mistake of the same code. */
  readonly about?: string;
  /** Other places, whose value or absence the mistake rests on: where one of them is wrong, this follows from it. */
  readonly because?: readonly string[];
  readonly related?: readonly RelatedFinding[];
  /** Further mistakes of the same document that are not worded, because nobody would read them. */
  readonly more?: number;
}

/** Adds to the last finding how many more there are. */
export function withMore<Found extends Finding>(findings: readonly Found[], more: number): readonly Found[] {
  const last = findings.at(-1);
  if (more === 0 || last === undefined) return findings;
  return [...findings.slice(0, -1), { ...last, more: (last.more ?? 0) + more }];
}

/** `subject` is the document's place in the list that was checked. */
export interface RelatedFinding {
  readonly subject: number;
  /** Which variant of it is meant; absent, the document as written. */
  readonly variant?: number;
  readonly message: string;
  readonly pointer: string;
  readonly atKey?: boolean;
}

/** A finding about one of several resources. */
export interface ResourceFinding extends Statement {
  readonly resource: ResourceId;
  readonly pointer: string;
  readonly atKey?: boolean;
  readonly related?: readonly { readonly resource: ResourceId; readonly message: string; readonly pointer: string }[];
}
