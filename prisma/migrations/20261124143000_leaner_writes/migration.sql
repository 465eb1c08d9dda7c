-- Every command wrote these too, and nothing read them: open cases by number have an index of their own
-- (case_file_open_by_seq), and receipts are looked through by time only to forget the old ones.
DROP INDEX "case_file_queue_id_open_queue_seq_idx";
DROP INDEX "command_receipt_at_idx";
CREATE INDEX "command_receipt_at_idx" ON "command_receipt" USING BRIN ("at");
