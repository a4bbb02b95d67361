CREATE TABLE "experiment_cuts" (
	"environment_id" text NOT NULL,
	"what" text NOT NULL,
	"up_to" timestamp with time zone NOT NULL,
	CONSTRAINT "experiment_cuts_pk" PRIMARY KEY("environment_id","what")
);
--> statement-breakpoint
DROP INDEX "exposures_flag";--> statement-breakpoint
ALTER TABLE "experiment_cuts" ADD CONSTRAINT "experiment_cuts_environment_id_environments_id_fk" FOREIGN KEY ("environment_id") REFERENCES "public"."environments"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "exposures_tenant" ON "exposures" USING btree ("environment_id","tenant_id");--> statement-breakpoint
CREATE INDEX "exposures_first_seen" ON "exposures" USING btree ("environment_id",("tenant_id" = ''),"first_seen");--> statement-breakpoint
CREATE INDEX "observations_at" ON "observations" USING btree ("environment_id",("tenant_id" = ''),"at");--> statement-breakpoint
ALTER TABLE "exposures" DROP CONSTRAINT "exposures_pk";
--> statement-breakpoint
ALTER TABLE "exposures" ADD CONSTRAINT "exposures_pk" PRIMARY KEY("environment_id","flag","unit","tenant_id","variation");
--> statement-breakpoint
GRANT SELECT, INSERT, UPDATE, DELETE ON "experiment_cuts" TO dream_control_plane, dream_app;
--> statement-breakpoint
ALTER TABLE "experiment_cuts" ENABLE ROW LEVEL SECURITY;
--> statement-breakpoint
ALTER TABLE "experiment_cuts" FORCE ROW LEVEL SECURITY;
--> statement-breakpoint
CREATE POLICY control_plane ON "experiment_cuts" TO dream_control_plane USING (true) WITH CHECK (true);
--> statement-breakpoint
CREATE POLICY environment ON "experiment_cuts" TO dream_app
  USING (environment_id = current_setting('dream.environment_id', true))
  WITH CHECK (environment_id = current_setting('dream.environment_id', true));
