ALTER TABLE "audit_chains" ADD COLUMN "signed_size" bigint DEFAULT 0 NOT NULL;--> statement-breakpoint
ALTER TABLE "audit_chains" ADD COLUMN "signed_at" timestamp with time zone;--> statement-breakpoint
CREATE INDEX "audit_chains_unsigned" ON "audit_chains" USING btree ("signed_at") WHERE "audit_chains"."signed_size" < "audit_chains"."size";--> statement-breakpoint
-- Who exports signs what they export; the key is sealed by the master key, as secrets are.
GRANT SELECT ON "audit_signing_keys" TO dream_app;
