-- What is stale is for the statement to find, which is planned once for a connection: within a function it took half as
-- much time again, with each check that is decided by what is kept. Serialization failures are what the database calls
-- conflicts of its own, so the same repetition meets both. The one that finds it for itself stays for servers of the
-- version before, which call it for as long as they run beside newer ones.
CREATE FUNCTION dream_refuse_stale_access()
RETURNS void
LANGUAGE plpgsql AS $$
BEGIN
  RAISE serialization_failure USING MESSAGE = 'access within the tenant has changed';
END $$;
