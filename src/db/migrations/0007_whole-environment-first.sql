-- Whether a session is bound to a tenant is asked once for each statement instead of for each row. It also lets the
-- planner see that a session without one sees everything: it took the test for a narrow one and read whole tables.
DO $$
DECLARE
  name text;
  mine constant text := 'environment_id = current_setting(''dream.environment_id'', true)';
  unbound constant text := '(SELECT current_setting(''dream.tenant_id'', true) = '''')';
BEGIN
  FOREACH name IN ARRAY ARRAY[
    'tenants', 'memberships', 'service_accounts', 'role_assignments', 'tenant_grants', 'relationships', 'decisions',
    'access_versions', 'tenant_plans'
  ] LOOP
    EXECUTE format('ALTER POLICY tenant ON %I USING (%s AND (%s OR %I = current_setting(''dream.tenant_id'', true)))',
      name, mine, unbound, CASE WHEN name = 'tenants' THEN 'id' ELSE 'tenant_id' END);
  END LOOP;
END $$;
--> statement-breakpoint
ALTER POLICY tenant ON "users" USING (
  environment_id = current_setting('dream.environment_id', true)
  AND (
    (SELECT current_setting('dream.tenant_id', true) = '')
    OR EXISTS (
      SELECT FROM "memberships" AS m
      WHERE m.environment_id = "users".environment_id AND m.user_id = "users".id
        AND m.tenant_id = current_setting('dream.tenant_id', true)
    )
  )
);
