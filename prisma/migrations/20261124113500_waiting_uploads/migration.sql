-- Written by hand: what Prisma's schema language cannot say.

-- What one person sent and put to no case yet: summed before each upload.
CREATE INDEX stored_file_waiting_by_owner ON stored_file (owner_id) WHERE attached_at IS NULL;
