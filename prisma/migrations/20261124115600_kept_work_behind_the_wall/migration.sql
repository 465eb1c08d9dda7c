-- Written by hand: what was kept of somebody's work tells of a case, and stands behind the same wall.
ALTER TABLE kept_work ENABLE ROW LEVEL SECURITY;
CREATE POLICY house ON kept_work TO satu_house USING (true) WITH CHECK (true);
CREATE POLICY seen ON kept_work FOR SELECT TO satu_app USING (
  person_id = (SELECT satu_person()) OR (NOT (SELECT satu_own_only()) AND satu_within(region, (SELECT satu_areas())))
);
