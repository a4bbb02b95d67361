import type { Event } from 'js-yaml';
import type { Statement } from '../diagnostic/statement.ts';
import type { Json } from '../json.ts';
import type { Span } from './event-place.ts';
import type { NumberTexts } from './number-texts.ts';

/** A mistake found while values are built, with offsets into the parsed text. */
export interface ConstructionProblem extends Span {
  readonly statement: Statement;
  readonly related?: Span & { readonly message: string };
}

export interface ConstructedDocument {
  readonly value: Json;
  readonly empty: boolean;
  readonly placeholderTexts: readonly string[];
  readonly mayHoldBooleans: boolean;
  readonly broken: boolean;
}

export interface Construction {
  readonly texts: NumberTexts;
  readonly documents: readonly ConstructedDocument[];
  readonly problems: readonly ConstructionProblem[];
  /** Problems beyond those listed. */
  readonly omitted: number;
}

export type Mapping = { [key: string]: Json };
export type List = Json[];

export interface Anchor {
  readonly value: Json;
  readonly text: string | undefined;
  /** Values in it, aliases expanded. */
  size: number;
  depth: number;
  finished: boolean;
}

/** A document, list or mapping that is being built; `container` is null for a document. */
export interface Frame {
  readonly container: Mapping | List | null;
  readonly eventIndex: number;
  readonly anchor: Anchor | undefined;
  key: string | undefined;
  /** Where the key stands whose value comes next; null while a key is awaited. */
  keyEvent: Event | null;
  merging: boolean;
  /** It has a `<<` already. */
  hasMerged: boolean;
  /** Of a mapping: the value read before the next key. */
  lastValue: Json;
  /** Keys that came by `<<` and may still be written out. */
  merged: Set<string> | undefined;
  /** First places of all keys; filled when a key turns up twice. */
  firstKeys: ReadonlyMap<string, Span> | undefined;
  size: number;
  depth: number;
}

export function newFrame(container: Mapping | List | null, eventIndex: number, anchor: Anchor | undefined): Frame {
  return {
    container,
    eventIndex,
    anchor,
    key: undefined,
    keyEvent: null,
    merging: false,
    hasMerged: false,
    lastValue: null,
    merged: undefined,
    firstKeys: undefined,
    size: 1,
    depth: 0,
  };
}

export function isList(value: object): value is readonly Json[] {
  return Array.isArray(value);
}
