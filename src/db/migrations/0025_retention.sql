-- The numbers of transactions, as rows are stamped with them and as followers read them. They are PostgreSQL's own, until
-- the rows come into another cluster, whose numbers are smaller: from then on these two add what lies between. In one
-- line of SQL, so that PostgreSQL puts it in their place and no function is called for a row.
CREATE FUNCTION dream_transaction() RETURNS xid8 LANGUAGE sql STABLE AS 'SELECT pg_current_xact_id()';
--> statement-breakpoint
CREATE FUNCTION dream_horizon() RETURNS xid8 LANGUAGE sql STABLE AS 'SELECT pg_snapshot_xmin(pg_current_snapshot())';
--> statement-breakpoint
-- Lets the next transaction have a number greater than `newest`. For whoever owns the tables, at the start of a server.
CREATE FUNCTION dream_count_on_from(newest xid8) RETURNS void
LANGUAGE plpgsql SET search_path = pg_catalog, public AS $$
DECLARE
  further constant bigint := newest::text::bigint + 1 - pg_snapshot_xmax(pg_current_snapshot())::text::bigint;
BEGIN
  EXECUTE format('CREATE OR REPLACE FUNCTION public.dream_transaction() RETURNS xid8 LANGUAGE sql STABLE AS %L',
    format('SELECT (pg_current_xact_id()::text::bigint + %s)::text::xid8', further));
  EXECUTE format('CREATE OR REPLACE FUNCTION public.dream_horizon() RETURNS xid8 LANGUAGE sql STABLE AS %L',
    format('SELECT (pg_snapshot_xmin(pg_current_snapshot())::text::bigint + %s)::text::xid8', further));
END $$;
--> statement-breakpoint
REVOKE ALL ON FUNCTION dream_count_on_from(xid8) FROM PUBLIC;
--> statement-breakpoint
-- Deletes what is past its time, and nobody else may. Bound by the row-level security of `dream_app`, which it is a member of.
DO $$
BEGIN
  IF NOT EXISTS (SELECT FROM pg_roles WHERE rolname = 'dream_retention') THEN
    CREATE ROLE dream_retention NOLOGIN NOSUPERUSER NOBYPASSRLS NOCREATEDB NOCREATEROLE IN ROLE dream_app;
  END IF;
EXCEPTION WHEN duplicate_object OR unique_violation THEN NULL;
END $$;
--> statement-breakpoint
DO $$
DECLARE
  privilege text := CASE WHEN current_setting('server_version_num')::int >= 160000 THEN 'SET' ELSE 'MEMBER' END;
BEGIN
  IF NOT pg_has_role('dream_retention', 'dream_app', 'USAGE') THEN
    GRANT dream_app TO dream_retention;
  END IF;
  IF NOT pg_has_role(current_user, 'dream_retention', privilege) THEN
    EXECUTE format('GRANT dream_retention TO %I', current_user);
  END IF;
