CREATE TABLE "exposures" (
	"environment_id" text NOT NULL,
	"tenant_id" text NOT NULL,
	"flag" text NOT NULL,
	"unit" text NOT NULL,
	"variation" text NOT NULL,
	"first_seen" timestamp with time zone NOT NULL,
	CONSTRAINT "exposures_pk" PRIMARY KEY("environment_id","tenant_id","flag","unit","variation")
);
--> statement-breakpoint
CREATE TABLE "observations" (
	"environment_id" text NOT NULL,
	"tenant_id" text NOT NULL,
	"unit" text NOT NULL,
	"id" text NOT NULL,
	"event" text NOT NULL,
	"properties" jsonb NOT NULL,
	"at" timestamp with time zone NOT NULL,
	CONSTRAINT "observations_pk" PRIMARY KEY("environment_id","tenant_id","unit","id")
);
--> statement-breakpoint
CREATE TABLE "evaluation_counts" (
	"environment_id" text NOT NULL,
	"flag" text NOT NULL,
	"hour" timestamp with time zone NOT NULL,
	"variation" text NOT NULL,
	"reason" text NOT NULL,
	"count" bigint NOT NULL,
	CONSTRAINT "evaluation_counts_pk" PRIMARY KEY("environment_id","flag","hour","variation","reason")
);
--> statement-breakpoint
CREATE TABLE "seen_contexts" (
	"environment_id" text NOT NULL,
	"tenant_id" text NOT NULL,
	"identity" text NOT NULL,
	"context" jsonb NOT NULL,
	"first_seen" timestamp with time zone NOT NULL,
	"last_seen" timestamp with time zone NOT NULL,
	CONSTRAINT "seen_contexts_pk" PRIMARY KEY("environment_id","tenant_id","identity")
);
--> statement-breakpoint
ALTER TABLE "exposures" ADD CONSTRAINT "exposures_environment_id_environments_id_fk" FOREIGN KEY ("environment_id") REFERENCES "public"."environments"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "observations" ADD CONSTRAINT "observations_environment_id_environments_id_fk" FOREIGN KEY ("environment_id") REFERENCES "public"."environments"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "evaluation_counts" ADD CONSTRAINT "evaluation_counts_environment_id_environments_id_fk" FOREIGN KEY ("environment_id") REFERENCES "public"."environments"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "seen_contexts" ADD CONSTRAINT "seen_contexts_environment_id_environments_id_fk" FOREIGN KEY ("environment_id") REFERENCES "public"."environments"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "exposures_flag" ON "exposures" USING btree ("environment_id","flag","unit");--> statement-breakpoint
CREATE INDEX "observations_event" ON "observations" USING btree ("environment_id","unit","event","at");--> statement-breakpoint
CREATE INDEX "evaluation_counts_hour" ON "evaluation_counts" USING btree ("environment_id","hour");--> statement-breakpoint
CREATE INDEX "seen_contexts_last_seen" ON "seen_contexts" USING btree ("environment_id","last_seen");--> statement-breakpoint
-- What is read in order compares by bytes, so that both databases page in the same order.
ALTER TABLE "exposures"
  ALTER COLUMN "tenant_id" TYPE text COLLATE "C",
  ALTER COLUMN "flag" TYPE text COLLATE "C",
  ALTER COLUMN "unit" TYPE text COLLATE "C",
  ALTER COLUMN "variation" TYPE text COLLATE "C";
--> statement-breakpoint
ALTER TABLE "observations"
  ALTER COLUMN "tenant_id" TYPE text COLLATE "C",
  ALTER COLUMN "unit" TYPE text COLLATE "C",
  ALTER COLUMN "id" TYPE text COLLATE "C",
  ALTER COLUMN "event" TYPE text COLLATE "C";
--> statement-breakpoint
ALTER TABLE "evaluation_counts"
  ALTER COLUMN "flag" TYPE text COLLATE "C",
  ALTER COLUMN "variation" TYPE text COLLATE "C",
  ALTER COLUMN "reason" TYPE text COLLATE "C";
--> statement-breakpoint
ALTER TABLE "seen_contexts"
  ALTER COLUMN "tenant_id" TYPE text COLLATE "C",
  ALTER COLUMN "identity" TYPE text COLLATE "C";
--> statement-breakpoint
-- A count is written over again and again: with room on its page no index has to learn of it.
ALTER TABLE "evaluation_counts" SET (fillfactor = 70);
--> statement-breakpoint
GRANT SELECT, INSERT, UPDATE, DELETE ON "exposures", "observations", "evaluation_counts", "seen_contexts"
  TO dream_control_plane, dream_app;
--> statement-breakpoint
DO $$
DECLARE
  name text;
  mine constant text := 'environment_id = current_setting(''dream.environment_id'', true)';
  within constant text := mine ||
    ' AND (current_setting(''dream.tenant_id'', true) = '''' OR tenant_id = current_setting(''dream.tenant_id'', true))';
BEGIN
  FOREACH name IN ARRAY ARRAY['exposures', 'observations', 'evaluation_counts', 'seen_contexts'] LOOP
    EXECUTE format('ALTER TABLE %I ENABLE ROW LEVEL SECURITY', name);
    EXECUTE format('ALTER TABLE %I FORCE ROW LEVEL SECURITY', name);
    EXECUTE format('CREATE POLICY control_plane ON %I TO dream_control_plane USING (true) WITH CHECK (true)', name);
  END LOOP;
  FOREACH name IN ARRAY ARRAY['exposures', 'observations', 'seen_contexts'] LOOP
    EXECUTE format('CREATE POLICY tenant ON %I TO dream_app USING (%s) WITH CHECK (%s)', name, within, within);
  END LOOP;
  EXECUTE format('CREATE POLICY environment ON "evaluation_counts" TO dream_app USING (%s) WITH CHECK (%s)', mine, mine);
END $$;
