-- Counts the entries of a month by chain, as the owner of the tables, for a transaction that says of all of them that they
-- are gone and then has the month dropped. From here on until it ends nobody else writes of that month, so that what is
-- said is what goes. No rows where the month is in use, or not all of its entries have their places as yet.
--
-- The counts are also left in a table that only this transaction sees and only the owner writes, from which
-- dream_drop_whole_month takes them, and takes it away: millions of places are counted once, and nobody is believed who
-- says how many. It is in no log and in no publication; a temporary one would need a right that not every owner has.
--
-- What is counted is in indexes, in the order in which it is grouped. Left to itself, PostgreSQL takes their pages for four
-- times as dear as those of a table.
CREATE FUNCTION dream_count_month(moment timestamptz)
RETURNS TABLE (environment_id text, tenant_id text, first bigint, last bigint, entries bigint)
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public SET lock_timeout = '2s'
SET jit = off SET random_page_cost = 1 AS $$
DECLARE
  month constant text := to_char(date_trunc('month', moment AT TIME ZONE 'UTC'), 'YYYY_MM');
  counted text;
  written bigint;
  placed bigint;
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
  EXECUTE format('SELECT count(*) FROM public.%I', 'audit_entries_' || month) INTO written;
  -- Only now: from here on whoever follows the record waits for this transaction.
  counted := format('audit_counted_%s_%s', month, pg_current_xact_id());
  EXECUTE format('CREATE UNLOGGED TABLE public.%I AS
    SELECT environment_id, tenant_id, min(sequence) AS first, max(sequence) AS last, count(*) AS entries
    FROM public.%I GROUP BY 1, 2', counted, 'audit_seals_' || month);
  EXECUTE format('SELECT coalesce(sum(entries), 0) FROM public.%I', counted) INTO placed;
  IF written <> placed THEN
    EXECUTE format('DROP TABLE public.%I', counted);
    RETURN;
  END IF;
  RETURN QUERY EXECUTE format('SELECT * FROM public.%I', counted);
END $$;
--> statement-breakpoint
REVOKE ALL ON FUNCTION dream_count_month(timestamptz) FROM PUBLIC;
--> statement-breakpoint
GRANT EXECUTE ON FUNCTION dream_count_month(timestamptz) TO dream_retention;
--> statement-breakpoint
-- Made anew, so that one and the same role owns both.
DROP FUNCTION dream_drop_whole_month(timestamptz, xid8);
--> statement-breakpoint
-- Drops the partitions of a month as before, but by what dream_count_month has counted in the same transaction, and not at
-- all without that.
--
-- As before, it does so as the owner of the tables, once the transaction that asks for it says of all of it that it is
-- gone: for each chain it has prunings of as many entries as have their places there. Not a month that ended less than 90
-- days ago, and not one that has anything written after `newest`, or given back. Says whether they are gone.
--
-- Nobody reads or writes any entry while the lock is held, and everybody waits behind it while it is waited for. So it is
-- waited for only for a moment, and then let go and tried again; what takes time is done before, and files are deleted
-- after it is let go.
CREATE FUNCTION dream_drop_whole_month(moment timestamptz, newest xid8) RETURNS boolean
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public SET lock_timeout = '50ms' AS $$
DECLARE
  first constant timestamp := date_trunc('month', moment AT TIME ZONE 'UTC');
  month constant text := to_char(first, 'YYYY_MM');
  counted constant regclass := to_regclass(format('public.%I', format('audit_counted_%s_%s', month, pg_current_xact_id())));
  parent text;
  differs boolean;
BEGIN
  IF (first + interval '1 month') AT TIME ZONE 'UTC' > now() - interval '90 days'
    OR to_regclass(format('public.%I', 'audit_entries_' || month)) IS NULL
    OR NOT EXISTS (SELECT FROM pg_class WHERE oid = counted AND pg_get_userbyid(relowner) = current_user) THEN
    RETURN false;
  END IF;
  EXECUTE format('WITH said AS (
      SELECT environment_id, tenant_id, sum(entries) AS entries FROM public.audit_prunings
      WHERE xmin = pg_current_xact_id()::xid GROUP BY 1, 2
    )
    SELECT EXISTS (SELECT FROM %s AS held LEFT JOIN said USING (environment_id, tenant_id)
      WHERE held.entries IS DISTINCT FROM said.entries)', counted) INTO differs;
  EXECUTE format('DROP TABLE %s', counted);
  IF differs THEN
    RETURN false;
  END IF;
  FOR attempt IN 1..20 LOOP
    BEGIN
      PERFORM pg_advisory_xact_lock(hashtext('dream_open_month'));
      FOREACH parent IN ARRAY ARRAY['audit_entries', 'audit_mentions', 'audit_seals'] LOOP
        EXECUTE format('LOCK TABLE ONLY public.%I, public.%I IN ACCESS EXCLUSIVE MODE', parent, parent || '_' || month);
      END LOOP;
      EXIT;
    EXCEPTION WHEN lock_not_available THEN
      IF attempt = 20 THEN
        RETURN false;
      END IF;
      PERFORM pg_sleep(0.1);
    END;
  END LOOP;
  EXECUTE format('SELECT EXISTS (SELECT FROM public.%I WHERE transaction > $1)
    OR EXISTS (SELECT FROM public.%1$I WHERE transaction = ''0'')', 'audit_entries_' || month) INTO differs USING newest;
  IF differs THEN
    RETURN false;
  END IF;
  FOREACH parent IN ARRAY ARRAY['audit_entries', 'audit_mentions', 'audit_seals'] LOOP
    EXECUTE format('DROP TABLE public.%I', parent || '_' || month);
  END LOOP;
  RETURN true;
END $$;
--> statement-breakpoint
REVOKE ALL ON FUNCTION dream_drop_whole_month(timestamptz, xid8) FROM PUBLIC;
--> statement-breakpoint
GRANT EXECUTE ON FUNCTION dream_drop_whole_month(timestamptz, xid8) TO dream_retention;
