DROP INDEX "decisions_tenant_action";--> statement-breakpoint
DROP INDEX "decisions_tenant_refused";