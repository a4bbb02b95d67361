CREATE TABLE "audit_month_counts" (
	"month" date NOT NULL,
	"environment_id" text NOT NULL,
	"tenant_id" text NOT NULL,
	"first" bigint NOT NULL,
	"last" bigint NOT NULL,
	"entries" bigint,
	CONSTRAINT "audit_month_counts_pk" PRIMARY KEY("month","environment_id","tenant_id")
);
--> statement-breakpoint
-- Compared by bytes, as in the tables that it is held against. Rows of the present month change all day: room beside each.
ALTER TABLE "audit_month_counts" ALTER COLUMN "environment_id" TYPE text COLLATE "C", ALTER COLUMN "tenant_id" TYPE text COLLATE "C",
  SET (fillfactor = 50);
--> statement-breakpoint
GRANT SELECT ON "audit_month_counts" TO dream_control_plane;
--> statement-breakpoint
ALTER TABLE "audit_month_counts" ENABLE ROW LEVEL SECURITY;
--> statement-breakpoint
ALTER TABLE "audit_month_counts" FORCE ROW LEVEL SECURITY;
--> statement-breakpoint
-- For its members as well, whether or not they inherit its rights: the owner, as whom triggers count, is one.
CREATE POLICY control_plane ON "audit_month_counts"
  USING ((SELECT pg_has_role(current_user, 'dream_control_plane', 'MEMBER')))
  WITH CHECK ((SELECT pg_has_role(current_user, 'dream_control_plane', 'MEMBER')));
--> statement-breakpoint
-- The application has no right to it. Should it ever get one, then to a tenant's own.
CREATE POLICY tenant ON "audit_month_counts" TO dream_app
  USING (environment_id = current_setting('dream.environment_id', true)
    AND ((SELECT current_setting('dream.tenant_id', true) = '') OR tenant_id = current_setting('dream.tenant_id', true)))
  WITH CHECK (environment_id = current_setting('dream.environment_id', true)
    AND ((SELECT current_setting('dream.tenant_id', true) = '') OR tenant_id = current_setting('dream.tenant_id', true)));
--> statement-breakpoint
-- Counts places as they are given, as the owner of the tables: nobody is believed who says how many. Always in one order, so
-- that those who give and take places of the same chains wait for each other and never in a circle.
CREATE FUNCTION dream_count_places() RETURNS trigger
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public AS $$
BEGIN
  INSERT INTO public.audit_month_counts AS counted (month, environment_id, tenant_id, first, last, entries)
  SELECT date_trunc('month', recorded_at AT TIME ZONE 'UTC')::date, environment_id, tenant_id,
    min(sequence), max(sequence), count(*)
  FROM given GROUP BY 1, 2, 3 ORDER BY 1, 2, 3
  ON CONFLICT (month, environment_id, tenant_id) DO UPDATE SET first = least(counted.first, excluded.first),
    last = greatest(counted.last, excluded.last), entries = counted.entries + excluded.entries;
  RETURN NULL;
END $$;
--> statement-breakpoint
-- Of a chain that loses places, all of a month is counted once it is asked for: what is first and last is not known, and
-- whoever deletes millions part by part must not count what is left each time. Locked in the same order as above.
CREATE FUNCTION dream_forget_places() RETURNS trigger
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public AS $$
BEGIN
  PERFORM FROM public.audit_month_counts AS counted
  WHERE (counted.month, counted.environment_id, counted.tenant_id) IN (
    SELECT date_trunc('month', recorded_at AT TIME ZONE 'UTC')::date, environment_id, tenant_id FROM taken)
  ORDER BY counted.month, counted.environment_id, counted.tenant_id FOR NO KEY UPDATE;
  UPDATE public.audit_month_counts AS counted SET entries = NULL
  FROM (SELECT DISTINCT date_trunc('month', recorded_at AT TIME ZONE 'UTC')::date AS month, environment_id, tenant_id FROM taken)
    AS lost
  WHERE (counted.month, counted.environment_id, counted.tenant_id) = (lost.month, lost.environment_id, lost.tenant_id)
    AND counted.entries IS NOT NULL;
  RETURN NULL;
