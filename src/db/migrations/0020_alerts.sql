CREATE TABLE "alert_firings" (
	"id" text COLLATE "C" PRIMARY KEY NOT NULL,
	"environment_id" text COLLATE "C" NOT NULL,
	"tenant_id" text COLLATE "C" NOT NULL,
	"rule" text COLLATE "C" NOT NULL,
	"key" text COLLATE "C" NOT NULL,
	"sequence" bigint NOT NULL,
	"severity" text NOT NULL,
	"tags" text[] NOT NULL,
	"count" integer NOT NULL,
	"window_start" timestamp with time zone NOT NULL,
	"window_end" timestamp with time zone NOT NULL,
	"happened_at" timestamp with time zone NOT NULL,
	"fired_at" timestamp with time zone NOT NULL,
	"actions" jsonb NOT NULL
);
--> statement-breakpoint
CREATE TABLE "alert_states" (
	"environment_id" text COLLATE "C" NOT NULL,
	"tenant_id" text COLLATE "C" NOT NULL,
	"rule" text COLLATE "C" NOT NULL,
	"key" text COLLATE "C" NOT NULL,
	"pattern_hash" text NOT NULL,
	"state" jsonb NOT NULL,
	"due_at" timestamp with time zone,
	"forget_at" timestamp with time zone NOT NULL,
	CONSTRAINT "alert_states_pk" PRIMARY KEY("environment_id","tenant_id","rule","key")
);
--> statement-breakpoint
CREATE UNIQUE INDEX "alert_firings_once" ON "alert_firings" USING btree ("environment_id","tenant_id","rule","key","sequence");--> statement-breakpoint
CREATE INDEX "alert_firings_newest" ON "alert_firings" USING btree ("environment_id","id");--> statement-breakpoint
CREATE INDEX "alert_firings_of_tenant" ON "alert_firings" USING btree ("environment_id","tenant_id","id");--> statement-breakpoint
CREATE INDEX "alert_firings_of_rule" ON "alert_firings" USING btree ("environment_id","rule","id");--> statement-breakpoint
CREATE INDEX "alert_states_due" ON "alert_states" USING btree ("due_at");--> statement-breakpoint
CREATE INDEX "alert_states_forget" ON "alert_states" USING btree ("forget_at");--> statement-breakpoint
-- Alarms are read by those whom they concern, and raised by the control plane alone. What is remembered of a rule goes along
-- when an apply renames it.
GRANT SELECT ON "alert_firings" TO dream_app;
--> statement-breakpoint
GRANT SELECT, DELETE, UPDATE ("rule") ON "alert_states" TO dream_app;
--> statement-breakpoint
GRANT SELECT, INSERT ON "alert_firings" TO dream_control_plane;
--> statement-breakpoint
GRANT SELECT, INSERT, UPDATE, DELETE ON "alert_states" TO dream_control_plane;
--> statement-breakpoint
DO $$
DECLARE
  name text;
  within constant text := 'environment_id = current_setting(''dream.environment_id'', true) AND ' ||
    '((SELECT current_setting(''dream.tenant_id'', true) = '''') OR tenant_id = current_setting(''dream.tenant_id'', true))';
BEGIN
  FOREACH name IN ARRAY ARRAY['alert_states', 'alert_firings'] LOOP
    EXECUTE format('ALTER TABLE %I ENABLE ROW LEVEL SECURITY', name);
    EXECUTE format('ALTER TABLE %I FORCE ROW LEVEL SECURITY', name);
    EXECUTE format('CREATE POLICY control_plane ON %I TO dream_control_plane USING (true) WITH CHECK (true)', name);
    EXECUTE format('CREATE POLICY tenant ON %I TO dream_app USING (%s) WITH CHECK (%s)', name, within, within);
  END LOOP;
END $$;
