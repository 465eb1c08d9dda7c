-- CreateTable
CREATE TABLE "job_mark" (
    "name" TEXT NOT NULL,
    "ran_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "job_mark_pkey" PRIMARY KEY ("name")
);
