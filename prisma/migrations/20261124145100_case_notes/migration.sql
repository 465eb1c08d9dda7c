-- CreateTable
CREATE TABLE "case_note" (
    "case_id" UUID NOT NULL,
    "side" TEXT NOT NULL,
    "seq" BIGINT NOT NULL DEFAULT 0,
    "snapshot_seq" BIGINT NOT NULL DEFAULT 0,
    "snapshot" BYTEA,
    "changed_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "case_note_pkey" PRIMARY KEY ("case_id","side")
);

-- CreateTable
CREATE TABLE "case_note_update" (
    "case_id" UUID NOT NULL,
    "side" TEXT NOT NULL,
    "seq" BIGINT NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,
    "person_id" TEXT NOT NULL,
    "sealed" BYTEA NOT NULL,

    CONSTRAINT "case_note_update_pkey" PRIMARY KEY ("case_id","side","seq")
);

-- CreateTable
CREATE TABLE "case_note_sitting" (
    "case_id" UUID NOT NULL,
    "side" TEXT NOT NULL,
    "number" INTEGER NOT NULL,
    "began_at" TIMESTAMPTZ(3) NOT NULL,
    "ended_at" TIMESTAMPTZ(3) NOT NULL,
    "writers" JSONB NOT NULL,
    "text" BYTEA,

    CONSTRAINT "case_note_sitting_pkey" PRIMARY KEY ("case_id","side","number")
);

-- Written by hand. Sittings that have no version yet are found without looking at every one that has.
CREATE INDEX case_note_sitting_open ON case_note_sitting (ended_at) WHERE text IS NULL;

-- What somebody typed is never changed, by nobody; it goes when it lies in the note's one piece.
REVOKE UPDATE ON case_note_update FROM satu_app, satu_house;
REVOKE DELETE ON case_note, case_note_sitting FROM satu_app, satu_house;
ALTER TABLE case_note ADD CONSTRAINT case_note_side CHECK (side IN ('staff', 'applicant'));

-- Behind the wall (decision 0010): as wide as the case, and for an applicant only what is written for them.
ALTER TABLE case_note ENABLE ROW LEVEL SECURITY;
ALTER TABLE case_note_update ENABLE ROW LEVEL SECURITY;
ALTER TABLE case_note_sitting ENABLE ROW LEVEL SECURITY;
CREATE POLICY house ON case_note TO satu_house USING (true) WITH CHECK (true);
CREATE POLICY house ON case_note_update TO satu_house USING (true) WITH CHECK (true);
CREATE POLICY house ON case_note_sitting TO satu_house USING (true) WITH CHECK (true);
CREATE POLICY seen ON case_note FOR SELECT TO satu_app USING (
  (side = 'applicant' OR NOT (SELECT satu_own_only())) AND EXISTS (SELECT FROM case_file c WHERE c.id = case_id)
);
CREATE POLICY seen ON case_note_sitting FOR SELECT TO satu_app USING (
  NOT (SELECT satu_own_only()) AND EXISTS (SELECT FROM case_file c WHERE c.id = case_id)
);
