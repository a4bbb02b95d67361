import type { JsonObject } from '../../engine/json.ts';
import { entriesOf, listOf, objectOf, textOf } from '../../engine/json-fields.ts';
import { type Add, compareEvents } from './compare-events.ts';
import { compareOperations } from './compare-operations.ts';
import { type ApiDifference, type Finding, sorts } from './difference.ts';
import { resolve } from './resolve.ts';
import { SchemaComparison } from './schema-comparison.ts';
import { setFindings } from './set-findings.ts';

/**
 * Everything that somebody who uses the API of `before` may notice in that of `after`: what breaks first, then by place.
 * Names of schemas, descriptions, examples and the order of things are no difference. Pure.
 */
export function compareOpenApi(before: JsonObject, after: JsonObject): readonly ApiDifference[] {
  const schemas = new SchemaComparison(before, after);
  const felt = new Map<string, { readonly finding: Finding; readonly by: Set<string> }>();
  const add: Add = (findings, by) => {
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

interface Row {
  readonly place: string;
  readonly operation: JsonObject;
  readonly id: string;
}

function compareTables(before: JsonObject, after: JsonObject, schemas: SchemaComparison, add: Add): void {
  const [was, is] = [rowsOf(before), rowsOf(after)];
  const byId = new Map([...is.values()].map((row) => [row.id, row]));
  const found = new Set<Row>();
  const servers = compareServers(before, after);
  for (const [key, old] of was) {
    const now = is.get(key) ?? byId.get(old.id);
    const at = { place: old.place, direction: null };
    if (now === undefined) add([{ ...at, code: 'operation-removed', was: old.id, is: null }], old.id);
    else {
      found.add(now);
      if (!is.has(key)) add([{ ...at, code: 'operation-moved', was: old.place, is: now.place }], now.id);
      const sides = { before: { document: before, ...old }, after: { document: after, ...now } };
      add([...servers, ...compareOperations({ ...sides, place: now.place, schemas })], now.id);
    }
  }
  for (const now of is.values()) {
    const at = { place: now.place, direction: null };
    if (!found.has(now)) add([{ ...at, code: 'operation-added', was: null, is: now.id }], now.id);
  }
}

/** Where the API is; without a word at the address of the document. */
function compareServers(before: JsonObject, after: JsonObject): readonly Finding[] {
  const addresses = ({ servers }: JsonObject): readonly string[] => {
    const said = listOf(servers).map((server) => textOf(objectOf(server)['url']) ?? '/');
    return said.length === 0 ? ['/'] : said;
  };
  const codes = { gone: 'server-removed', come: 'server-added' } as const;
  return setFindings(addresses(before), addresses(after), codes, { place: 'servers', direction: null });
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

/** Files that were right should be right. */
function compareKinds(before: JsonObject, after: JsonObject, schemas: SchemaComparison, add: Add): void {
  const [was, is] = [objectOf(before['x-kinds']), objectOf(after['x-kinds'])];
  for (const kind of new Set([...Object.keys(was), ...Object.keys(is)])) {
    const codes = { gone: 'kind-removed', come: 'kind-added' } as const;
    const names = (of: JsonObject): readonly string[] => (kind in of ? [kind] : []);
    add(setFindings(names(was), names(is), codes, { place: kind, direction: 'sent' }), kind);
    if (!(kind in was) || !(kind in is)) continue;
    const [old, now] = [resolve(before, was[kind]).value, resolve(after, is[kind]).value];
    add(addresses(textOf(old['plural']), textOf(now['plural']), kind), kind);
    add(schemas.compare(old['schema'] ?? {}, now['schema'] ?? {}, { place: kind, direction: 'sent' }), kind);
  }
}

/** Where resources of a kind are, and which directory is theirs. A document that does not say it promised none. */
function addresses(was: string | undefined, is: string | undefined, kind: string): readonly Finding[] {
  if (was === undefined || is === undefined || was === is) return [];
  return [{ place: kind, direction: 'sent', code: 'kind-moved', was, is }];
}

/** Breaking before compatible happens to be the order of the alphabet. */
function orderOf({ code, is, place, rating, was }: ApiDifference): string {
  return [rating, place, code, was ?? '', is ?? ''].join('\u0000');
}
