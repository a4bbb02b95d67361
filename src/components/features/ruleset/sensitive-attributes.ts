import { entriesOf, memberOf } from '../../../engine/json-fields.ts';
import type { Resource } from '../../../engine/resource.ts';
import type { SensitiveAttributes } from '../evaluation/ruleset.ts';
import { inOrder } from '../conditions/in-order.ts';

/** What descriptions of kinds of context say must not be reported; kinds of which nothing is secret are left out. */
export function sensitiveAttributes(kinds: readonly Pick<Resource, 'key' | 'body'>[]): SensitiveAttributes {
  const found = kinds.map(({ body, key }): readonly [string, readonly string[]] => {
    const attributes = entriesOf(body['attributes']).filter(([, about]) => memberOf(about, 'sensitive') === true);
    return [key, inOrder(attributes.map(([name]) => name))];
  });
  const some = found.filter(([, names]) => names.length > 0);
  return Object.fromEntries(some.toSorted(([left], [right]) => (left < right ? -1 : 1)));
}
