import type { JsonObject } from '../../../../engine/json.ts';
import { childPointer } from '../../../../engine/pointer.ts';
import { isOfType } from '../../tenancy/attributes/check-attributes.ts';
import { type DeclaredAttributes, type FixedField, fixedFields, type Tenancy } from '../../tenancy/tenancy.ts';

/** Why a value would be refused if it were given now. */
export type Fault = 'undeclared' | 'mistyped' | 'missing' | 'unlisted';

/** Faults by the field that has them, as errors point at it: `/attributes/seats`. */
export type Faults = ReadonlyMap<string, Fault>;

export function faultsOfAttributes(attributes: JsonObject, declared: DeclaredAttributes | null): Faults {
  const faults = new Map<string, Fault>();
  if (declared === null) return faults;
  for (const [name, value] of Object.entries(attributes)) {
    const declaration = declared.get(name);
    if (declaration === undefined) faults.set(childPointer('/attributes', name), 'undeclared');
    else if (!isOfType(value, declaration.type)) faults.set(childPointer('/attributes', name), 'mistyped');
  }
  for (const [name, { required }] of declared)
    if (required && !Object.hasOwn(attributes, name)) faults.set(childPointer('/attributes', name), 'missing');
  return faults;
}

/** Of what a tenant declares once. Whoever declared nothing has no value that could be at fault. */
export function faultsOfFixedFields(
  declared: { readonly [field in FixedField]: string | null },
  allowed: Tenancy['allowed'],
): Faults {
  return new Map(
    fixedFields.flatMap((field) => {
      const value = declared[field];
      return value === null || allowed[field]?.includes(value) !== false ? [] : [[`/${field}`, 'unlisted'] as const];
    }),
  );
}

/** Faults where there was none. */
export function newFaults(before: Faults, after: Faults): Faults {
  return new Map([...after].filter(([field]) => !before.has(field)));
}
