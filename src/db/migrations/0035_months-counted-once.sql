-- Drops the partitions of a month as before, but counts the places in it once and not twice, without compiling for that.
--
-- As before, it does so as the owner of the tables, once the transaction that asks for it says of all of it that it is
-- gone: for each chain it has prunings of as many entries as have their places there. Not a month that ended less than 90
-- days ago, and not one that has anything written after `newest`, or given back. Says whether they are gone.
--
-- Nobody reads or writes any entry while the lock is held, and everybody waits behind it while it is waited for. So it is
-- waited for only for a moment, and then let go and tried again; what takes time is done before, and files are deleted
-- after it is let go.
CREATE OR REPLACE FUNCTION dream_drop_whole_month(moment timestamptz, newest xid8) RETURNS boolean
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public SET lock_timeout = '50ms'
SET jit = off AS $$
DECLARE
  first constant timestamp := date_trunc('month', moment AT TIME ZONE 'UTC');
  month constant text := to_char(first, 'YYYY_MM');
  parent text;
  differs boolean;
BEGIN
  IF (first + interval '1 month') AT TIME ZONE 'UTC' > now() - interval '90 days'
    OR to_regclass(format('public.%I', 'audit_entries_' || month)) IS NULL THEN
    RETURN false;
  END IF;
  EXECUTE format('WITH held AS MATERIALIZED (
      SELECT environment_id, tenant_id, count(*) AS entries FROM public.%2$I GROUP BY 1, 2
    ), said AS (
      SELECT environment_id, tenant_id, sum(entries) AS entries FROM public.audit_prunings
      WHERE xmin = pg_current_xact_id()::xid GROUP BY 1, 2
    )
    SELECT (SELECT count(*) FROM public.%1$I) <> (SELECT coalesce(sum(entries), 0) FROM held) OR EXISTS (
      SELECT FROM held LEFT JOIN said USING (environment_id, tenant_id)
      WHERE held.entries IS DISTINCT FROM said.entries)',
    'audit_entries_' || month, 'audit_seals_' || month) INTO differs;
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
