CREATE TABLE "experiment_starts" (
	"environment_id" text NOT NULL,
	"flag" text NOT NULL,
	"added_at" timestamp with time zone NOT NULL,
	CONSTRAINT "experiment_starts_pk" PRIMARY KEY("environment_id","flag")
);
--> statement-breakpoint
ALTER TABLE "experiment_starts" ADD CONSTRAINT "experiment_starts_environment_id_environments_id_fk" FOREIGN KEY ("environment_id") REFERENCES "public"."environments"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
-- Compared by bytes, as what it is held against.
ALTER TABLE "experiment_starts" ALTER COLUMN "flag" TYPE text COLLATE "C";
--> statement-breakpoint
GRANT SELECT, INSERT, UPDATE, DELETE ON "experiment_starts" TO dream_control_plane, dream_app;
--> statement-breakpoint
ALTER TABLE "experiment_starts" ENABLE ROW LEVEL SECURITY;
--> statement-breakpoint
ALTER TABLE "experiment_starts" FORCE ROW LEVEL SECURITY;
--> statement-breakpoint
CREATE POLICY control_plane ON "experiment_starts" TO dream_control_plane USING (true) WITH CHECK (true);
--> statement-breakpoint
CREATE POLICY environment ON "experiment_starts" TO dream_app
  USING (environment_id = current_setting('dream.environment_id', true))
  WITH CHECK (environment_id = current_setting('dream.environment_id', true));
