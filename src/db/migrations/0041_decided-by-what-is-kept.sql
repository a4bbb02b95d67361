-- Ends a transaction as a conflict, to be run again, when what it has decided by is no longer what it could read: somebody
-- has changed what people may do within the tenant, a revision was applied, or the tenant is none of those that
-- row-level security lets this transaction see. Whoever calls it reads by their own role. Serialization failures are what
-- the database calls conflicts of its own, so the same repetition meets both.
CREATE FUNCTION dream_refuse_stale_access(environment text, tenant text, known_version bigint, known_revision bigint)
RETURNS void
LANGUAGE plpgsql STABLE AS $$
BEGIN
  IF NOT EXISTS (
    SELECT FROM tenants AS t
    JOIN environments AS e ON e.id = t.environment_id AND e.revision = known_revision
    LEFT JOIN access_versions AS v ON v.environment_id = t.environment_id AND v.tenant_id = t.id
    WHERE t.environment_id = environment AND t.id = tenant AND coalesce(v.version, 0) = known_version
  ) THEN
    RAISE serialization_failure USING MESSAGE = 'access within the tenant has changed';
  END IF;
END $$;