END $$;
--> statement-breakpoint
REVOKE ALL ON FUNCTION dream_count_places() FROM PUBLIC;
--> statement-breakpoint
REVOKE ALL ON FUNCTION dream_forget_places() FROM PUBLIC;
--> statement-breakpoint
-- Nobody opens a month meanwhile: whoever does locks the same tables in another order.
DO $$ BEGIN PERFORM pg_advisory_xact_lock(hashtext('dream_open_month')); END $$;
--> statement-breakpoint
CREATE TRIGGER count_places AFTER INSERT ON "audit_seals" REFERENCING NEW TABLE AS given
  FOR EACH STATEMENT EXECUTE FUNCTION dream_count_places();
--> statement-breakpoint
CREATE TRIGGER forget_places AFTER DELETE ON "audit_seals" REFERENCING OLD TABLE AS taken
  FOR EACH STATEMENT EXECUTE FUNCTION dream_forget_places();
--> statement-breakpoint
-- Those given before. Nobody gives any meanwhile: triggers are made under a lock that lasts as long as this transaction. By
-- partition, since the table as a whole is bound by row-level security, the owner too.
DO $$
DECLARE
  of_month regclass;
BEGIN
  FOR of_month IN SELECT inhrelid::regclass FROM pg_inherits WHERE inhparent = 'public.audit_seals'::regclass LOOP
    EXECUTE format('INSERT INTO public.audit_month_counts (month, environment_id, tenant_id, first, last, entries)
      SELECT date_trunc(''month'', recorded_at AT TIME ZONE ''UTC'')::date, environment_id, tenant_id,
        min(sequence), max(sequence), count(*)
      FROM %s GROUP BY 1, 2, 3', of_month);
  END LOOP;
END $$;
--> statement-breakpoint
-- Whether the sealer has gone past all entries of a month: by the last of them, which is one step in an index.
CREATE FUNCTION dream_is_sealed(of_month text) RETURNS boolean
LANGUAGE plpgsql SET search_path = pg_catalog, public AS $$
DECLARE
  found_so boolean;
BEGIN
  EXECUTE format('SELECT NOT EXISTS (
      SELECT FROM (SELECT transaction, id FROM public.%I ORDER BY transaction DESC, id DESC LIMIT 1) AS newest
      WHERE NOT EXISTS (SELECT FROM public.followers AS sealer WHERE sealer.name = ''audit-sealer''
        AND (sealer.transaction, sealer.id) >= (newest.transaction, newest.id))
    )', 'audit_entries_' || of_month) INTO found_so;
  RETURN found_so;
END $$;
--> statement-breakpoint
REVOKE ALL ON FUNCTION dream_is_sealed(text) FROM PUBLIC;
--> statement-breakpoint
-- Counts a month anew by what is there: for chains that have lost places, and where what was counted as they were given
-- differs from what was written, as after a load with triggers switched off.
--
-- All is counted before anything is written: whoever follows the record waits for a transaction from then on. What is
-- counted is in an index, in the order in which it is grouped; left to itself, PostgreSQL takes its pages for four times as
-- dear as those of a table.
CREATE FUNCTION dream_recount_month(moment timestamptz) RETURNS void
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public SET lock_timeout = '2s'
SET jit = off SET random_page_cost = 1 AS $$
DECLARE
  begun constant timestamp := date_trunc('month', moment AT TIME ZONE 'UTC');
  of_month constant text := to_char(begun, 'YYYY_MM');
  chains record;
BEGIN
  IF to_regclass(format('public.%I', 'audit_seals_' || of_month)) IS NULL THEN
    RETURN;
  END IF;
  EXECUTE format('LOCK TABLE public.%I IN SHARE ROW EXCLUSIVE MODE', 'audit_seals_' || of_month);
  EXECUTE format('SELECT array_agg(environment_id) AS environments, array_agg(tenant_id) AS tenants,
      array_agg(first) AS firsts, array_agg(last) AS lasts, array_agg(entries) AS counts
    FROM (
      SELECT environment_id, tenant_id, min(sequence) AS first, max(sequence) AS last, count(*) AS entries
      FROM public.%I GROUP BY 1, 2
    ) AS found', 'audit_seals_' || of_month) INTO chains;
  DELETE FROM public.audit_month_counts WHERE month = begun::date;
  INSERT INTO public.audit_month_counts (month, environment_id, tenant_id, first, last, entries)
  SELECT begun::date, found.* FROM unnest(chains.environments, chains.tenants, chains.firsts, chains.lasts, chains.counts)
    AS found;
END $$;
--> statement-breakpoint
REVOKE ALL ON FUNCTION dream_recount_month(timestamptz) FROM PUBLIC;
--> statement-breakpoint
GRANT EXECUTE ON FUNCTION dream_recount_month(timestamptz) TO dream_retention;
--> statement-breakpoint
-- Says how many entries of a month there are, by chain, for a transaction that says of all of them that they are gone and
-- then has the month dropped. From here on until it ends nobody else writes of that month, so that what is said is what
-- goes. Reads what was counted as places were given, unless a chain has lost some. No rows where the month is in use, or
-- not all of its entries have their places as yet.
CREATE OR REPLACE FUNCTION dream_count_month(moment timestamptz)
RETURNS TABLE (environment_id text, tenant_id text, first bigint, last bigint, entries bigint)
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public SET lock_timeout = '2s' AS $$
#variable_conflict use_column
DECLARE
  begun constant timestamp := date_trunc('month', moment AT TIME ZONE 'UTC');
  of_month constant text := to_char(begun, 'YYYY_MM');
BEGIN
  IF to_regclass(format('public.%I', 'audit_entries_' || of_month)) IS NULL THEN
    RETURN;
  END IF;
  BEGIN
    EXECUTE format('LOCK TABLE public.%I, public.%I IN SHARE ROW EXCLUSIVE MODE',
      'audit_entries_' || of_month, 'audit_seals_' || of_month);
  EXCEPTION WHEN lock_not_available OR undefined_table THEN
    RETURN;
  END;
  IF NOT dream_is_sealed(of_month) THEN
    RETURN;
  END IF;
  IF (SELECT count(*) = 0 OR bool_or(entries IS NULL) FROM public.audit_month_counts WHERE month = begun::date) THEN
    PERFORM dream_recount_month(moment);
  END IF;
  RETURN QUERY SELECT environment_id, tenant_id, first, last, entries FROM public.audit_month_counts
    WHERE month = begun::date ORDER BY environment_id, tenant_id;
END $$;
--> statement-breakpoint
-- Servers of a version before do not say how many entries were written: they leave whole months to those of this one.
CREATE OR REPLACE FUNCTION dream_drop_whole_month(moment timestamptz, newest xid8) RETURNS boolean
LANGUAGE sql SET search_path = pg_catalog, public AS 'SELECT false';
--> statement-breakpoint
-- Drops the partitions of a month as before, but by what was counted as its places were given.
--
-- As before, it does so as the owner of the tables, once the transaction that asks for it says of all of it that it is
-- gone: for each chain it has prunings of as many entries as have their places there, and of all of them together there
-- are as many as were `written`. Not a month that ended less than 90 days ago, not one that has anything written after
-- `newest`, or given back, and not one that the sealer has not gone past. Says whether they are gone.
--
-- Nobody reads or writes any entry while the lock is held, and everybody waits behind it while it is waited for. So it is
-- waited for only for a moment, and then let go and tried again; what takes time is done before, and files are deleted
-- after it is let go.
CREATE FUNCTION dream_drop_whole_month(moment timestamptz, newest xid8, written bigint) RETURNS boolean
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public SET lock_timeout = '50ms' AS $$
DECLARE
  begun constant timestamp := date_trunc('month', moment AT TIME ZONE 'UTC');
  of_month constant text := to_char(begun, 'YYYY_MM');
  parent text;
  differs boolean;
BEGIN
  IF (begun + interval '1 month') AT TIME ZONE 'UTC' > now() - interval '90 days'
    OR to_regclass(format('public.%I', 'audit_entries_' || of_month)) IS NULL THEN
    RETURN false;
  END IF;
  -- Whoever has counted has it already.
  BEGIN
    EXECUTE format('LOCK TABLE public.%I, public.%I IN SHARE ROW EXCLUSIVE MODE',
      'audit_entries_' || of_month, 'audit_seals_' || of_month);
  EXCEPTION WHEN lock_not_available OR undefined_table THEN
    RETURN false;
  END;
  WITH said AS (
    SELECT environment_id, tenant_id, sum(entries) AS entries FROM public.audit_prunings
    WHERE xmin = pg_current_xact_id()::xid GROUP BY 1, 2
  )
  SELECT EXISTS (SELECT FROM public.audit_month_counts AS held LEFT JOIN said USING (environment_id, tenant_id)
    WHERE held.month = begun::date AND (held.entries IS NULL OR held.entries IS DISTINCT FROM said.entries))
    OR (SELECT coalesce(sum(entries), 0) FROM public.audit_month_counts WHERE month = begun::date) IS DISTINCT FROM written
    INTO differs;
  IF differs THEN
    RETURN false;
  END IF;
  FOR attempt IN 1..20 LOOP
    BEGIN
      PERFORM pg_advisory_xact_lock(hashtext('dream_open_month'));
      FOREACH parent IN ARRAY ARRAY['audit_entries', 'audit_mentions', 'audit_seals'] LOOP
        EXECUTE format('LOCK TABLE ONLY public.%I, public.%I IN ACCESS EXCLUSIVE MODE', parent, parent || '_' || of_month);
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
    OR EXISTS (SELECT FROM public.%1$I WHERE transaction = ''0'')', 'audit_entries_' || of_month) INTO differs USING newest;
  IF differs OR NOT dream_is_sealed(of_month) THEN
    RETURN false;
  END IF;
  FOREACH parent IN ARRAY ARRAY['audit_entries', 'audit_mentions', 'audit_seals'] LOOP
    EXECUTE format('DROP TABLE public.%I', parent || '_' || of_month);
  END LOOP;
  DELETE FROM public.audit_month_counts WHERE month = begun::date;
  RETURN true;
END $$;
--> statement-breakpoint
REVOKE ALL ON FUNCTION dream_drop_whole_month(timestamptz, xid8, bigint) FROM PUBLIC;
--> statement-breakpoint
GRANT EXECUTE ON FUNCTION dream_drop_whole_month(timestamptz, xid8, bigint) TO dream_retention;
--> statement-breakpoint
-- Drops the partitions of a month that nothing is in, as before, and what was counted of it.
CREATE OR REPLACE FUNCTION dream_drop_month(moment timestamptz) RETURNS boolean
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public SET lock_timeout = '1s' AS $$
DECLARE
  begun constant timestamp := date_trunc('month', moment AT TIME ZONE 'UTC');
  parent text;
  month_table text;
  found boolean;
  had_places boolean;
BEGIN
  IF (begun + interval '1 month') AT TIME ZONE 'UTC' > now() - interval '90 days' THEN
    RETURN false;
  END IF;
  PERFORM pg_advisory_xact_lock(hashtext('dream_open_month'));
  had_places := to_regclass(format('public.%I', 'audit_seals_' || to_char(begun, 'YYYY_MM'))) IS NOT NULL;
  -- Once without holding anybody up, and once more when nobody can write any more.
  FOR attempt IN 1..2 LOOP
    FOREACH parent IN ARRAY ARRAY['audit_entries', 'audit_mentions', 'audit_seals'] LOOP
      month_table := format('%s_%s', parent, to_char(begun, 'YYYY_MM'));
      CONTINUE WHEN to_regclass(format('public.%I', month_table)) IS NULL;
      IF attempt = 2 THEN
        EXECUTE format('LOCK TABLE ONLY public.%I, public.%I IN ACCESS EXCLUSIVE MODE', parent, month_table);
      END IF;
      EXECUTE format('SELECT EXISTS (SELECT FROM public.%I)', month_table) INTO found;
      IF found THEN
        RETURN false;
      END IF;
    END LOOP;
  END LOOP;
  FOREACH parent IN ARRAY ARRAY['audit_entries', 'audit_mentions', 'audit_seals'] LOOP
    EXECUTE format('DROP TABLE IF EXISTS public.%I', format('%s_%s', parent, to_char(begun, 'YYYY_MM')));
  END LOOP;
  -- Otherwise they may still be where places go of months that have no partition.
  IF had_places THEN
    DELETE FROM public.audit_month_counts WHERE month = begun::date;
  END IF;
  RETURN true;
END $$;
--> statement-breakpoint
-- Whoever applies this: one and the same role owns the tables and what works on them.
DO $$
DECLARE
  owner constant name := (SELECT pg_get_userbyid(relowner) FROM pg_class WHERE oid = 'public.audit_seals'::regclass);
  own regprocedure;
BEGIN
  IF owner <> current_user THEN
    EXECUTE format('ALTER TABLE public.audit_month_counts OWNER TO %I', owner);
    FOR own IN SELECT oid::regprocedure FROM pg_proc WHERE pronamespace = 'public'::regnamespace AND proname IN (
      'dream_count_places', 'dream_forget_places', 'dream_is_sealed', 'dream_recount_month', 'dream_count_month',
      'dream_drop_whole_month', 'dream_drop_month'
    ) LOOP
      EXECUTE format('ALTER FUNCTION %s OWNER TO %I', own, owner);
    END LOOP;
  END IF;
END $$;
