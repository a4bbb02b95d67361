CREATE TABLE "followers" (
	"name" text COLLATE "C" PRIMARY KEY NOT NULL,
	"transaction" "xid8" NOT NULL,
	"id" text COLLATE "C" NOT NULL,
	"updated_at" timestamp with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "audit_chains" (
	"environment_id" text COLLATE "C" NOT NULL,
	"tenant_id" text COLLATE "C" NOT NULL,
	"size" bigint NOT NULL,
	"head" "bytea" NOT NULL,
	"frontier" "bytea" NOT NULL,
	CONSTRAINT "audit_chains_pk" PRIMARY KEY("environment_id","tenant_id")
);
--> statement-breakpoint
CREATE TABLE "audit_checkpoints" (
	"environment_id" text COLLATE "C" NOT NULL,
	"tenant_id" text COLLATE "C" NOT NULL,
	"size" bigint NOT NULL,
	"root" "bytea" NOT NULL,
	"note" text NOT NULL,
	"signed_at" timestamp with time zone NOT NULL,
	CONSTRAINT "audit_checkpoints_pk" PRIMARY KEY("environment_id","tenant_id","size")
);
--> statement-breakpoint
CREATE TABLE "audit_entries" (
	"id" text COLLATE "C" NOT NULL,
	"transaction" "xid8" DEFAULT pg_current_xact_id() NOT NULL,
	"environment_id" text COLLATE "C" NOT NULL,
	"tenant_id" text COLLATE "C" NOT NULL,
	"recorded_at" timestamp with time zone NOT NULL,
	"occurred_at" timestamp with time zone NOT NULL,
	"action" text COLLATE "C" NOT NULL,
	"outcome" text NOT NULL,
	"actor_type" text COLLATE "C" NOT NULL,
	"actor_id" text COLLATE "C" NOT NULL,
	"resource_type" text COLLATE "C",
	"resource_id" text COLLATE "C",
	"ip" text COLLATE "C",
	"request_id" text COLLATE "C",
	"body" text NOT NULL,
	CONSTRAINT "audit_entries_pk" PRIMARY KEY("id","recorded_at")
) PARTITION BY RANGE ("recorded_at");
--> statement-breakpoint
CREATE TABLE "audit_mentions" (
	"environment_id" text COLLATE "C" NOT NULL,
	"tenant_id" text COLLATE "C" NOT NULL,
	"resource_type" text COLLATE "C" NOT NULL,
	"resource_id" text COLLATE "C" NOT NULL,
	"recorded_at" timestamp with time zone NOT NULL,
	"entry_id" text COLLATE "C" NOT NULL,
	CONSTRAINT "audit_mentions_pk" PRIMARY KEY("environment_id","tenant_id","resource_id","recorded_at","entry_id","resource_type")
) PARTITION BY RANGE ("recorded_at");
--> statement-breakpoint
CREATE TABLE "audit_personal" (
	"entry_id" text COLLATE "C" PRIMARY KEY NOT NULL,
	"environment_id" text COLLATE "C" NOT NULL,
	"tenant_id" text COLLATE "C" NOT NULL,
	"recorded_at" timestamp with time zone NOT NULL,
	"subject" text COLLATE "C" NOT NULL,
	"salt" "bytea" NOT NULL,
	"payload" text NOT NULL
);
--> statement-breakpoint
CREATE TABLE "audit_receipts" (
	"environment_id" text COLLATE "C" NOT NULL,
	"tenant_id" text COLLATE "C" NOT NULL,
	"key" text COLLATE "C" NOT NULL,
	"entry_id" text COLLATE "C" NOT NULL,
	"content_hash" text NOT NULL,
	"recorded_at" timestamp with time zone NOT NULL,
	CONSTRAINT "audit_receipts_pk" PRIMARY KEY("environment_id","tenant_id","key")
);
--> statement-breakpoint
CREATE TABLE "audit_seals" (
	"environment_id" text COLLATE "C" NOT NULL,
	"tenant_id" text COLLATE "C" NOT NULL,
	"sequence" bigint NOT NULL,
	"entry_id" text COLLATE "C" NOT NULL,
	"recorded_at" timestamp with time zone NOT NULL,
	"leaf" "bytea" NOT NULL,
	"hash" "bytea" NOT NULL,
	"previous_hash" "bytea" NOT NULL,
	CONSTRAINT "audit_seals_pk" PRIMARY KEY("environment_id","tenant_id","sequence","recorded_at")
) PARTITION BY RANGE ("recorded_at");
--> statement-breakpoint
CREATE TABLE "audit_signing_keys" (
	"environment_id" text COLLATE "C" NOT NULL,
	"id" text COLLATE "C" NOT NULL,
	"verifier" text NOT NULL,
	"sealed_key" "bytea" NOT NULL,
	"created_at" timestamp with time zone NOT NULL,
	CONSTRAINT "audit_signing_keys_pk" PRIMARY KEY("environment_id","id")
);
--> statement-breakpoint
CREATE TABLE "audit_tiles" (
	"environment_id" text COLLATE "C" NOT NULL,
	"tenant_id" text COLLATE "C" NOT NULL,
	"level" integer NOT NULL,
	"index" bigint NOT NULL,
	"hashes" "bytea" NOT NULL,
	CONSTRAINT "audit_tiles_pk" PRIMARY KEY("environment_id","tenant_id","level","index")
);
--> statement-breakpoint
ALTER TABLE "domain_events" DROP CONSTRAINT "domain_events_environment_id_environments_id_fk";
--> statement-breakpoint
CREATE INDEX "audit_entries_order" ON "audit_entries" USING btree ("transaction","id");--> statement-breakpoint
CREATE INDEX "audit_entries_time" ON "audit_entries" USING btree ("environment_id","tenant_id","recorded_at","id");--> statement-breakpoint
CREATE INDEX "audit_entries_action" ON "audit_entries" USING btree ("environment_id","tenant_id","action","recorded_at","id");--> statement-breakpoint
CREATE INDEX "audit_entries_actor" ON "audit_entries" USING btree ("environment_id","tenant_id","actor_id","recorded_at","id");--> statement-breakpoint
CREATE INDEX "audit_entries_resource" ON "audit_entries" USING btree ("environment_id","tenant_id","resource_id","recorded_at","id") WHERE "audit_entries"."resource_id" IS NOT NULL;--> statement-breakpoint
CREATE INDEX "audit_entries_ip" ON "audit_entries" USING btree ("environment_id","tenant_id","ip","recorded_at","id") WHERE "audit_entries"."ip" IS NOT NULL;--> statement-breakpoint
CREATE INDEX "audit_personal_subject" ON "audit_personal" USING btree ("environment_id","tenant_id","subject");--> statement-breakpoint
CREATE INDEX "audit_personal_time" ON "audit_personal" USING btree ("environment_id","tenant_id","recorded_at");--> statement-breakpoint
CREATE INDEX "audit_receipts_time" ON "audit_receipts" USING btree ("recorded_at");--> statement-breakpoint
CREATE UNIQUE INDEX "audit_seals_entry" ON "audit_seals" USING btree ("entry_id","recorded_at");--> statement-breakpoint
-- What is written in a month without a partition of its own is kept here.
CREATE TABLE "audit_entries_other" PARTITION OF "audit_entries" DEFAULT;
--> statement-breakpoint
CREATE TABLE "audit_mentions_other" PARTITION OF "audit_mentions" DEFAULT;
--> statement-breakpoint
CREATE TABLE "audit_seals_other" PARTITION OF "audit_seals" DEFAULT;
--> statement-breakpoint
-- Opens the partitions of one month, as the owner of the tables, which the servers' own roles are not, and takes over
-- what lies in the default partition already. Attaching, unlike creating as a partition, lets others go on writing.
CREATE FUNCTION dream_open_month(moment timestamptz) RETURNS void
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public AS $$
DECLARE
  first constant timestamp := date_trunc('month', moment AT TIME ZONE 'UTC');
  parent text;
  month text;
BEGIN
  PERFORM pg_advisory_xact_lock(hashtext('dream_open_month'));
  FOREACH parent IN ARRAY ARRAY['audit_entries', 'audit_mentions', 'audit_seals'] LOOP
    month := format('%s_%s', parent, to_char(first, 'YYYY_MM'));
    CONTINUE WHEN to_regclass(format('public.%I', month)) IS NOT NULL;
    EXECUTE format('CREATE TABLE public.%I (LIKE public.%I INCLUDING ALL)', month, parent);
    EXECUTE format('WITH moved AS (DELETE FROM public.%I WHERE recorded_at >= %L AND recorded_at < %L RETURNING *)
      INSERT INTO public.%I SELECT * FROM moved',
      parent || '_other', first AT TIME ZONE 'UTC', (first + interval '1 month') AT TIME ZONE 'UTC', month);
    EXECUTE format('ALTER TABLE public.%I ATTACH PARTITION public.%I FOR VALUES FROM (%L) TO (%L)',
      parent, month, first AT TIME ZONE 'UTC', (first + interval '1 month') AT TIME ZONE 'UTC');
  END LOOP;
END $$;
--> statement-breakpoint
REVOKE ALL ON FUNCTION dream_open_month(timestamptz) FROM PUBLIC;
--> statement-breakpoint
GRANT EXECUTE ON FUNCTION dream_open_month(timestamptz) TO dream_control_plane;
--> statement-breakpoint
-- Nobody who serves requests changes or deletes an entry, its place, or what a checkpoint was signed over.
GRANT SELECT, INSERT ON "audit_entries", "audit_mentions", "audit_receipts" TO dream_app, dream_control_plane;
--> statement-breakpoint
GRANT SELECT, INSERT, DELETE ON "audit_personal" TO dream_app, dream_control_plane;
--> statement-breakpoint
GRANT DELETE ON "audit_receipts" TO dream_control_plane;
--> statement-breakpoint
GRANT SELECT ON "audit_seals", "audit_chains", "audit_tiles", "audit_checkpoints" TO dream_app;
--> statement-breakpoint
GRANT SELECT ("environment_id", "id", "verifier", "created_at") ON "audit_signing_keys" TO dream_app;
--> statement-breakpoint
GRANT SELECT, INSERT ON "audit_seals", "audit_checkpoints", "audit_signing_keys" TO dream_control_plane;
--> statement-breakpoint
GRANT SELECT, INSERT, UPDATE ON "audit_chains", "audit_tiles" TO dream_control_plane;
--> statement-breakpoint
GRANT SELECT, INSERT, UPDATE, DELETE ON "followers" TO dream_control_plane;
--> statement-breakpoint
DO $$
DECLARE
  name text;
  within constant text := 'environment_id = current_setting(''dream.environment_id'', true) AND ' ||
    '((SELECT current_setting(''dream.tenant_id'', true) = '''') OR tenant_id = current_setting(''dream.tenant_id'', true))';
BEGIN
  FOREACH name IN ARRAY ARRAY['audit_entries', 'audit_mentions', 'audit_personal', 'audit_receipts', 'audit_seals',
    'audit_chains', 'audit_tiles', 'audit_checkpoints', 'audit_signing_keys', 'followers'] LOOP
    EXECUTE format('ALTER TABLE %I ENABLE ROW LEVEL SECURITY', name);
    EXECUTE format('ALTER TABLE %I FORCE ROW LEVEL SECURITY', name);
    EXECUTE format('CREATE POLICY control_plane ON %I TO dream_control_plane USING (true) WITH CHECK (true)', name);
  END LOOP;
  FOREACH name IN ARRAY ARRAY['audit_entries', 'audit_mentions', 'audit_personal', 'audit_receipts', 'audit_seals',
    'audit_chains', 'audit_tiles', 'audit_checkpoints'] LOOP
    EXECUTE format('CREATE POLICY tenant ON %I TO dream_app USING (%s) WITH CHECK (%s)', name, within, within);
  END LOOP;
  CREATE POLICY environment ON "audit_signing_keys" FOR SELECT TO dream_app
    USING (environment_id = current_setting('dream.environment_id', true));
END $$;
