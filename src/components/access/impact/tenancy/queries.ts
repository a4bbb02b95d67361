import { type SQL, sql } from 'drizzle-orm';
import type { Session } from '../../../../db/contract.ts';
import type { JsonObject } from '../../../../engine/json.ts';
import { tenants, users } from '../../tables.ts';
import { type FixedField, fixedFields } from '../../tenancy/tenancy.ts';

/** Whose values may be at fault. */
export interface Suspects {
  /** Who has a value of one of these attributes; null: who has any attribute. */
  readonly having: readonly string[] | null;
  /** Who lacks one of these attributes. */
  readonly lacking: readonly string[];
}

export interface SuspectTenants extends Suspects {
  /** Whose value is none of these. */
  readonly outside: { readonly [field in FixedField]?: readonly string[] };
}

export interface UserValues extends Record<string, unknown> {
  readonly id: string;
  /** The id, where the directory has no name. */
  readonly name: string;
  /** Those that are suspected, or lacked. */
  readonly attributes: JsonObject;
}

export interface TenantValues extends UserValues {
  readonly currency: string | null;
  readonly region: string | null;
  readonly dataResidency: string | null;
}

export async function selectTenantValues(
  { environmentId, tx }: Session,
  { outside, ...suspects }: SuspectTenants,
): Promise<readonly TenantValues[]> {
  const fields = { currency: sql`t.currency`, region: sql`t.region`, dataResidency: sql`t.data_residency` };
  const elsewhere = fixedFields.flatMap((field) => {
    const allowed = outside[field];
    return allowed === undefined ? [] : [sql`${fields[field]} <> all (${list(allowed)})`];
  });
  const { rows } = await tx.execute<TenantValues>(sql`
    with suspect as (
      select t.* from ${tenants} as t
      where t.environment_id = ${environmentId} and (${sql.join([suspected(suspects), ...elsewhere], sql` or `)})
    )
    select t.id, t.name, t.currency, t.region, t.data_residency as "dataResidency", ${only(suspects)} as attributes
    from suspect as t`);
  return rows;
}

export async function selectUserValues(
  { environmentId, tx }: Session,
  suspects: Suspects,
): Promise<readonly UserValues[]> {
  const { rows } = await tx.execute<UserValues>(sql`
    with suspect as (
      select t.* from ${users} as t where t.environment_id = ${environmentId} and ${suspected(suspects)}
    )
    select t.id, coalesce(t.name, t.id) as name, ${only(suspects)} as attributes from suspect as t`);
  return rows;
}

function suspected({ having, lacking }: Suspects): SQL {
  const has = having === null ? sql`t.attributes <> '{}'::jsonb` : sql`t.attributes ?| ${list(having)}`;
  return sql`(${has} or not t.attributes ?& ${list(lacking)})`;
}

/** What else is kept of somebody may be large, and is nobody's business here. */
function only({ having, lacking }: Suspects): SQL {
  if (having === null) return sql`t.attributes`;
  return sql`(
    select coalesce(jsonb_object_agg(a.key, a.value), '{}'::jsonb) from jsonb_each(t.attributes) as a
    where a.key = any (${list([...having, ...lacking])})
  )`;
}

function list(texts: readonly string[]): SQL {
  return sql`${sql.param([...texts])}::text[]`;
}
