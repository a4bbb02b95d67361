import { Document, isMap, isNode, isScalar, isSeq, type Node, parseAllDocuments, stringify, YAMLMap } from 'yaml';
import { canonicalJson } from '../canonical-json.ts';
import type { Json, JsonObject } from '../json.ts';
import type { ModelSchema } from '../model/model.ts';
import { orderFields } from '../model/order-fields.ts';
import { schemasAlong } from '../model/schema-at.ts';
import type { ResourceId } from '../resource.ts';
import type { FieldEdit } from './field-edit.ts';
import { placesOfFields, rewriteFields } from './rewrite-fields.ts';
import { valueNode } from './value-node.ts';

export interface DocumentEdits extends ResourceId {
  readonly edits: readonly FieldEdit[];
  readonly schema: ModelSchema;
}

/**
 * Writes edits into the text of a file. Documents without edits stay byte for byte as they are; in the others
 * comments and order are kept, and where only scalars change, every other byte too.
 */
export function editText(text: string, wanted: readonly DocumentEdits[]): string {
  const documents = parseAllDocuments(text, { uniqueKeys: false });
  if (!Array.isArray(documents)) return text;
  const starts = documents.map((document, index) => (index === 0 ? 0 : document.range[0]));
  const parts = documents.map((document, index) => {
    const from = starts[index] ?? 0;
    const part = text.slice(from, starts[index + 1] ?? text.length);
    const own = wanted.find((edits) => names(document, edits));
    return own === undefined ? part : (spliced(part, from, document, own) ?? rewritten(part, from, document, own));
  });
  return parts.join('');
}

/** A new document: `kind` and `key` first, then the fields in the model's order. */
export function newDocumentText({ kind, key }: ResourceId, body: JsonObject, schema: ModelSchema): string {
  const document = new Document();
  document.contents = valueNode({ kind, key, ...orderFields(body, schema) }, schema, schema);
  return stringify(document, { lineWidth: 0 });
}

function names(document: Document.Parsed, { kind, key }: ResourceId): boolean {
  return isMap(document.contents) && document.get('kind') === kind && String(document.get('key')) === key;
}

/** Replaces scalars by scalars in the text itself; null when an edit needs more than that. */
function spliced(
  part: string,
  from: number,
  document: Document.Parsed,
  { edits, schema }: DocumentEdits,
): string | null {
  const splices: { readonly start: number; readonly end: number; readonly text: string }[] = [];
  for (const { path, value } of edits) {
    const node: unknown = document.getIn(path, true);
    const plain = value !== undefined && (value === null || typeof value !== 'object');
    if (!plain || !isScalar(node) || !node.range || node.anchor !== undefined) return null;
    if (node.type === 'BLOCK_LITERAL' || node.type === 'BLOCK_FOLDED') return null;
    const written = stringify(nodeFor(path, value, schema), { lineWidth: 0 }).trimEnd();
    if (written.includes('\n')) return null;
    splices.push({ start: node.range[0] - from, end: node.range[1] - from, text: written });
  }
  return splices
    .toSorted((a, b) => b.start - a.start)
    .reduce((result, { start, end, text }) => result.slice(0, start) + text + result.slice(end), part);
}

function rewritten(part: string, from: number, document: Document.Parsed, { edits, schema }: DocumentEdits): string {
  const places = placesOfFields(document);
  for (const { path, value } of edits) {
    if (value === undefined) removeIn(document, path);
    else setIn(document, path, value, schema);
  }
  if (places === null) return document.toString({ lineWidth: 0 });
  return rewriteFields(part, from, places, document, new Set(edits.flatMap(({ path }) => path.slice(0, 1))));
}

function setIn(document: Document.Parsed, path: readonly string[], value: Json, schema: ModelSchema): void {
  const present: unknown = document.getIn(path, true);
  const fresh = nodeFor(path, value, schema);
  if (isSeq(present) && isSeq(fresh)) {
    present.items = keptItems(present.items, fresh.items, schemaAt(path, schema)?.['x-set'] === true);
    return;
  }
  if (isNode(present) && isNode(fresh) && typeof present.comment === 'string') fresh.comment = present.comment;
  // Parents that are missing become block mappings; `setIn` alone would refuse to pass through a scalar.
  for (let depth = 1; depth < path.length; depth += 1) {
    const parent: unknown = document.getIn(path.slice(0, depth), true);
    if (!isMap(parent) && !isSeq(parent)) document.setIn(path.slice(0, depth), new YAMLMap());
  }
  document.setIn(path, fresh);
}

/** Items that say the same keep their node, and with it their comments; those of a set keep their place too. */
function keptItems(present: readonly unknown[], fresh: readonly unknown[], isSet: boolean): unknown[] {
  const byValue = new Map(present.map((item) => [canonicalJson(plainValue(item)), item]));
  const items = fresh.map((item) => byValue.get(canonicalJson(plainValue(item))) ?? item);
  if (!isSet) return items;
  const stayed = present.filter((item) => items.includes(item));
  return [...stayed, ...items.filter((item) => !stayed.includes(item))];
}

function plainValue(item: unknown): Json {
  const value: Json = JSON.parse(JSON.stringify(item ?? null));
  return value;
}

/** Takes the field away, and with it the mappings of an overlay that would be left empty. */
function removeIn(document: Document.Parsed, path: readonly string[]): void {
  document.deleteIn(path);
  if (path[0] !== 'environments') return;
  for (let depth = path.length - 1; depth > 0; depth -= 1) {
    const parent: unknown = document.getIn(path.slice(0, depth), true);
    if (!isMap(parent) || parent.items.length > 0) return;
    document.deleteIn(path.slice(0, depth));
  }
}

function nodeFor(path: readonly string[], value: Json, schema: ModelSchema): Node {
  return valueNode(value, schemaAt(path, schema), schema);
}

/** An overlay's fields are described by the same schema as the document's. */
function schemaAt(path: readonly string[], schema: ModelSchema): ModelSchema | undefined {
  const inBody = path[0] === 'environments' ? path.slice(2) : path;
  if (inBody.length === 0) return schema;
  return schemasAlong(
    inBody.map((name) => ({ type: 'property' as const, name })),
    schema,
  ).at(-1);
}
