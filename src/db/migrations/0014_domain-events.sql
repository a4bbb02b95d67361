CREATE TABLE "domain_events" (
	"id" text PRIMARY KEY NOT NULL,
	"transaction" "xid8" DEFAULT pg_current_xact_id() NOT NULL,
	"environment_id" text NOT NULL,
	"tenant_id" text,
	"type" text NOT NULL,
	"subject" text NOT NULL,
	"payload" jsonb NOT NULL,
	"created_at" timestamp with time zone NOT NULL
);
--> statement-breakpoint
ALTER TABLE "domain_events" ADD CONSTRAINT "domain_events_environment_id_environments_id_fk" FOREIGN KEY ("environment_id") REFERENCES "public"."environments"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "domain_events_order" ON "domain_events" USING btree ("transaction","id");--> statement-breakpoint
CREATE INDEX "domain_events_subject" ON "domain_events" USING btree ("environment_id","subject","id");--> statement-breakpoint
-- What has happened is written by whoever makes it happen, and neither changed nor read by them.
GRANT INSERT ON "domain_events" TO dream_app;
--> statement-breakpoint
GRANT SELECT, INSERT, UPDATE, DELETE ON "domain_events" TO dream_control_plane;
--> statement-breakpoint
ALTER TABLE "domain_events" ENABLE ROW LEVEL SECURITY;
--> statement-breakpoint
ALTER TABLE "domain_events" FORCE ROW LEVEL SECURITY;
--> statement-breakpoint
CREATE POLICY control_plane ON "domain_events" TO dream_control_plane USING (true) WITH CHECK (true);
--> statement-breakpoint
CREATE POLICY tenant ON "domain_events" FOR INSERT TO dream_app WITH CHECK (
  environment_id = current_setting('dream.environment_id', true)
  AND ((SELECT current_setting('dream.tenant_id', true) = '') OR tenant_id = current_setting('dream.tenant_id', true))
);
