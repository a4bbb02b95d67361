-- Two roles that nobody logs in as. `dream_app` works inside one environment and is bound by row-level
-- security; `dream_control_plane` sees every row and still may not change a table's shape. Roles belong to
-- the whole server, so another database's migration may be creating them at this very moment.
DO $$
BEGIN
  IF NOT EXISTS (SELECT FROM pg_roles WHERE rolname = 'dream_app') THEN
    CREATE ROLE dream_app NOLOGIN NOSUPERUSER NOBYPASSRLS NOCREATEDB NOCREATEROLE;
  END IF;
EXCEPTION WHEN duplicate_object OR unique_violation THEN NULL;
END $$;
--> statement-breakpoint
DO $$
BEGIN
  IF NOT EXISTS (SELECT FROM pg_roles WHERE rolname = 'dream_control_plane') THEN
    CREATE ROLE dream_control_plane NOLOGIN NOSUPERUSER NOBYPASSRLS NOCREATEDB NOCREATEROLE;
  END IF;
EXCEPTION WHEN duplicate_object OR unique_violation THEN NULL;
END $$;
--> statement-breakpoint
-- The user of this connection has to be able to become them. Since PostgreSQL 16 to be a member is not enough.
DO $$
DECLARE
  privilege text := CASE WHEN current_setting('server_version_num')::int >= 160000 THEN 'SET' ELSE 'MEMBER' END;
  role text;
BEGIN
  FOREACH role IN ARRAY ARRAY['dream_app', 'dream_control_plane'] LOOP
    IF NOT pg_has_role(current_user, role, privilege) THEN
      EXECUTE format('GRANT %I TO %I', role, current_user);
    END IF;
  END LOOP;
END $$;
--> statement-breakpoint
-- What lists are ordered by compares by bytes, so that both databases page in the same order.
ALTER TABLE "projects" ALTER COLUMN "key" TYPE text COLLATE "C";
--> statement-breakpoint
ALTER TABLE "environments" ALTER COLUMN "key" TYPE text COLLATE "C";
--> statement-breakpoint
ALTER TABLE "resources" ALTER COLUMN "kind" TYPE text COLLATE "C", ALTER COLUMN "key" TYPE text COLLATE "C";
--> statement-breakpoint
ALTER TABLE "resource_versions" ALTER COLUMN "kind" TYPE text COLLATE "C", ALTER COLUMN "key" TYPE text COLLATE "C";
--> statement-breakpoint
ALTER TABLE "secrets" ALTER COLUMN "name" TYPE text COLLATE "C";
--> statement-breakpoint
GRANT USAGE ON SCHEMA public TO dream_app, dream_control_plane;
--> statement-breakpoint
GRANT SELECT, INSERT, UPDATE, DELETE ON
  "projects", "environments", "resources", "resource_versions", "revisions", "api_keys", "secrets", "idempotency_keys"
  TO dream_control_plane;
--> statement-breakpoint
GRANT SELECT ON "projects" TO dream_app;
--> statement-breakpoint
GRANT SELECT, INSERT, UPDATE ON "environments", "api_keys" TO dream_app;
--> statement-breakpoint
-- History is only ever added to.
GRANT SELECT, INSERT ON "revisions", "resource_versions" TO dream_app;
--> statement-breakpoint
GRANT SELECT, INSERT, UPDATE, DELETE ON "resources", "secrets", "idempotency_keys" TO dream_app;
--> statement-breakpoint
DO $$
DECLARE
  name text;
BEGIN
  FOREACH name IN ARRAY ARRAY[
    'projects', 'environments', 'resources', 'resource_versions', 'revisions', 'api_keys', 'secrets', 'idempotency_keys'
  ] LOOP
    EXECUTE format('ALTER TABLE %I ENABLE ROW LEVEL SECURITY', name);
    EXECUTE format('ALTER TABLE %I FORCE ROW LEVEL SECURITY', name);
    EXECUTE format('CREATE POLICY control_plane ON %I TO dream_control_plane USING (true) WITH CHECK (true)', name);
  END LOOP;
  FOREACH name IN ARRAY ARRAY[
    'resources', 'resource_versions', 'revisions', 'api_keys', 'secrets', 'idempotency_keys'
  ] LOOP
    EXECUTE format(
      'CREATE POLICY environment ON %I TO dream_app '
      'USING (environment_id = current_setting(''dream.environment_id'', true)) '
      'WITH CHECK (environment_id = current_setting(''dream.environment_id'', true))',
      name
    );
  END LOOP;
END $$;
--> statement-breakpoint
CREATE POLICY project ON "projects" TO dream_app
  USING (id = current_setting('dream.project_id', true));
--> statement-breakpoint
-- Environments of one project know of each other; each changes only itself.
CREATE POLICY project_reads ON "environments" FOR SELECT TO dream_app
  USING (project_id = current_setting('dream.project_id', true));
--> statement-breakpoint
CREATE POLICY project_adds ON "environments" FOR INSERT TO dream_app
  WITH CHECK (project_id = current_setting('dream.project_id', true));
--> statement-breakpoint
CREATE POLICY environment_updates ON "environments" FOR UPDATE TO dream_app
  USING (id = current_setting('dream.environment_id', true))
  WITH CHECK (id = current_setting('dream.environment_id', true) AND project_id = current_setting('dream.project_id', true));
