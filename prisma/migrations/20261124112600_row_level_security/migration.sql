-- Written by hand: the second wall (docs/decisions/0010). Whatever a forgotten condition asks for, the application's
-- log-in sees no case, and nothing of a case, outside the areas that were set for the transaction. The role satu_house
-- is for what looks at every case by its nature: the writer, the feed, the clocks and the audit.

DO $$
BEGIN
  IF NOT EXISTS (SELECT FROM pg_roles WHERE rolname = 'satu_house') THEN
    CREATE ROLE satu_house NOLOGIN;
    EXECUTE format('GRANT satu_house TO %I', current_user);
  END IF;
END
$$;

-- The same rights on tables as satu_app, now and later; a right that is taken away is taken from both.
GRANT USAGE ON SCHEMA public TO satu_house;
DO $$
DECLARE held record;
BEGIN
  FOR held IN
    SELECT table_name, privilege_type FROM information_schema.role_table_grants
    WHERE grantee = 'satu_app' AND table_schema = 'public'
  LOOP
    EXECUTE format('GRANT %s ON public.%I TO satu_house', held.privilege_type, held.table_name);
  END LOOP;
END
$$;
ALTER DEFAULT PRIVILEGES IN SCHEMA public GRANT SELECT, INSERT, UPDATE, DELETE ON TABLES TO satu_house;

-- Who looks, set for one transaction each time (src/server/db/read-as.ts). Nothing set: nothing seen.
CREATE FUNCTION satu_areas() RETURNS text[] LANGUAGE sql STABLE PARALLEL SAFE AS
  $$ SELECT string_to_array(nullif(current_setting('satu.areas', true), ''), ',') $$;
CREATE FUNCTION satu_person() RETURNS text LANGUAGE sql STABLE PARALLEL SAFE AS
  $$ SELECT nullif(current_setting('satu.person', true), '') $$;
-- An applicant: their own cases only.
CREATE FUNCTION satu_own_only() RETURNS boolean LANGUAGE sql STABLE PARALLEL SAFE AS
  $$ SELECT coalesce(current_setting('satu.own_only', true) = 'on', false) $$;
-- A place lies within an area when the area is one of the four beginnings of its code.
CREATE FUNCTION satu_within(region text, areas text[]) RETURNS boolean LANGUAGE sql IMMUTABLE PARALLEL SAFE AS
  $$ SELECT left(region, 5) = ANY (areas) OR region = ANY (areas) OR left(region, 8) = ANY (areas) OR left(region, 2) = ANY (areas) $$;

ALTER TABLE case_file ENABLE ROW LEVEL SECURITY;
ALTER TABLE case_event ENABLE ROW LEVEL SECURITY;
ALTER TABLE case_identity ENABLE ROW LEVEL SECURITY;
ALTER TABLE stored_file ENABLE ROW LEVEL SECURITY;
ALTER TABLE notice ENABLE ROW LEVEL SECURITY;
ALTER TABLE effect ENABLE ROW LEVEL SECURITY;
ALTER TABLE command_receipt ENABLE ROW LEVEL SECURITY;

-- A constant condition: the planner leaves it out, and what the house asks costs what it cost before.
CREATE POLICY house ON case_file TO satu_house USING (true) WITH CHECK (true);
CREATE POLICY house ON case_event TO satu_house USING (true) WITH CHECK (true);
CREATE POLICY house ON case_identity TO satu_house USING (true) WITH CHECK (true);
CREATE POLICY house ON stored_file TO satu_house USING (true) WITH CHECK (true);
CREATE POLICY house ON notice TO satu_house USING (true) WITH CHECK (true);
CREATE POLICY house ON effect TO satu_house USING (true) WITH CHECK (true);
CREATE POLICY house ON command_receipt TO satu_house USING (true) WITH CHECK (true);

-- For reading only: a person's act is written by the house. Effects and receipts have no other policy: nobody is shown them.
CREATE POLICY seen ON case_file FOR SELECT TO satu_app USING (
  satu_within(negeri, (SELECT satu_areas())) AND (NOT (SELECT satu_own_only()) OR owner_id = (SELECT satu_person()))
);
CREATE POLICY seen ON case_event FOR SELECT TO satu_app USING (EXISTS (SELECT FROM case_file c WHERE c.id = case_id));
CREATE POLICY seen ON case_identity FOR SELECT TO satu_app USING (EXISTS (SELECT FROM case_file c WHERE c.id = case_id));
CREATE POLICY seen ON stored_file FOR SELECT TO satu_app USING (EXISTS (SELECT FROM case_file c WHERE c.id = case_id));
CREATE POLICY seen ON notice FOR SELECT TO satu_app USING (
  CASE WHEN person_id IS NULL THEN NOT (SELECT satu_own_only()) AND satu_within(region, (SELECT satu_areas()))
  ELSE person_id = (SELECT satu_person()) END
);
