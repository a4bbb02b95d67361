import type { Json, JsonObject } from '../../../engine/json.ts';
import { entriesOf, memberOf, textOf } from '../../../engine/json-fields.ts';

/** Attributes that are dates although JSON carries them as texts, by whose they are. */
export interface DeclaredDates {
  readonly user: readonly string[];
  readonly tenant: readonly string[];
  readonly resource: readonly string[];
}

/** Of users and tenants, as the Tenancy declares them. */
export function datesOfTenancy(tenancy: JsonObject | undefined): Pick<DeclaredDates, 'user' | 'tenant'> {
  const attributes = tenancy?.['attributes'];
  return { user: datesIn(memberOf(attributes, 'user')), tenant: datesIn(memberOf(attributes, 'tenant')) };
}

/** Those of `attributes` that are declared as dates: by their type alone, or by their type among other things. */
export function datesIn(attributes: Json | undefined): readonly string[] {
  return entriesOf(attributes).flatMap(([name, declaration]) => {
    const type = textOf(declaration) ?? memberOf(declaration, 'type');
    // The key is the platform's to give, and a name that happens to read like a date is none.
    return type === 'date' && name !== 'key' ? [name] : [];
  });
}
