CREATE TABLE "request_counts" (
	"environment_id" text NOT NULL,
	"subject" text NOT NULL,
	"window_start" timestamp with time zone NOT NULL,
	"count" integer NOT NULL,
	CONSTRAINT "request_counts_environment_id_subject_window_start_pk" PRIMARY KEY("environment_id","subject","window_start")
);
--> statement-breakpoint
CREATE TABLE "access_versions" (
	"environment_id" text NOT NULL,
	"tenant_id" text NOT NULL,
	"version" bigint NOT NULL,
	CONSTRAINT "access_versions_environment_id_tenant_id_pk" PRIMARY KEY("environment_id","tenant_id")
);
--> statement-breakpoint
CREATE TABLE "decisions" (
	"environment_id" text NOT NULL,
	"tenant_id" text NOT NULL,
	"id" text NOT NULL,
	"subject_type" text NOT NULL,
	"subject_id" text NOT NULL,
	"action" text NOT NULL,
	"resource_type" text NOT NULL,
	"resource_id" text,
	"allowed" boolean NOT NULL,
	"grounds" jsonb NOT NULL,
	"policy_revision" bigint NOT NULL,
	"request_id" text NOT NULL,
	"decided_at" timestamp with time zone NOT NULL,
	CONSTRAINT "decisions_environment_id_id_pk" PRIMARY KEY("environment_id","id")
);
--> statement-breakpoint
CREATE TABLE "memberships" (
	"environment_id" text NOT NULL,
	"tenant_id" text NOT NULL,
	"user_id" text NOT NULL,
	"created_at" timestamp with time zone NOT NULL,
	CONSTRAINT "memberships_environment_id_tenant_id_user_id_pk" PRIMARY KEY("environment_id","tenant_id","user_id")
);
--> statement-breakpoint
CREATE TABLE "relationships" (
	"environment_id" text NOT NULL,
	"tenant_id" text NOT NULL,
	"resource_type" text NOT NULL,
	"resource_id" text NOT NULL,
	"relation" text NOT NULL,
	"subject_type" text NOT NULL,
	"subject_id" text NOT NULL,
	"created_at" timestamp with time zone NOT NULL,
	CONSTRAINT "relationships_pk" PRIMARY KEY("environment_id","tenant_id","resource_type","resource_id","relation","subject_type","subject_id")
);
--> statement-breakpoint
CREATE TABLE "role_assignments" (
	"environment_id" text NOT NULL,
	"tenant_id" text NOT NULL,
	"subject_type" text NOT NULL,
	"subject_id" text NOT NULL,
	"role" text NOT NULL,
	"assigned_by" text NOT NULL,
	"assigned_at" timestamp with time zone NOT NULL,
	CONSTRAINT "role_assignments_pk" PRIMARY KEY("environment_id","tenant_id","subject_type","subject_id","role")
);
--> statement-breakpoint
CREATE TABLE "service_accounts" (
	"environment_id" text NOT NULL,
	"tenant_id" text NOT NULL,
	"id" text NOT NULL,
	"name" text NOT NULL,
	"created_at" timestamp with time zone NOT NULL,
	CONSTRAINT "service_accounts_environment_id_tenant_id_id_pk" PRIMARY KEY("environment_id","tenant_id","id")
);
--> statement-breakpoint
CREATE TABLE "tenant_grants" (
	"environment_id" text NOT NULL,
	"tenant_id" text NOT NULL,
	"user_id" text NOT NULL,
	"roles" jsonb NOT NULL,
	"reason" text NOT NULL,
	"granted_by" text NOT NULL,
	"granted_at" timestamp with time zone NOT NULL,
	"expires_at" timestamp with time zone,
	CONSTRAINT "tenant_grants_environment_id_tenant_id_user_id_pk" PRIMARY KEY("environment_id","tenant_id","user_id")
);
--> statement-breakpoint
CREATE TABLE "tenants" (
	"environment_id" text NOT NULL,
	"id" text NOT NULL,
	"name" text NOT NULL,
	"currency" text,
	"region" text,
	"data_residency" text,
	"attributes" jsonb NOT NULL,
	"created_at" timestamp with time zone NOT NULL,
	"updated_at" timestamp with time zone NOT NULL,
	CONSTRAINT "tenants_environment_id_id_pk" PRIMARY KEY("environment_id","id")
);
--> statement-breakpoint
CREATE TABLE "users" (
	"environment_id" text NOT NULL,
	"id" text NOT NULL,
	"email" text,
	"name" text,
	"attributes" jsonb NOT NULL,
	"created_at" timestamp with time zone NOT NULL,
	"updated_at" timestamp with time zone NOT NULL,
	CONSTRAINT "users_environment_id_id_pk" PRIMARY KEY("environment_id","id")
);
--> statement-breakpoint
CREATE TABLE "tenant_plans" (
	"environment_id" text NOT NULL,
	"tenant_id" text NOT NULL,
	"plan" text NOT NULL,
	"assigned_by" text NOT NULL,
	"assigned_at" timestamp with time zone NOT NULL,
	CONSTRAINT "tenant_plans_environment_id_tenant_id_pk" PRIMARY KEY("environment_id","tenant_id")
);
--> statement-breakpoint
ALTER TABLE "request_counts" ADD CONSTRAINT "request_counts_environment_id_environments_id_fk" FOREIGN KEY ("environment_id") REFERENCES "public"."environments"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "access_versions" ADD CONSTRAINT "access_versions_environment_id_environments_id_fk" FOREIGN KEY ("environment_id") REFERENCES "public"."environments"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "access_versions" ADD CONSTRAINT "access_versions_tenant" FOREIGN KEY ("environment_id","tenant_id") REFERENCES "public"."tenants"("environment_id","id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "decisions" ADD CONSTRAINT "decisions_environment_id_environments_id_fk" FOREIGN KEY ("environment_id") REFERENCES "public"."environments"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "memberships" ADD CONSTRAINT "memberships_environment_id_environments_id_fk" FOREIGN KEY ("environment_id") REFERENCES "public"."environments"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "memberships" ADD CONSTRAINT "memberships_tenant" FOREIGN KEY ("environment_id","tenant_id") REFERENCES "public"."tenants"("environment_id","id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "memberships" ADD CONSTRAINT "memberships_of_user" FOREIGN KEY ("environment_id","user_id") REFERENCES "public"."users"("environment_id","id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "relationships" ADD CONSTRAINT "relationships_environment_id_environments_id_fk" FOREIGN KEY ("environment_id") REFERENCES "public"."environments"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "relationships" ADD CONSTRAINT "relationships_tenant" FOREIGN KEY ("environment_id","tenant_id") REFERENCES "public"."tenants"("environment_id","id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "role_assignments" ADD CONSTRAINT "role_assignments_environment_id_environments_id_fk" FOREIGN KEY ("environment_id") REFERENCES "public"."environments"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "role_assignments" ADD CONSTRAINT "role_assignments_tenant" FOREIGN KEY ("environment_id","tenant_id") REFERENCES "public"."tenants"("environment_id","id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "service_accounts" ADD CONSTRAINT "service_accounts_environment_id_environments_id_fk" FOREIGN KEY ("environment_id") REFERENCES "public"."environments"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "service_accounts" ADD CONSTRAINT "service_accounts_tenant" FOREIGN KEY ("environment_id","tenant_id") REFERENCES "public"."tenants"("environment_id","id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "tenant_grants" ADD CONSTRAINT "tenant_grants_environment_id_environments_id_fk" FOREIGN KEY ("environment_id") REFERENCES "public"."environments"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "tenant_grants" ADD CONSTRAINT "tenant_grants_tenant" FOREIGN KEY ("environment_id","tenant_id") REFERENCES "public"."tenants"("environment_id","id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "tenants" ADD CONSTRAINT "tenants_environment_id_environments_id_fk" FOREIGN KEY ("environment_id") REFERENCES "public"."environments"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "users" ADD CONSTRAINT "users_environment_id_environments_id_fk" FOREIGN KEY ("environment_id") REFERENCES "public"."environments"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "tenant_plans" ADD CONSTRAINT "tenant_plans_environment_id_environments_id_fk" FOREIGN KEY ("environment_id") REFERENCES "public"."environments"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "decisions_tenant" ON "decisions" USING btree ("environment_id","tenant_id","id");--> statement-breakpoint
CREATE INDEX "decisions_subject" ON "decisions" USING btree ("environment_id","subject_id","id");--> statement-breakpoint
CREATE INDEX "memberships_user" ON "memberships" USING btree ("environment_id","user_id");--> statement-breakpoint
CREATE INDEX "relationships_subject" ON "relationships" USING btree ("environment_id","tenant_id","subject_type","subject_id");--> statement-breakpoint
CREATE INDEX "role_assignments_role" ON "role_assignments" USING btree ("environment_id","role");--> statement-breakpoint
CREATE INDEX "tenant_grants_user" ON "tenant_grants" USING btree ("environment_id","user_id");--> statement-breakpoint
CREATE INDEX "tenants_created_at" ON "tenants" USING btree ("environment_id","created_at","id");--> statement-breakpoint
CREATE INDEX "users_created_at" ON "users" USING btree ("environment_id","created_at","id");--> statement-breakpoint
CREATE INDEX "users_email" ON "users" USING btree ("environment_id","email");--> statement-breakpoint
CREATE INDEX "tenant_plans_plan" ON "tenant_plans" USING btree ("environment_id","plan","tenant_id");