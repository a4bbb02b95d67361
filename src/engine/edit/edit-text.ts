import { Composer, CST, Document, type ParsedNode, Parser, stringify } from 'yaml';
import { isJsonObject, type Json, type JsonObject } from '../json.ts';
import type { ModelSchema } from '../model/model.ts';
import { orderFields } from '../model/order-fields.ts';
import { type ResourceId, resourceName } from '../resource.ts';
import { DocumentEdit } from './document-edit.ts';
import { editedValue } from './edited-value.ts';
import { escapeVariables } from './escape-variables.ts';
import type { FieldEdit } from './field-edit.ts';
import { textStyleOf } from './file-style.ts';
import { nodeValue } from './node-value.ts';
import { valueNode } from './value-node.ts';

export interface DocumentEdits extends ResourceId {
  readonly edits: readonly FieldEdit[];
  readonly schema: ModelSchema;
}

/**
 * Writes edits into the text of a file: only what changes is written anew, in the place and the style of what stood
 * there. Comments, order, line ends and every other byte stay; an alias whose value must differ is written out.
 */
export function editText(text: string, wanted: readonly DocumentEdits[]): string {
  const edits = new Map(wanted.map((one) => [resourceName(one), one]));
  const style = textStyleOf(text);
  const isWhole = text.endsWith('\n');
  const tokens = [...new Parser().parse(isWhole ? text : text + style.lineBreak)];
  const documents = [...new Composer<ParsedNode>({ uniqueKeys: false, keepSourceTokens: true }).compose(tokens)];
  for (const document of documents) {
    const value = valueOf(document);
    const { kind, key } = value;
    if (typeof kind !== 'string' || typeof key !== 'string') continue;
    const own = edits.get(resourceName({ kind, key }));
    if (own !== undefined) new DocumentEdit(document, own.schema, style).write(editedValue(value, own.edits));
  }
  const edited = tokens.map((token) => CST.stringify(token)).join('');
  return isWhole ? edited : edited.slice(0, -style.lineBreak.length);
}

/** A new document: `kind` and `key` first, then the fields in the model's order. */
export function newDocumentText({ kind, key }: ResourceId, body: JsonObject, schema: ModelSchema): string {
  const document = new Document();
  const fields: Json = escapeVariables(orderFields(body, schema));
  document.contents = valueNode({ kind, key, ...(isJsonObject(fields) ? fields : {}) }, schema, schema);
  return stringify(document, { lineWidth: 0 });
}

function valueOf(document: Document.Parsed): JsonObject {
  const value = nodeValue(document.contents, new Map());
  return isJsonObject(value) ? value : {};
}
