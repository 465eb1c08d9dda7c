-- AlterTable
ALTER TABLE "case_clock" ADD COLUMN     "shown_version" INTEGER NOT NULL DEFAULT 0;

-- Written by hand: what is yet to be shown, found without looking at every clock. After this migration that is every
-- open case: rows that an instance left wrong when it was killed are put right.
CREATE INDEX case_clock_unshown ON case_clock (queue_id) WHERE open AND shown_version < rules_version;
