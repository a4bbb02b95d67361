import { makeError } from '../../../../engine/platform-error/index.ts';
import { didYouMean } from '../../../../engine/validate/did-you-mean.ts';
import { type FixedField, fixedFields, type Tenancy } from '../tenancy.ts';
import { tenantErrors } from './errors.ts';

export type FixedFields = { readonly [field in FixedField]: string | null };

/** What a new tenant declares for good: as asked for, else as the Tenancy says, within what it allows. */
export function declareFixedFields(
  given: { readonly [field in FixedField]?: string | null },
  { allowed, defaults }: Tenancy,
): FixedFields {
  const declared = (field: FixedField): string | null => {
    const value = given[field] ?? defaults[field];
    refuseOthers(field, value, allowed[field]);
    return value;
  };
  return { currency: declared('currency'), region: declared('region'), dataResidency: declared('dataResidency') };
}

/** @throws ValidationError `tenants/fixed-field` when a field would become another than it was declared. */
export function refuseOtherFields(
  given: { readonly [field in FixedField]?: string | null },
  declared: FixedFields,
): void {
  for (const field of fixedFields) {
    const value = given[field];
    if (value === undefined || value === declared[field]) continue;
    throw makeError(tenantErrors.fixedField, {
      message: `${field} was declared as ${declared[field] ?? 'nothing'} when the tenant was created and cannot change: ${reasons[field]}.`,
      param: `/${field}`,
    });
  }
}

const reasons: { readonly [field in FixedField]: string } = {
  currency: 'prices and invoices are written in it',
  region: 'payment providers and taxes follow from it',
  dataResidency: 'the data is there already',
};

function refuseOthers(field: FixedField, value: string | null, allowed: readonly string[] | null): void {
  if (allowed === null || (value !== null && allowed.includes(value))) return;
  const details = { allowed };
  const param = `/${field}`;
  if (value === null) {
    throw makeError(tenantErrors.valueMissing, {
      message: `${field} is missing: the Tenancy lists ${allowed.join(', ')} and names no default.`,
      param,
      details,
    });
  }
  throw makeError(tenantErrors.valueNotAllowed, {
    message: `${value} is not a ${field} that the Tenancy allows.`,
    param,
    details: { hint: didYouMean(value, allowed) ?? `There are ${allowed.join(', ')}.`, ...details },
  });
}
