import type { Json, JsonObject } from '../../../../engine/json.ts';
import { listOf, objectOf, textsOf } from '../../../../engine/json-fields.ts';
import { isOneOf, pathOf } from '../condition.ts';
import { contextKindOf } from './references.ts';
import { variationNamed } from './serving.ts';

interface Target {
  readonly kind: string;
  readonly keys: readonly string[];
  readonly variation: string;
}

/**
 * Who is named. Targets of one kind of context stay targets; where several kinds are mixed, which comes first matters
 * there, so that they become the first rules. @throws Inexpressible
 */
export function targetsOf(
  source: JsonObject,
  names: readonly string[],
): { readonly targets?: JsonObject; readonly rules: readonly JsonObject[] } {
  const targets = readTargets(source, names);
  if (targets.length === 0) return { rules: [] };
  const kinds = new Set(targets.map(({ kind }) => kind));
  if (kinds.size > 1) {
    const rules = targets.map(({ keys, kind, variation }) => ({
      if: isOneOf(pathOf(kind, ['key']), keys),
      serve: variation,
    }));
    return { rules };
  }
  const [kind = 'user'] = kinds;
  const byVariation = new Map<string, string[]>();
  const taken = new Set<string>();
  for (const { keys, variation } of targets) {
    const list = byVariation.get(variation) ?? [];
    for (const key of keys) if (!taken.has(key) && taken.add(key)) list.push(key);
    if (list.length > 0) byVariation.set(variation, list);
  }
  const written = [...byVariation].map(([variation, keys]): [string, Json] => [variation, { [pathKind(kind)]: keys }]);
  return { targets: Object.fromEntries(written), rules: [] };
}

function pathKind(kind: string): string {
  return pathOf(kind, ['key']).slice(0, -'.key'.length);
}

/** Where targets are by kind, users are still listed in the older field. */
function readTargets(source: JsonObject, names: readonly string[]): readonly Target[] {
  const users = listOf(source['targets']).map(objectOf);
  const byKind = listOf(source['contextTargets']).map(objectOf);
  const read = byKind.length === 0 ? users : byKind.map((target) => withUsers(target, users));
  return read
    .map((target) => ({
      kind: contextKindOf(target['contextKind']),
      keys: [...new Set(textsOf(target['values']))].filter((key) => key !== ''),
      variation: variationNamed(target['variation'], names),
    }))
    .filter(({ keys }) => keys.length > 0);
}

function withUsers(target: JsonObject, users: readonly JsonObject[]): JsonObject {
  if (contextKindOf(target['contextKind']) !== 'user') return target;
  const listed = users.find(({ variation }) => variation === target['variation']);
  return listed ?? { ...target, values: [] };
}