END $$;
--> statement-breakpoint
CREATE TABLE "audit_prunings" (
	"environment_id" text COLLATE "C" NOT NULL,
	"tenant_id" text COLLATE "C" NOT NULL,
	"id" text COLLATE "C" NOT NULL,
	"first" bigint NOT NULL,
	"last" bigint NOT NULL,
	"entries" integer NOT NULL,
	"location" text,
	"digest" text,
	"pruned_at" timestamp with time zone NOT NULL,
	CONSTRAINT "audit_prunings_pk" PRIMARY KEY("environment_id","tenant_id","id")
);
--> statement-breakpoint
CREATE TABLE "audit_turns" (
	"name" text COLLATE "C" PRIMARY KEY NOT NULL,
	"until" timestamp with time zone NOT NULL
);
--> statement-breakpoint
ALTER TABLE "domain_events" ALTER COLUMN "transaction" SET DEFAULT dream_transaction();
--> statement-breakpoint
ALTER TABLE "audit_entries" ALTER COLUMN "transaction" SET DEFAULT dream_transaction();
--> statement-breakpoint
ALTER TABLE "audit_entries" ADD COLUMN "restored_until" timestamp with time zone;
--> statement-breakpoint
CREATE INDEX "audit_prunings_last" ON "audit_prunings" USING btree ("environment_id","tenant_id","last");
--> statement-breakpoint
CREATE INDEX "audit_entries_restored" ON "audit_entries" USING btree ("environment_id","restored_until") WHERE "audit_entries"."restored_until" IS NOT NULL;
--> statement-breakpoint
GRANT DELETE ON "audit_entries", "audit_mentions", "audit_seals" TO dream_retention;
--> statement-breakpoint
-- What is given back from an archive.
GRANT INSERT ON "audit_seals" TO dream_retention;
--> statement-breakpoint
GRANT SELECT, INSERT ON "audit_prunings" TO dream_app, dream_control_plane;
--> statement-breakpoint
GRANT SELECT, INSERT, UPDATE, DELETE ON "audit_turns" TO dream_control_plane;
--> statement-breakpoint
DO $$
DECLARE
  name text;
  within constant text := 'environment_id = current_setting(''dream.environment_id'', true) AND ' ||
    '((SELECT current_setting(''dream.tenant_id'', true) = '''') OR tenant_id = current_setting(''dream.tenant_id'', true))';
BEGIN
  FOREACH name IN ARRAY ARRAY['audit_prunings', 'audit_turns'] LOOP
    EXECUTE format('ALTER TABLE %I ENABLE ROW LEVEL SECURITY', name);
    EXECUTE format('ALTER TABLE %I FORCE ROW LEVEL SECURITY', name);
    EXECUTE format('CREATE POLICY control_plane ON %I TO dream_control_plane USING (true) WITH CHECK (true)', name);
  END LOOP;
  EXECUTE format('CREATE POLICY tenant ON "audit_prunings" TO dream_app USING (%s) WITH CHECK (%s)', within, within);
END $$;
--> statement-breakpoint
-- Drops the partitions of a month, as the owner of the tables, once nothing is left in them. Not one that ended less than
-- 90 days ago: no entry is over its time before. Says whether they are gone.
CREATE FUNCTION dream_drop_month(moment timestamptz) RETURNS boolean
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public SET lock_timeout = '1s' AS $$
DECLARE
  first constant timestamp := date_trunc('month', moment AT TIME ZONE 'UTC');
  parent text;
  month text;
  found boolean;
BEGIN
  IF (first + interval '1 month') AT TIME ZONE 'UTC' > now() - interval '90 days' THEN
    RETURN false;
  END IF;
  PERFORM pg_advisory_xact_lock(hashtext('dream_open_month'));
  -- Once without holding anybody up, and once more when nobody can write any more.
  FOR attempt IN 1..2 LOOP
    FOREACH parent IN ARRAY ARRAY['audit_entries', 'audit_mentions', 'audit_seals'] LOOP
      month := format('%s_%s', parent, to_char(first, 'YYYY_MM'));
      CONTINUE WHEN to_regclass(format('public.%I', month)) IS NULL;
      IF attempt = 2 THEN
        EXECUTE format('LOCK TABLE ONLY public.%I, public.%I IN ACCESS EXCLUSIVE MODE', parent, month);
      END IF;
      EXECUTE format('SELECT EXISTS (SELECT FROM public.%I)', month) INTO found;
      IF found THEN
        RETURN false;
      END IF;
    END LOOP;
  END LOOP;
  FOREACH parent IN ARRAY ARRAY['audit_entries', 'audit_mentions', 'audit_seals'] LOOP
    EXECUTE format('DROP TABLE IF EXISTS public.%I', format('%s_%s', parent, to_char(first, 'YYYY_MM')));
  END LOOP;
  RETURN true;
END $$;
--> statement-breakpoint
REVOKE ALL ON FUNCTION dream_drop_month(timestamptz) FROM PUBLIC;
--> statement-breakpoint
GRANT EXECUTE ON FUNCTION dream_drop_month(timestamptz) TO dream_control_plane;
