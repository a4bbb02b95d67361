-- Counts a month as before, but its entries and their places at the same time, where the server lets one statement have
-- workers: each of the two is left to one of them. Several for the same index mostly wait for each other, since none knows
-- the next page of it before the one that it is on has been read. Nobody but those workers counts, so that the one who asks
-- is free to take what they have found.
--
-- Both are counted before the transaction has a number, since whoever follows the record waits from then on until it ends.
--
-- As before, as the owner of the tables, for a transaction that says of all of them that they are gone and then has the
-- month dropped. From here on until it ends nobody else writes of that month, so that what is said is what goes. No rows
-- where the month is in use, or not all of its entries have their places as yet.
CREATE OR REPLACE FUNCTION dream_count_month(moment timestamptz)
RETURNS TABLE (environment_id text, tenant_id text, first bigint, last bigint, entries bigint)
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public SET lock_timeout = '2s'
SET jit = off SET random_page_cost = 1
SET parallel_setup_cost = 0 SET parallel_tuple_cost = 0 SET parallel_leader_participation = off
SET min_parallel_table_scan_size = 700000000 SET min_parallel_index_scan_size = 700000000 AS $$
DECLARE
  month constant text := to_char(date_trunc('month', moment AT TIME ZONE 'UTC'), 'YYYY_MM');
  counted text;
  chains record;
BEGIN
  IF to_regclass(format('public.%I', 'audit_entries_' || month)) IS NULL THEN
    RETURN;
  END IF;
  BEGIN
    EXECUTE format('LOCK TABLE public.%I, public.%I IN SHARE ROW EXCLUSIVE MODE',
      'audit_entries_' || month, 'audit_seals_' || month);
  EXCEPTION WHEN lock_not_available OR undefined_table THEN
    RETURN;
  END;
  -- Of no environment: all that was written.
  EXECUTE format('SELECT sum(entries) FILTER (WHERE environment_id IS NULL) AS written,
      coalesce(sum(entries) FILTER (WHERE environment_id IS NOT NULL), 0) AS placed,
      array_agg(environment_id) FILTER (WHERE environment_id IS NOT NULL) AS environments,
      array_agg(tenant_id) FILTER (WHERE environment_id IS NOT NULL) AS tenants,
      array_agg(first) FILTER (WHERE environment_id IS NOT NULL) AS firsts,
      array_agg(last) FILTER (WHERE environment_id IS NOT NULL) AS lasts,
      array_agg(entries) FILTER (WHERE environment_id IS NOT NULL) AS counts
    FROM (
      SELECT environment_id, tenant_id, min(sequence) AS first, max(sequence) AS last, count(*) AS entries
      FROM public.%I GROUP BY 1, 2
      UNION ALL
      SELECT NULL, NULL, NULL, NULL, count(*) FROM public.%I
    ) AS parts', 'audit_seals_' || month, 'audit_entries_' || month) INTO chains;
  IF chains.written <> chains.placed THEN
    RETURN;
  END IF;
  counted := format('audit_counted_%s_%s', month, pg_current_xact_id());
  EXECUTE format('CREATE UNLOGGED TABLE public.%I AS
    SELECT * FROM unnest($1, $2, $3, $4, $5) AS chains (environment_id, tenant_id, first, last, entries)', counted)
    USING chains.environments, chains.tenants, chains.firsts, chains.lasts, chains.counts;
  RETURN QUERY EXECUTE format('SELECT * FROM public.%I', counted);
END $$;
