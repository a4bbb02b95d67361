import type { Json, JsonObject } from '../../engine/json.ts';
import { entriesOf, objectOf, textOf } from '../../engine/json-fields.ts';
import { compareContent, setFindings } from './compare-answers.ts';
import { compareOperations } from './compare-operations.ts';
import { type ApiDifference, type Finding, sorts } from './difference.ts';
import { resolve } from './resolve.ts';
import { SchemaComparison } from './schema-comparison.ts';

/**
 * Everything that somebody who uses the API of `before` may notice in that of `after`: what breaks first, then by place.
 * Names of schemas, descriptions, examples and the order of things are no difference. Pure.
 */
export function compareOpenApi(before: JsonObject, after: JsonObject): readonly ApiDifference[] {
  const schemas = new SchemaComparison(before, after);
  const felt = new Map<string, { readonly finding: Finding; readonly by: Set<string> }>();
  const add = (findings: readonly Finding[], by: string): void => {
    for (const finding of findings) {
      const key = JSON.stringify(finding);
      const known = felt.get(key) ?? { finding, by: new Set() };
      known.by.add(by);
      felt.set(key, known);
    }
  };
  compareTables(before, after, schemas, add);
  compareEvents(before, after, schemas, add);
  compareKinds(before, after, schemas, add);
  return [...felt.values()]
    .map(({ by, finding }): ApiDifference => ({ ...finding, ...sorts[finding.code], felt: [...by].toSorted() }))
    .toSorted((one, other) => (orderOf(one) < orderOf(other) ? -1 : 1));
}

type Add = (findings: readonly Finding[], by: string) => void;

interface Row {
  readonly place: string;
  readonly operation: JsonObject;
  readonly id: string;
}

function compareTables(before: JsonObject, after: JsonObject, schemas: SchemaComparison, add: Add): void {
  const [was, is] = [rowsOf(before), rowsOf(after)];
  const byId = new Map([...is.values()].map((row) => [row.id, row]));
  const found = new Set<Row>();
  for (const [key, old] of was) {
    const now = is.get(key) ?? byId.get(old.id);
    const at = { place: old.place, direction: null };
    if (now === undefined) add([{ ...at, code: 'operation-removed', was: old.id, is: null }], old.id);
    else {
      found.add(now);
      if (!is.has(key)) add([{ ...at, code: 'operation-moved', was: old.place, is: now.place }], now.id);
      const sides = { before: { document: before, ...old }, after: { document: after, ...now } };
      add(compareOperations({ ...sides, place: now.place, schemas }), now.id);
    }
  }
  for (const now of is.values()) {
    const at = { place: now.place, direction: null };
    if (!found.has(now)) add([{ ...at, code: 'operation-added', was: null, is: now.id }], now.id);
  }
}

/** By method and path; what a parameter of the path is called is not sent. */
function rowsOf(document: JsonObject): ReadonlyMap<string, Row> {
  const rows = entriesOf(document['paths']).flatMap(([path, item]) =>
    entriesOf(item).map(([method, value]): [string, Row] => {
      const operation = objectOf(value);
      const place = `${method.toUpperCase()} ${path}`;
      return [
        place.replaceAll(/\{[^}]*\}/gu, '{}'),
        { place, operation, id: textOf(operation['operationId']) ?? place },
      ];
    }),
  );
  return new Map(rows);
}

/** What the server sends to those who asked to be told. A document that says nothing of events promised none. */
function compareEvents(before: JsonObject, after: JsonObject, schemas: SchemaComparison, add: Add): void {
  const [was, is] = [objectOf(before['webhooks']), objectOf(after['webhooks'])];
  for (const type of new Set([...Object.keys(was), ...Object.keys(is)])) {
    const codes = { gone: 'event-removed', come: 'event-added' } as const;
    const names = (of: JsonObject): readonly string[] => (type in of ? [type] : []);
    add(setFindings(names(was), names(is), codes, { place: type, direction: 'answered' }), type);
    if (!(type in was) || !(type in is)) continue;
    const none = { document: before, operation: {} };
    const operations = { before: none, after: none, place: type, schemas };
    const at = { place: type, direction: 'answered' } as const;
    add(compareContent(operations, contentOf(was[type]), contentOf(is[type]), at), type);
  }
}

function contentOf(webhook: Json | undefined): JsonObject {
  return objectOf(objectOf(objectOf(objectOf(webhook)['post'])['requestBody'])['content']);
}

/** Files that were right should be right. */
function compareKinds(before: JsonObject, after: JsonObject, schemas: SchemaComparison, add: Add): void {
  const [was, is] = [objectOf(before['x-kinds']), objectOf(after['x-kinds'])];
  for (const kind of new Set([...Object.keys(was), ...Object.keys(is)])) {
    const codes = { gone: 'kind-removed', come: 'kind-added' } as const;
    const names = (of: JsonObject): readonly string[] => (kind in of ? [kind] : []);
    add(setFindings(names(was), names(is), codes, { place: kind, direction: 'sent' }), kind);
    if (!(kind in was) || !(kind in is)) continue;
    const [old, now] = [resolve(before, was[kind]).value, resolve(after, is[kind]).value];
    add(schemas.compare(old['schema'] ?? {}, now['schema'] ?? {}, { place: kind, direction: 'sent' }), kind);
  }
}

/** Breaking before compatible happens to be the order of the alphabet. */
function orderOf({ code, is, place, rating, was }: ApiDifference): string {
  return [rating, place, code, was ?? '', is ?? ''].join('\u0000');
}
