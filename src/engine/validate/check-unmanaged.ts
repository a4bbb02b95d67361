import { state } from '../diagnostic/statement.ts';
import type { Json, JsonObject } from '../json.ts';
import { childPointer } from '../pointer.ts';
import { didYouMean } from './did-you-mean.ts';
import type { Finding } from './finding.ts';
import type { PreparedKind } from './prepared-kind.ts';
import { propertyNode, type SchemaNode } from './schema-node.ts';

const fixedFields: ReadonlySet<string> = new Set(['kind', 'key', 'movedFrom', 'protect', 'unmanaged', 'environments']);

/**
 * `unmanaged` paths must name fields that the kind can have: `fallthrough`, `rules[vip].serve`,
 * `environments.production.fallthrough`. `environments` null means that they are not known.
 */
export function checkUnmanaged(
  prepared: PreparedKind,
  document: JsonObject,
  environments: readonly string[] | null,
): readonly Finding[] {
  const paths = document['unmanaged'];
  if (!Array.isArray(paths)) return [];
  return paths.flatMap((path: Json, index): readonly Finding[] => {
    if (typeof path !== 'string') return [];
    const pointer = childPointer('/unmanaged', index);
    if (path === '') return [];
    if (!wellFormed.test(path)) {
      const hint = 'A path is written as `rules[vip].serve`.';
      return [{ ...state('unmanaged/unknown-path', { path, kind: prepared.kind }, { hint }), pointer }];
    }
    const steps = splitPath(path);
    const [first, environment, ...rest] = steps;
    if (first === 'environments' && environment !== undefined) {
      if (environments !== null && !environments.includes(environment)) {
        const hint = didYouMean(environment, environments);
        return [{ ...state('environment/unknown', { name: environment }, { hint }), pointer }];
      }
      return rest.length > 0 ? unknownPath(prepared, path, rest, pointer) : [];
    }
    return unknownPath(prepared, path, steps, pointer);
  });
}

function unknownPath(
  prepared: PreparedKind,
  path: string,
  steps: readonly string[],
  pointer: string,
): readonly Finding[] {
  let nodes: readonly SchemaNode[] = [prepared.root];
  for (const [depth, step] of steps.entries()) {
    if (depth === 0 && fixedFields.has(step)) return [{ ...state('unmanaged/fixed-field', { field: step }), pointer }];
    const next = nodes.flatMap((node) => stepInto(node, step));
    if (next.length === 0) {
      const known = nodes.flatMap((node) => [node, ...node.branches]).flatMap((node) => [...node.properties.keys()]);
      const hint = didYouMean(
        step,
        known.filter((name) => depth > 0 || !fixedFields.has(name)),
      );
      return [{ ...state('unmanaged/unknown-path', { path, kind: prepared.kind }, { hint }), pointer }];
    }
    nodes = next;
  }
  return [];
}

function stepInto(node: SchemaNode, step: string): readonly SchemaNode[] {
  if (node.branches.length > 0) return node.branches.flatMap((branch) => stepInto(branch, step));
  // An entry of a list is named by its key; which entries there will be nobody knows yet.
  if (node.items !== undefined) return [node.items];
  const child = propertyNode(node, step);
  return child === undefined ? [] : [child];
}

const wellFormed = /^[^.[\]]+(?:\[[^\]]+\]|\.[^.[\]]+)*$/;

/** `steps[mail].after` → `steps`, `mail`, `after`. Dots inside brackets belong to the name. */
function splitPath(path: string): readonly string[] {
  return [...path.matchAll(/\[([^\]]*)\]|[^.[\]]+/g)].map((match) => match[1] ?? match[0]);
}
