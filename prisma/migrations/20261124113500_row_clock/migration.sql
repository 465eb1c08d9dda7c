-- What the clocks of a case had used at its last step: the row's part of the engine of time.
ALTER TABLE "case_file" ADD COLUMN "clock" JSONB;
