ALTER TABLE "audit_chains" ADD COLUMN "signed_by" text DEFAULT '' NOT NULL;--> statement-breakpoint
-- Under another master key the newest checkpoint of a chain is signed anew: its note takes another signature, and nothing else of it changes.
GRANT UPDATE ("note") ON "audit_checkpoints" TO dream_control_plane;
