import type { Json, JsonObject } from '../json.ts';
import type { SchemaViolation } from '../model/registry.ts';
import type { NumberTexts } from '../source/number-texts.ts';
import type { SchemaNode } from './schema-node.ts';

/** What the messages need to know of the document that was validated. */
export interface Validated {
  readonly kind: string;
  readonly root: SchemaNode;
  readonly document: JsonObject;
  /** What of it an overlay has brought in. */
  readonly overlay?: JsonObject | undefined;
  /** Pointers whose value was found wrong already. */
  readonly settled: ReadonlySet<string>;
  readonly texts?: NumberTexts | undefined;
}

/** A violation together with the schema that speaks at its place. */
export interface PlacedViolation {
  readonly violation: SchemaViolation;
  readonly pointer: string;
  readonly value: Json;
  /** The digits of a number as they were written. */
  readonly written?: string | undefined;
  /** The schema of the value; with branches only when none fits. */
  readonly node: SchemaNode;
  /** The schema with all its branches, for saying what would be allowed. */
  readonly offered: SchemaNode;
}
