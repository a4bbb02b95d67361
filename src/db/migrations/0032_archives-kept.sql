ALTER TABLE "audit_prunings" ADD COLUMN "policies" text[] DEFAULT '{}' NOT NULL;--> statement-breakpoint
ALTER TABLE "audit_prunings" ADD COLUMN "removed_at" timestamp with time zone;
--> statement-breakpoint
-- Whoever deletes entries may say of an archive that it is gone, and nothing else of it.
GRANT UPDATE ("removed_at") ON "audit_prunings" TO dream_retention;
