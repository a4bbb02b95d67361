import type { JsonObject } from '../../engine/json.ts';
import { textsOf } from '../../engine/json-fields.ts';

/** Fields of a flag that belong to the API in an environment: what the files say of them proves nothing. */
export function unmanagedFields(body: JsonObject, environment: string): readonly string[] {
  const here = `environments.${environment}.`;
  return textsOf(body['unmanaged']).flatMap((path) => {
    if (path.startsWith(here)) return [path.slice(here.length)];
    return path.startsWith('environments.') ? [] : [path];
  });
}
