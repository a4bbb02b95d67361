CREATE TABLE "sticky_assignments" (
	"environment_id" text NOT NULL,
	"tenant_id" text NOT NULL,
	"unit" text NOT NULL,
	"flag" text NOT NULL,
	"variation" text NOT NULL,
	"decided_at" timestamp with time zone NOT NULL,
	"last_asked" timestamp with time zone NOT NULL,
	CONSTRAINT "sticky_assignments_pk" PRIMARY KEY("environment_id","tenant_id","unit","flag")
);
--> statement-breakpoint
ALTER TABLE "sticky_assignments" ADD CONSTRAINT "sticky_assignments_environment_id_environments_id_fk" FOREIGN KEY ("environment_id") REFERENCES "public"."environments"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "sticky_assignments_last_asked" ON "sticky_assignments" USING btree ("environment_id","last_asked");--> statement-breakpoint
CREATE INDEX "sticky_assignments_unit" ON "sticky_assignments" USING btree ("environment_id","unit");--> statement-breakpoint
-- Compared by bytes, as what it is held against.
ALTER TABLE "sticky_assignments"
  ALTER COLUMN "tenant_id" TYPE text COLLATE "C",
  ALTER COLUMN "unit" TYPE text COLLATE "C",
  ALTER COLUMN "flag" TYPE text COLLATE "C",
  ALTER COLUMN "variation" TYPE text COLLATE "C";
--> statement-breakpoint
GRANT SELECT, INSERT, UPDATE, DELETE ON "sticky_assignments" TO dream_control_plane, dream_app;
--> statement-breakpoint
ALTER TABLE "sticky_assignments" ENABLE ROW LEVEL SECURITY;
--> statement-breakpoint
ALTER TABLE "sticky_assignments" FORCE ROW LEVEL SECURITY;
--> statement-breakpoint
CREATE POLICY control_plane ON "sticky_assignments" TO dream_control_plane USING (true) WITH CHECK (true);
--> statement-breakpoint
CREATE POLICY tenant ON "sticky_assignments" TO dream_app
  USING (
    environment_id = current_setting('dream.environment_id', true)
    AND (current_setting('dream.tenant_id', true) = '' OR tenant_id = current_setting('dream.tenant_id', true))
  )
  WITH CHECK (
    environment_id = current_setting('dream.environment_id', true)
    AND (current_setting('dream.tenant_id', true) = '' OR tenant_id = current_setting('dream.tenant_id', true))
  );
