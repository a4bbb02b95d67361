CREATE TABLE "audit_stream_places" (
	"environment_id" text COLLATE "C" NOT NULL,
	"stream" text COLLATE "C" NOT NULL,
	"tenant_id" text COLLATE "C" NOT NULL,
	"sequence" bigint DEFAULT 0 NOT NULL,
	"checkpoint" bigint DEFAULT 0 NOT NULL,
	"pruned" bigint DEFAULT 0 NOT NULL,
	"moved_at" timestamp with time zone NOT NULL,
	CONSTRAINT "audit_stream_places_pk" PRIMARY KEY("environment_id","stream","tenant_id")
);
--> statement-breakpoint
CREATE TABLE "audit_stream_states" (
	"environment_id" text COLLATE "C" NOT NULL,
	"stream" text COLLATE "C" NOT NULL,
	"lease" text,
	"leased_until" timestamp with time zone,
	"due_at" timestamp with time zone NOT NULL,
	"failures" integer DEFAULT 0 NOT NULL,
	"failing_since" timestamp with time zone,
	"last_error" text,
	"most" integer,
	"delivered_at" timestamp with time zone,
	CONSTRAINT "audit_stream_states_pk" PRIMARY KEY("environment_id","stream")
);
--> statement-breakpoint
GRANT SELECT, INSERT, UPDATE, DELETE ON "audit_stream_states", "audit_stream_places" TO dream_app;
--> statement-breakpoint
GRANT SELECT, INSERT, UPDATE, DELETE ON "audit_stream_states", "audit_stream_places" TO dream_control_plane;
--> statement-breakpoint
DO $$
DECLARE
  name text;
  here constant text := 'environment_id = current_setting(''dream.environment_id'', true)';
  within constant text := here ||
    ' AND ((SELECT current_setting(''dream.tenant_id'', true) = '''') OR tenant_id = current_setting(''dream.tenant_id'', true))';
BEGIN
  FOREACH name IN ARRAY ARRAY['audit_stream_states', 'audit_stream_places'] LOOP
    EXECUTE format('ALTER TABLE %I ENABLE ROW LEVEL SECURITY', name);
    EXECUTE format('ALTER TABLE %I FORCE ROW LEVEL SECURITY', name);
    EXECUTE format('CREATE POLICY control_plane ON %I TO dream_control_plane USING (true) WITH CHECK (true)', name);
  END LOOP;
  EXECUTE format('CREATE POLICY environment ON audit_stream_states TO dream_app USING (%s) WITH CHECK (%s)', here, here);
  EXECUTE format('CREATE POLICY tenant ON audit_stream_places TO dream_app USING (%s) WITH CHECK (%s)', within, within);
END $$;
