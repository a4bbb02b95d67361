// What is wrong with how PostgreSQL finds the rows for a statement.
import { isJsonObject, type Json, type JsonObject } from '../../../src/engine/json.ts';

/** Rows that a statement may read of one table. A page has 50, a tenant of ordinary size a few hundred of anything. */
export const mostRows = 1000;

/** `reads much of users`, `scans users`: for each table of which the plan reads too many rows, or all of them. */
export function findingsIn(plan: JsonObject, large: ReadonlySet<string>): readonly string[] {
  const read = new Map<string, number>();
  const whole = new Set<string>();
  for (const node of nodesOf(plan)) {
    const table = node['Relation Name'];
    if (typeof table !== 'string' || node['Node Type'] === 'ModifyTable') continue;
    const loops = numberOf(node['Actual Loops']);
    const rows = [
      'Actual Rows',
      'Rows Removed by Filter',
      'Rows Removed by Index Recheck',
      'Rows Removed by Join Filter',
    ]
      .map((field) => numberOf(node[field]))
      .reduce((sum, count) => sum + count);
    read.set(table, (read.get(table) ?? 0) + rows * loops);
    if (node['Node Type'] === 'Seq Scan' && loops > 0 && large.has(table)) whole.add(table);
  }
  return [
    ...[...whole].map((table) => `scans ${table}`),
    ...[...read]
      .filter(([table, rows]) => rows > mostRows && !whole.has(table))
      .map(([table]) => `reads much of ${table}`),
  ];
}

function* nodesOf(node: JsonObject): Generator<JsonObject> {
  yield node;
  const inner: Json | undefined = node['Plans'];
  for (const child of Array.isArray(inner) ? inner : []) {
    if (isJsonObject(child)) yield* nodesOf(child);
  }
}

function numberOf(value: Json | undefined): number {
  return typeof value === 'number' ? value : 0;
}
