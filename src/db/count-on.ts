import type pg from 'pg';

/** What is stamped with the number of a transaction, or remembers one. */
const stamped = ['audit_entries', 'domain_events', 'followers'] as const;

/**
 * Rows are stamped with the number of the transaction that wrote them, and followers read them in that order, as far as
 * no transaction below is under way. In another cluster, where they came by `pg_restore` or `dream db promote`, numbers
 * begin anew: followers would wait until they are as high again, and new rows would stand before old ones. So where any
 * row is of a transaction that has not begun yet, numbers are counted on from the highest there is. Nothing that was
 * stamped changes, nor any place that somebody remembers.
 *
 * @param client as the owner of the tables
 */
export async function countOnTransactions(client: pg.Client): Promise<void> {
  await client.query('BEGIN');
  try {
    // The owner is bound by row-level security; this role sees all rows.
    await client.query('SET LOCAL ROLE dream_control_plane');
    const newest = stamped.map((table) => `(SELECT transaction FROM ${table} ORDER BY transaction DESC LIMIT 1)`);
    const { rows } = await client.query<{ newest: string; is_ahead: boolean | null }>(
      `SELECT newest::text, newest::text::bigint >= dream_horizon()::text::bigint
          + pg_snapshot_xmax(snapshot)::text::bigint - pg_snapshot_xmin(snapshot)::text::bigint AS is_ahead
        FROM (SELECT greatest(${newest.join(', ')}) AS newest, pg_current_snapshot() AS snapshot) AS found`,
    );
    await client.query('RESET ROLE');
    const [found] = rows;
    if (found?.is_ahead === true) await client.query('SELECT dream_count_on_from($1::xid8)', [found.newest]);
    await client.query('COMMIT');
  } catch (error) {
    await client.query('ROLLBACK').catch(() => undefined);
    throw error;
  }
}
