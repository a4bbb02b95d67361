CREATE TABLE "entitlement_counts" (
	"environment_id" text NOT NULL,
	"tenant_id" text NOT NULL,
	"entitlement" text NOT NULL,
	"resets" text NOT NULL,
	"period_start" timestamp with time zone NOT NULL,
	"used" bigint NOT NULL,
	CONSTRAINT "entitlement_counts_pk" PRIMARY KEY("environment_id","tenant_id","entitlement")
);
--> statement-breakpoint
CREATE TABLE "entitlement_overrides" (
	"environment_id" text NOT NULL,
	"tenant_id" text NOT NULL,
	"entitlement" text NOT NULL,
	"value" jsonb NOT NULL,
	"reason" text NOT NULL,
	"expires_at" timestamp with time zone,
	"created_by" text NOT NULL,
	"created_at" timestamp with time zone NOT NULL,
	CONSTRAINT "entitlement_overrides_pk" PRIMARY KEY("environment_id","tenant_id","entitlement")
);
--> statement-breakpoint
ALTER TABLE "entitlement_counts" ADD CONSTRAINT "entitlement_counts_environment_id_environments_id_fk" FOREIGN KEY ("environment_id") REFERENCES "public"."environments"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "entitlement_overrides" ADD CONSTRAINT "entitlement_overrides_environment_id_environments_id_fk" FOREIGN KEY ("environment_id") REFERENCES "public"."environments"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "entitlement_counts_entitlement" ON "entitlement_counts" USING btree ("environment_id","entitlement","tenant_id");--> statement-breakpoint
CREATE INDEX "entitlement_overrides_entitlement" ON "entitlement_overrides" USING btree ("environment_id","entitlement","tenant_id");--> statement-breakpoint
-- What lists are ordered by compares by bytes, so that both databases page in the same order.
ALTER TABLE "entitlement_overrides"
  ALTER COLUMN "tenant_id" TYPE text COLLATE "C",
  ALTER COLUMN "entitlement" TYPE text COLLATE "C";
--> statement-breakpoint
ALTER TABLE "entitlement_counts"
  ALTER COLUMN "tenant_id" TYPE text COLLATE "C",
  ALTER COLUMN "entitlement" TYPE text COLLATE "C";
--> statement-breakpoint
-- A count is written over again and again: with room on its page no index has to learn of it.
ALTER TABLE "entitlement_counts" SET (fillfactor = 70);
--> statement-breakpoint
GRANT SELECT, INSERT, UPDATE, DELETE ON "entitlement_overrides", "entitlement_counts" TO dream_control_plane, dream_app;
--> statement-breakpoint
DO $$
DECLARE
  name text;
  within constant text := 'environment_id = current_setting(''dream.environment_id'', true)'
    ' AND (current_setting(''dream.tenant_id'', true) = '''' OR tenant_id = current_setting(''dream.tenant_id'', true))';
BEGIN
  FOREACH name IN ARRAY ARRAY['entitlement_overrides', 'entitlement_counts'] LOOP
    EXECUTE format('ALTER TABLE %I ENABLE ROW LEVEL SECURITY', name);
    EXECUTE format('ALTER TABLE %I FORCE ROW LEVEL SECURITY', name);
    EXECUTE format('CREATE POLICY control_plane ON %I TO dream_control_plane USING (true) WITH CHECK (true)', name);
    EXECUTE format('CREATE POLICY tenant ON %I TO dream_app USING (%s) WITH CHECK (%s)', name, within, within);
  END LOOP;
END $$;
