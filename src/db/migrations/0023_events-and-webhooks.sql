CREATE TABLE "received_events" (
	"environment_id" text NOT NULL,
	"provider" text NOT NULL,
	"event_id" text NOT NULL,
	"received_at" timestamp with time zone NOT NULL,
	CONSTRAINT "received_events_environment_id_provider_event_id_pk" PRIMARY KEY("environment_id","provider","event_id")
);
--> statement-breakpoint
CREATE TABLE "webhook_deliveries" (
	"id" text PRIMARY KEY NOT NULL,
	"environment_id" text NOT NULL,
	"endpoint" text NOT NULL,
	"tenant_id" text NOT NULL,
	"event_id" text NOT NULL,
	"event_type" text NOT NULL,
	"event_transaction" "xid8" NOT NULL,
	"state" text NOT NULL,
	"due_at" timestamp with time zone,
	"taken_until" timestamp with time zone,
	"tries" integer DEFAULT 0 NOT NULL,
	"began_at" timestamp with time zone,
	"attempts" jsonb DEFAULT '[]'::jsonb NOT NULL,
	"created_at" timestamp with time zone NOT NULL,
	"finished_at" timestamp with time zone
);
--> statement-breakpoint
CREATE TABLE "webhook_states" (
	"environment_id" text NOT NULL,
	"endpoint" text NOT NULL,
	"disabled_at" timestamp with time zone,
	"disabled_because" text,
	"failing_since" timestamp with time zone,
	"secret" "bytea",
	"previous_secret" "bytea",
	"previous_until" timestamp with time zone,
	"rated_since" timestamp with time zone,
	"rated" integer DEFAULT 0 NOT NULL,
	CONSTRAINT "webhook_states_environment_id_endpoint_pk" PRIMARY KEY("environment_id","endpoint")
);
--> statement-breakpoint
CREATE INDEX "received_events_time" ON "received_events" USING btree ("received_at");--> statement-breakpoint
CREATE UNIQUE INDEX "webhook_deliveries_event" ON "webhook_deliveries" USING btree ("environment_id","endpoint","event_id");--> statement-breakpoint
CREATE INDEX "webhook_deliveries_due" ON "webhook_deliveries" USING btree ("environment_id","endpoint","due_at") WHERE "webhook_deliveries"."state" = 'pending';--> statement-breakpoint
CREATE INDEX "webhook_deliveries_order" ON "webhook_deliveries" USING btree ("environment_id","endpoint","tenant_id","event_transaction","event_id") WHERE "webhook_deliveries"."state" = 'pending';--> statement-breakpoint
CREATE INDEX "webhook_deliveries_list" ON "webhook_deliveries" USING btree ("environment_id","endpoint","id");--> statement-breakpoint
CREATE INDEX "webhook_deliveries_time" ON "webhook_deliveries" USING btree ("created_at");--> statement-breakpoint
CREATE INDEX "domain_events_feed" ON "domain_events" USING btree ("environment_id","transaction","id");--> statement-breakpoint
CREATE INDEX "domain_events_time" ON "domain_events" USING btree ("environment_id","created_at");
--> statement-breakpoint
-- What has happened is read by whoever it belongs to, and changed by nobody.
GRANT SELECT ON "domain_events" TO dream_app;
--> statement-breakpoint
CREATE POLICY tenant_reads ON "domain_events" FOR SELECT TO dream_app USING (
  environment_id = current_setting('dream.environment_id', true)
  AND ((SELECT current_setting('dream.tenant_id', true) = '') OR tenant_id = current_setting('dream.tenant_id', true))
);
--> statement-breakpoint
GRANT SELECT, INSERT, UPDATE, DELETE ON "webhook_states", "webhook_deliveries", "received_events" TO dream_control_plane;
--> statement-breakpoint
GRANT SELECT, INSERT, UPDATE ON "webhook_states", "webhook_deliveries" TO dream_app;
--> statement-breakpoint
GRANT SELECT, INSERT ON "received_events" TO dream_app;
--> statement-breakpoint
DO $$
DECLARE
  name text;
  here constant text := 'environment_id = current_setting(''dream.environment_id'', true)';
BEGIN
  FOREACH name IN ARRAY ARRAY['webhook_states', 'webhook_deliveries', 'received_events'] LOOP
    EXECUTE format('ALTER TABLE %I ENABLE ROW LEVEL SECURITY', name);
    EXECUTE format('ALTER TABLE %I FORCE ROW LEVEL SECURITY', name);
    EXECUTE format('CREATE POLICY control_plane ON %I TO dream_control_plane USING (true) WITH CHECK (true)', name);
  END LOOP;
  FOREACH name IN ARRAY ARRAY['webhook_states', 'received_events'] LOOP
    EXECUTE format('CREATE POLICY environment ON %I TO dream_app USING (%s) WITH CHECK (%s)', name, here, here);
  END LOOP;
END $$;
--> statement-breakpoint
CREATE POLICY tenant ON "webhook_deliveries" TO dream_app USING (
  environment_id = current_setting('dream.environment_id', true)
  AND ((SELECT current_setting('dream.tenant_id', true) = '') OR tenant_id = current_setting('dream.tenant_id', true))
) WITH CHECK (
  environment_id = current_setting('dream.environment_id', true)
  AND ((SELECT current_setting('dream.tenant_id', true) = '') OR tenant_id = current_setting('dream.tenant_id', true))
);
