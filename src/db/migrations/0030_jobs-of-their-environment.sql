-- Whoever works inside an environment finds, hastens and adds jobs of that environment only. Whoever does jobs works as the
-- control plane, on the tables below this one.
ALTER TABLE jobs.job ENABLE ROW LEVEL SECURITY;
--> statement-breakpoint
CREATE POLICY control_plane ON jobs.job TO dream_control_plane USING (true) WITH CHECK (true);
--> statement-breakpoint
CREATE POLICY environment ON jobs.job TO dream_app
  USING (coalesce(data->>'environmentId', '') IN ('', current_setting('dream.environment_id', true)))
  WITH CHECK (coalesce(data->>'environmentId', '') IN ('', current_setting('dream.environment_id', true)));
