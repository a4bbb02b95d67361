import { and, eq, sql } from 'drizzle-orm';
import type { Session } from '../../../db/contract.ts';
import { runPrepared } from '../../../db/run-prepared.ts';
import { environments, resources } from '../../../db/tables/index.ts';
import type { JsonObject } from '../../../engine/json.ts';
import { relationships } from '../tables.ts';
import {
  everybodyStatement,
  factsOfUsersStatement,
  factsStatement,
  refuseStaleStatement,
  tuplesOfTypeStatement,
} from './statements.ts';

/** The environment's revision, and with it all that the policy is made of, as one statement sees them. */
export async function selectPolicySource(
  session: Session,
  kinds: readonly string[],
): Promise<{
  readonly revision: number;
  readonly resources: readonly { readonly kind: string; readonly key: string; readonly body: JsonObject }[];
}> {
  const rows = await session.tx
    .select({
      revision: environments.revision,
      kind: resources.kind,
      key: resources.key,
      body: resources.body,
    })
    .from(environments)
    .leftJoin(
      resources,
      and(eq(resources.environmentId, environments.id), sql`${resources.kind} = any(${sql.param(kinds)}::text[])`),
    )
    .where(eq(environments.id, session.environmentId));
  return {
    revision: rows[0]?.revision ?? 0,
    resources: rows.flatMap(({ kind, key, body }) =>
      kind === null || key === null || body === null ? [] : [{ kind, key, body }],
    ),
  };
}

/** What is stored about the subjects and the tenant of a question, in the form of JSON. */
export interface StoredFacts {
  readonly revision: number;
  readonly tenant: StoredTenant | null;
  /** Of the users asked for, those that are members. */
  readonly members: readonly string[];
  /** Of the service accounts asked for, those that the tenant has. */
  readonly accounts: readonly string[];
  /** Roles of users by live cross-tenant grants. */
  readonly grants: readonly { readonly user: string; readonly roles: readonly string[] }[];
  readonly assignments: readonly { readonly type: string; readonly id: string; readonly role: string }[];
  readonly users: readonly StoredUser[];
  readonly tuples: readonly StoredTuple[];
}

export interface StoredTenant {
  readonly name: string;
  readonly currency: string | null;
  readonly region: string | null;
  readonly dataResidency: string | null;
  readonly attributes: JsonObject;
}

export interface StoredUser {
  readonly id: string;
  readonly email: string | null;
  readonly name: string | null;
  readonly attributes: JsonObject;
}

/** The same, and the access version of the tenant at that moment; 0 as long as nobody has changed anything there. */
export interface VersionedFacts extends StoredFacts {
  readonly version: number;
}

/** Type and id of the resource, relation, type and id of the subject. */
export type StoredTuple = readonly [string, string, string, string, string];

export interface FactsRequest {
  readonly tenant: string;
  readonly users: readonly string[];
  readonly accounts: readonly string[];
  readonly resources: readonly { readonly type: string; readonly id: string }[];
  readonly now: Date;
}

/**
 * All of it in one statement, and so in one round trip and of one moment. Of relationships, those of the resources
 * and of what these are related to, as far as they name a subject asked for: who else stands in them is no matter.
 */
export async function selectFacts(session: Session, request: FactsRequest): Promise<VersionedFacts> {
  const { users: userIds, accounts, resources: named } = request;
  const params = [
    session.environmentId,
    request.tenant,
    request.now.toISOString(),
    userIds,
    named.map(({ type }) => type),
    named.map(({ id }) => id),
    [...userIds, ...accounts],
  ];
  return onlyFacts(
    accounts.length === 0
      ? await runPrepared<FactsRow<VersionedFacts>>(session, factsOfUsersStatement, params)
      : await runPrepared<FactsRow<VersionedFacts>>(session, factsStatement, [...params, accounts]),
  );
}

/**
 * Has the transaction end as a conflict, and run again, unless what was decided by still holds: the tenant's access
 * version, and the revision of the environment. `onRefused` is called where it does not.
 */
export function refuseStale(
  session: Session,
  tenant: string,
  { version, revision }: { readonly version: number; readonly revision: number },
  onRefused: () => void,
): void {
  session.leaveForTheEnd(refuseStaleStatement, [session.environmentId, tenant, version, revision], onRefused);
}

/**
 * The same of everybody who may act within the tenant: members, service accounts, and guests by a live grant. Of
 * relationships, those of the one resource, or none.
 */
export async function selectEverybody(
  session: Session,
  {
    tenant,
    resource,
    now,
  }: {
    readonly tenant: string;
    readonly resource: { readonly type: string; readonly id: string } | null;
    readonly now: Date;
  },
): Promise<StoredFacts> {
  return onlyFacts(
    await runPrepared<FactsRow<StoredFacts>>(session, everybodyStatement, [
      session.environmentId,
      tenant,
      now.toISOString(),
      resource?.type ?? null,
      resource?.id ?? null,
    ]),
  );
}

/** Relationships of all resources of a type, and of what these are related to, as far as they name the subject. */
export async function selectTuplesOfType(
  session: Session,
  { tenant, type, subject }: { readonly tenant: string; readonly type: string; readonly subject: string },
): Promise<readonly StoredTuple[]> {
  const [row] = await runPrepared<{ readonly tuples: readonly StoredTuple[] }>(session, tuplesOfTypeStatement, [
    session.environmentId,
    tenant,
    type,
    [subject],
  ]);
  return row?.tuples ?? [];
}

/** Ids of the resources of a type that any relationship of the tenant speaks of, in order. */
export async function selectResourceIds(session: Session, tenant: string, type: string): Promise<readonly string[]> {
  const rows = await session.tx
    .selectDistinct({ id: relationships.resourceId })
    .from(relationships)
    .where(
      and(
        eq(relationships.environmentId, session.environmentId),
        eq(relationships.tenantId, tenant),
        eq(relationships.resourceType, type),
      ),
    )
    .orderBy(relationships.resourceId);
  return rows.map(({ id }) => id);
}

interface FactsRow<Read extends StoredFacts> {
  readonly facts: Read;
}

function onlyFacts<Read extends StoredFacts>(rows: readonly FactsRow<Read>[]): Read {
  const [row] = rows;
  if (row === undefined) throw new RangeError('a select without a table gave no row');
  return row.facts;
}
