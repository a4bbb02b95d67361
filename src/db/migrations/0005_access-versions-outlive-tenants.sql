ALTER TABLE "access_versions" DROP CONSTRAINT "access_versions_tenant";
--> statement-breakpoint
DROP INDEX "relationships_subject";--> statement-breakpoint
CREATE INDEX "relationships_subject" ON "relationships" USING btree ("environment_id","subject_type","subject_id","tenant_id");