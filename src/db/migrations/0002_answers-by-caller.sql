-- Answers kept so far do not say for whom they were, so they are forgotten. TRUNCATE, since a DELETE would see
-- no rows here: row-level security binds the owner of the table too.
TRUNCATE "idempotency_keys";--> statement-breakpoint
ALTER TABLE "idempotency_keys" DROP CONSTRAINT "idempotency_keys_environment_id_operation_key_pk";--> statement-breakpoint
ALTER TABLE "idempotency_keys" ADD COLUMN "caller" text NOT NULL;--> statement-breakpoint
ALTER TABLE "idempotency_keys" ADD CONSTRAINT "idempotency_keys_environment_id_caller_operation_key_pk" PRIMARY KEY("environment_id","caller","operation","key");
