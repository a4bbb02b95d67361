import type { JsonObject } from '../../../engine/json.ts';
import { entriesOf, memberOf, objectOf, textOf, textsOf } from '../../../engine/json-fields.ts';

const attributeTypes = ['string', 'number', 'boolean', 'date', 'list'] as const;

export type AttributeType = (typeof attributeTypes)[number];

/** Attributes by name. */
export type DeclaredAttributes = ReadonlyMap<string, { readonly type: AttributeType; readonly required: boolean }>;

/** What is declared once for a tenant and cannot change afterwards. */
export const fixedFields = ['currency', 'region', 'dataResidency'] as const;

export type FixedField = (typeof fixedFields)[number];

/** What a project's Tenancy says. */
export interface Tenancy {
  /** The id of the one tenant; null: there may be many. */
  readonly singleTenant: string | null;
  /** The values each may have; null: any. */
  readonly allowed: { readonly [field in FixedField]: readonly string[] | null };
  /** What a new tenant gets that does not say; null: nothing. */
  readonly defaults: { readonly [field in FixedField]: string | null };
  /** Null: anything is taken. */
  readonly tenantAttributes: DeclaredAttributes | null;
  readonly userAttributes: DeclaredAttributes | null;
}

/** `body` of the live Tenancy; undefined where there is none. */
export function tenancyFrom(body: JsonObject | undefined): Tenancy {
  const { attributes, currencies, dataResidency, mode, regions, tenant, ...rest } = body ?? {};
  const defaults = objectOf(rest['defaults']);
  const listOrNull = (value: typeof regions) => (value === undefined ? null : textsOf(value));
  return {
    singleTenant: mode === 'single' ? (textOf(tenant) ?? null) : null,
    allowed: {
      currency: listOrNull(currencies),
      region: listOrNull(regions),
      dataResidency: listOrNull(dataResidency),
    },
    defaults: {
      currency: textOf(defaults['currency']) ?? null,
      region: textOf(defaults['region']) ?? null,
      dataResidency: textOf(defaults['dataResidency']) ?? null,
    },
    tenantAttributes: declaredIn(memberOf(attributes, 'tenant')),
    userAttributes: declaredIn(memberOf(attributes, 'user')),
  };
}

function declaredIn(value: JsonObject[string] | undefined): DeclaredAttributes | null {
  if (value === undefined) return null;
  return new Map(
    entriesOf(value).flatMap(([name, declaration]) => {
      const type = attributeTypes.find((one) => one === (textOf(declaration) ?? memberOf(declaration, 'type')));
      return type === undefined
        ? []
        : [[name, { type, required: memberOf(declaration, 'required') === true }] as const];
    }),
  );
}
