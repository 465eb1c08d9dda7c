-- CreateTable
CREATE TABLE "kept_work" (
    "command_id" UUID NOT NULL,
    "person_id" TEXT NOT NULL,
    "person_name" TEXT NOT NULL,
    "case_id" UUID NOT NULL,
    "region" TEXT NOT NULL,
    "why" TEXT NOT NULL,
    "sealed" BYTEA NOT NULL,
    "received_at" TIMESTAMPTZ(3) NOT NULL,
    "settled_at" TIMESTAMPTZ(3),
    "settled_by" TEXT,

    CONSTRAINT "kept_work_pkey" PRIMARY KEY ("command_id")
);

-- CreateIndex
CREATE INDEX "kept_work_region_received_at_idx" ON "kept_work"("region", "received_at");
