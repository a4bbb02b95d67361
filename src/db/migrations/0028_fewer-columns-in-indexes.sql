DROP INDEX "audit_entries_restored";--> statement-breakpoint
DROP INDEX "audit_entries_time";--> statement-breakpoint
DROP INDEX "audit_entries_environment";--> statement-breakpoint
DROP INDEX "audit_entries_request";--> statement-breakpoint
DROP INDEX "audit_entries_action";--> statement-breakpoint
DROP INDEX "audit_entries_actor";--> statement-breakpoint
DROP INDEX "audit_entries_resource";--> statement-breakpoint
DROP INDEX "audit_entries_ip";--> statement-breakpoint
CREATE INDEX "audit_entries_time" ON "audit_entries" USING btree ("environment_id","tenant_id","recorded_at");--> statement-breakpoint
CREATE INDEX "audit_entries_environment" ON "audit_entries" USING btree ("environment_id","recorded_at");--> statement-breakpoint
CREATE INDEX "audit_entries_request" ON "audit_entries" USING btree ("request_id") WHERE "audit_entries"."request_id" IS NOT NULL;--> statement-breakpoint
CREATE INDEX "audit_entries_action" ON "audit_entries" USING btree ("environment_id","tenant_id","action","recorded_at");--> statement-breakpoint
CREATE INDEX "audit_entries_actor" ON "audit_entries" USING btree ("environment_id","tenant_id","actor_id","recorded_at");--> statement-breakpoint
CREATE INDEX "audit_entries_resource" ON "audit_entries" USING btree ("environment_id","tenant_id","resource_id","recorded_at") WHERE "audit_entries"."resource_id" IS NOT NULL;--> statement-breakpoint
CREATE INDEX "audit_entries_ip" ON "audit_entries" USING btree ("environment_id","tenant_id","ip","recorded_at") WHERE "audit_entries"."ip" IS NOT NULL;