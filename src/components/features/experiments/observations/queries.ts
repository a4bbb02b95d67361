import { and, eq, or, sql } from 'drizzle-orm';
import type { Session } from '../../../../db/contract.ts';
import type { Observations } from '../../../ports.ts';
import { unitText } from '../exposures/queries.ts';
import { observations } from '../tables.ts';

/** Kept in a table of our own, for as long as nobody else keeps what units did. */
export const tableObservations: Observations = {
  async record(session, observed) {
    const rows = new Map(observed.map((one) => [`${one.unit}\n${one.id}`, one]));
    if (rows.size === 0) return;
    const inOrder = [...rows].toSorted(([left], [right]) => (left < right ? -1 : 1)).map(([, one]) => one);
    await session.tx
      .insert(observations)
      .values(
        inOrder.map((one) => ({
          ...one,
          environmentId: session.environmentId,
          tenantId: session.tenantId ?? '',
        })),
      )
      .onConflictDoNothing();
  },

  // What two tell of under one id is one event, and a secret key's word goes before a publishable key's alone.
  async measure(session, { event, property, until }, units) {
    if (units.length === 0) return [];
    const names = sql.param(units.map(({ unit }) => unit));
    const since = sql.param(units.map((unit) => unit.since.toISOString()));
    const { rows } = await session.tx.execute<{ count: number; sum: number }>(sql`
      select m.count, m.sum
      from unnest(${names}::text[], ${since}::timestamptz[]) with ordinality as asked (unit, since, place)
      cross join lateral (
        select count(*)::integer as count, coalesce(sum(one.value), 0)::double precision as sum
        from (
          select distinct on (o.id) ${valueOf(property)} as value
          from observations as o
          where o.environment_id = ${session.environmentId} and o.unit = asked.unit and o.event = ${event}
            and o.at >= asked.since and o.at < ${until?.toISOString() ?? 'infinity'}::timestamptz
            and ${valueOf(property)} is not null
          order by o.id, o.tenant_id = '-', o.tenant_id
        ) as one
        offset 0
      ) as m
      order by asked.place`);
    return rows;
  },
};

function valueOf(property: string | null) {
  return property === null ? sql`0` : sql`(o.properties ->> ${property}::text)::double precision`;
}

/** What was reported for the tenant, and what it did itself. */
export async function deleteObservations({ environmentId, tx }: Session, tenantId: string): Promise<void> {
  const theirs = or(eq(observations.tenantId, tenantId), eq(observations.unit, unitText('tenant.key', tenantId)));
  await tx.delete(observations).where(and(eq(observations.environmentId, environmentId), theirs));
}
