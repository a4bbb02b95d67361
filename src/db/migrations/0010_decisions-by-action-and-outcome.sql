CREATE INDEX "decisions_action" ON "decisions" USING btree ("environment_id","action","id");--> statement-breakpoint
CREATE INDEX "decisions_tenant_action" ON "decisions" USING btree ("environment_id","tenant_id","action","id");--> statement-breakpoint
CREATE INDEX "decisions_refused" ON "decisions" USING btree ("environment_id","id") WHERE not "decisions"."allowed";--> statement-breakpoint
CREATE INDEX "decisions_tenant_refused" ON "decisions" USING btree ("environment_id","tenant_id","id") WHERE not "decisions"."allowed";