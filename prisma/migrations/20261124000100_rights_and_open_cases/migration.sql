-- Written by hand: what Prisma's schema language cannot say.

-- The application's rights. Where the database is ours, the log-in satu_app exists already (src/server/db/embedded);
-- elsewhere the owner's log-in takes this role on each connection.
DO $$
BEGIN
  IF NOT EXISTS (SELECT FROM pg_roles WHERE rolname = 'satu_app') THEN
    CREATE ROLE satu_app NOLOGIN;
    EXECUTE format('GRANT satu_app TO %I', current_user);
  END IF;
END
$$;

GRANT USAGE ON SCHEMA public TO satu_app;
GRANT SELECT, INSERT, UPDATE, DELETE ON ALL TABLES IN SCHEMA public TO satu_app;
ALTER DEFAULT PRIVILEGES IN SCHEMA public GRANT SELECT, INSERT, UPDATE, DELETE ON TABLES TO satu_app;

-- The log is added to and read. Nothing the application can be talked into will change it.
REVOKE UPDATE, DELETE ON case_event, audit_entry FROM satu_app;
-- A case, a queue and the head of a chain change, and never go.
REVOKE DELETE ON case_file, queue, audit_chain FROM satu_app;
-- A stored answer is never another one; old ones are swept.
REVOKE UPDATE ON command_receipt FROM satu_app;
REVOKE INSERT, UPDATE, DELETE ON _prisma_migrations FROM satu_app;

-- A queue has thousands of open cases and, in time, a million closed ones: lists, drafts and desks look at these only.
CREATE INDEX case_file_open_by_seq ON case_file (queue_id, queue_seq) WHERE open;
CREATE INDEX case_file_open_by_negeri ON case_file (queue_id, negeri text_pattern_ops) WHERE open;
CREATE INDEX case_file_open_by_owner ON case_file (owner_id) WHERE open;
CREATE INDEX case_file_open_by_holder ON case_file (holder_id) WHERE open AND holder_id IS NOT NULL;
CREATE INDEX effect_waiting ON effect (at) WHERE done_at IS NULL;
