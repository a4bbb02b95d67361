-- Opens the partitions of a month as before, but lets nobody write of that month while what was written before it was
-- opened is moved: a row that came meanwhile made the whole fail, under much writing again and again. The strongest lock
-- is taken at once, since to attach takes it anyway: whoever held a weaker one first would wait for readers who wait for it.
CREATE OR REPLACE FUNCTION dream_open_month(moment timestamptz) RETURNS void
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public AS $$
DECLARE
  first constant timestamp := date_trunc('month', moment AT TIME ZONE 'UTC');
  parent text;
  month text;
BEGIN
  PERFORM pg_advisory_xact_lock(hashtext('dream_open_month'));
  FOREACH parent IN ARRAY ARRAY['audit_entries', 'audit_mentions', 'audit_seals'] LOOP
    month := format('%s_%s', parent, to_char(first, 'YYYY_MM'));
    CONTINUE WHEN to_regclass(format('public.%I', month)) IS NOT NULL;
    EXECUTE format('CREATE TABLE public.%I (LIKE public.%I INCLUDING ALL)', month, parent);
    EXECUTE format('LOCK TABLE public.%I IN ACCESS EXCLUSIVE MODE', parent || '_other');
    EXECUTE format('WITH moved AS (DELETE FROM public.%I WHERE recorded_at >= %L AND recorded_at < %L RETURNING *)
      INSERT INTO public.%I SELECT * FROM moved',
      parent || '_other', first AT TIME ZONE 'UTC', (first + interval '1 month') AT TIME ZONE 'UTC', month);
    EXECUTE format('ALTER TABLE public.%I ATTACH PARTITION public.%I FOR VALUES FROM (%L) TO (%L)',
      parent, month, first AT TIME ZONE 'UTC', (first + interval '1 month') AT TIME ZONE 'UTC');
  END LOOP;
END $$;
