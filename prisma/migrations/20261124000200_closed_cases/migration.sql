-- Written by hand: what Prisma's schema language cannot say.

-- Ended cases are searched on the server, page by page along these, and never counted. Partial: an open case costs nothing here.
CREATE INDEX case_file_closed_by_time ON case_file (queue_id, changed_at, id) WHERE NOT open;
CREATE INDEX case_file_closed_by_name ON case_file (queue_id, lower(applicant), id) WHERE NOT open;
CREATE INDEX case_file_closed_by_number ON case_file (queue_id, number text_pattern_ops) WHERE NOT open;
CREATE INDEX case_file_closed_names ON case_file USING gin (to_tsvector('simple', applicant)) WHERE NOT open;
