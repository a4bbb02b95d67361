-- What lists are ordered by compares by bytes, so that both databases page in the same order.
ALTER TABLE "tenants" ALTER COLUMN "id" TYPE text COLLATE "C";
--> statement-breakpoint
ALTER TABLE "users" ALTER COLUMN "id" TYPE text COLLATE "C";
--> statement-breakpoint
ALTER TABLE "memberships" ALTER COLUMN "tenant_id" TYPE text COLLATE "C", ALTER COLUMN "user_id" TYPE text COLLATE "C";
--> statement-breakpoint
ALTER TABLE "service_accounts" ALTER COLUMN "tenant_id" TYPE text COLLATE "C", ALTER COLUMN "id" TYPE text COLLATE "C";
--> statement-breakpoint
ALTER TABLE "role_assignments"
  ALTER COLUMN "tenant_id" TYPE text COLLATE "C",
  ALTER COLUMN "subject_id" TYPE text COLLATE "C",
  ALTER COLUMN "role" TYPE text COLLATE "C";
--> statement-breakpoint
ALTER TABLE "tenant_grants" ALTER COLUMN "tenant_id" TYPE text COLLATE "C", ALTER COLUMN "user_id" TYPE text COLLATE "C";
--> statement-breakpoint
ALTER TABLE "relationships"
  ALTER COLUMN "tenant_id" TYPE text COLLATE "C",
  ALTER COLUMN "resource_type" TYPE text COLLATE "C",
  ALTER COLUMN "resource_id" TYPE text COLLATE "C",
  ALTER COLUMN "relation" TYPE text COLLATE "C",
  ALTER COLUMN "subject_type" TYPE text COLLATE "C",
  ALTER COLUMN "subject_id" TYPE text COLLATE "C";
--> statement-breakpoint
ALTER TABLE "decisions" ALTER COLUMN "tenant_id" TYPE text COLLATE "C", ALTER COLUMN "id" TYPE text COLLATE "C";
--> statement-breakpoint
ALTER TABLE "access_versions" ALTER COLUMN "tenant_id" TYPE text COLLATE "C";
--> statement-breakpoint
ALTER TABLE "tenant_plans" ALTER COLUMN "tenant_id" TYPE text COLLATE "C", ALTER COLUMN "plan" TYPE text COLLATE "C";
--> statement-breakpoint
-- Counts of the last minute are no loss after a crash, and cost half as much without the log.
ALTER TABLE "request_counts" SET UNLOGGED;
--> statement-breakpoint
GRANT SELECT, INSERT, UPDATE, DELETE ON
  "tenants", "users", "memberships", "service_accounts", "role_assignments", "tenant_grants", "relationships",
  "decisions", "access_versions", "tenant_plans", "request_counts"
  TO dream_control_plane;
--> statement-breakpoint
GRANT SELECT, INSERT, DELETE ON "tenants", "users" TO dream_app;
--> statement-breakpoint
-- Currency, region and residency are declared once: no statement of the application can change them.
GRANT UPDATE ("name", "attributes", "updated_at") ON "tenants" TO dream_app;
--> statement-breakpoint
GRANT UPDATE ("email", "name", "attributes", "updated_at") ON "users" TO dream_app;
--> statement-breakpoint
GRANT SELECT, INSERT, UPDATE, DELETE ON
  "memberships", "service_accounts", "role_assignments", "tenant_grants", "relationships", "tenant_plans",
  "access_versions", "request_counts"
  TO dream_app;
--> statement-breakpoint
-- Decisions are only ever added to.
GRANT SELECT, INSERT ON "decisions" TO dream_app;
--> statement-breakpoint
DO $$
DECLARE
  name text;
  mine constant text := 'environment_id = current_setting(''dream.environment_id'', true)';
  -- A session without a tenant is the backend's own and sees all tenants of its environment.
  within constant text := '(current_setting(''dream.tenant_id'', true) = '''' OR %s = current_setting(''dream.tenant_id'', true))';
BEGIN
  FOREACH name IN ARRAY ARRAY[
    'tenants', 'users', 'memberships', 'service_accounts', 'role_assignments', 'tenant_grants', 'relationships',
    'decisions', 'access_versions', 'tenant_plans', 'request_counts'
  ] LOOP
    EXECUTE format('ALTER TABLE %I ENABLE ROW LEVEL SECURITY', name);
    EXECUTE format('ALTER TABLE %I FORCE ROW LEVEL SECURITY', name);
    EXECUTE format('CREATE POLICY control_plane ON %I TO dream_control_plane USING (true) WITH CHECK (true)', name);
  END LOOP;
  FOREACH name IN ARRAY ARRAY[
    'memberships', 'service_accounts', 'role_assignments', 'tenant_grants', 'relationships', 'decisions',
    'access_versions', 'tenant_plans'
  ] LOOP
    EXECUTE format('CREATE POLICY tenant ON %I TO dream_app USING (%s) WITH CHECK (%s)', name,
      mine || ' AND ' || format(within, 'tenant_id'), mine || ' AND ' || format(within, 'tenant_id'));
  END LOOP;
  EXECUTE format('CREATE POLICY tenant ON "tenants" TO dream_app USING (%s) WITH CHECK (%s)',
    mine || ' AND ' || format(within, 'id'), mine || ' AND ' || format(within, 'id'));
  EXECUTE format('CREATE POLICY environment ON "request_counts" TO dream_app USING (%s) WITH CHECK (%s)', mine, mine);
END $$;
--> statement-breakpoint
-- Within a tenant only its own members are seen, and none is made: a person belongs to no tenant until made a member.
CREATE POLICY tenant ON "users" TO dream_app
  USING (
    environment_id = current_setting('dream.environment_id', true)
    AND (
      current_setting('dream.tenant_id', true) = ''
      OR EXISTS (
        SELECT FROM "memberships" AS m
        WHERE m.environment_id = "users".environment_id AND m.user_id = "users".id
          AND m.tenant_id = current_setting('dream.tenant_id', true)
      )
    )
  )
  WITH CHECK (
    environment_id = current_setting('dream.environment_id', true)
    AND (
      current_setting('dream.tenant_id', true) = ''
      OR EXISTS (
        SELECT FROM "memberships" AS m
        WHERE m.environment_id = "users".environment_id AND m.user_id = "users".id
          AND m.tenant_id = current_setting('dream.tenant_id', true)
      )
    )
  );
