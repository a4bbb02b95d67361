ALTER TABLE "webhook_states" ADD COLUMN "held_until" timestamp with time zone;--> statement-breakpoint
ALTER TABLE "webhook_states" ADD COLUMN "begun" "xid8";