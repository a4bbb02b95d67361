ALTER TABLE "audit_checkpoints" ADD COLUMN "lasting" boolean DEFAULT false NOT NULL;--> statement-breakpoint
CREATE INDEX "audit_checkpoints_passing" ON "audit_checkpoints" USING btree ("environment_id","signed_at") WHERE NOT "audit_checkpoints"."lasting";
--> statement-breakpoint
-- Whoever deletes entries may thin out what was signed of them long ago.
GRANT DELETE, UPDATE ("lasting") ON "audit_checkpoints" TO dream_retention;
