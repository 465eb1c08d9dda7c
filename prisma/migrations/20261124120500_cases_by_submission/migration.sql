-- Written by hand. A month of cases is replayed page by page along this, without touching the rest.
CREATE INDEX case_file_by_submission ON case_file (submitted_at, id) WHERE submitted;
