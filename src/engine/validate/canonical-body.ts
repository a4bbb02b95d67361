import type { JsonObject } from '../json.ts';
import type { KindRegistry } from '../model/registry.ts';
import { canonicalMoney } from './canonical-money.ts';
import { preparedKinds } from './prepared-kind.ts';

/**
 * A body as it is stored: money as canonical decimal strings, as loading files makes them. A body that does
 * not fit its kind comes back as far as it could be read; validation says what is wrong with it.
 */
export function canonicalBody(kind: string, body: JsonObject, registry: KindRegistry): JsonObject {
  const prepared = preparedKinds(registry).get(kind);
  return prepared === undefined ? body : canonicalMoney(prepared.root, body, undefined).document;
}
