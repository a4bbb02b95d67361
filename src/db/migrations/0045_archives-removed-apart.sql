ALTER TABLE "audit_prunings" ADD COLUMN "removing_until" timestamp with time zone;--> statement-breakpoint
CREATE INDEX "audit_prunings_removing" ON "audit_prunings" USING btree ("environment_id") WHERE "audit_prunings"."removing_until" IS NOT NULL;
--> statement-breakpoint
-- Whoever may say of an archive that it is gone says before that he is removing it.
GRANT UPDATE ("removing_until") ON "audit_prunings" TO dream_retention;
