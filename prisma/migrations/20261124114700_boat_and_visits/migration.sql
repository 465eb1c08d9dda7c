-- CreateTable
CREATE TABLE "boat_key" (
    "recipient" TEXT NOT NULL,
    "identity" BYTEA NOT NULL,
    "verify_key" TEXT NOT NULL,
    "sign_key" BYTEA NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL,
    "retired_at" TIMESTAMPTZ(3),

    CONSTRAINT "boat_key_pkey" PRIMARY KEY ("recipient")
);

-- CreateTable
CREATE TABLE "device_key" (
    "id" TEXT NOT NULL,
    "person_id" TEXT NOT NULL,
    "public_key" TEXT NOT NULL,
    "device" TEXT NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL,
    "revoked_at" TIMESTAMPTZ(3),
    "revoked_by" TEXT,

    CONSTRAINT "device_key_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "consignment" (
    "id" UUID NOT NULL,
    "carrier_id" TEXT NOT NULL,
    "address" TEXT NOT NULL,
    "device" TEXT NOT NULL,
    "state" TEXT NOT NULL,
    "bytes" BIGINT NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL,
    "ended_at" TIMESTAMPTZ(3),
    "export_id" UUID,
    "person_id" TEXT,
    "refusal" TEXT,
    "held_because" TEXT,
    "decided_by" TEXT,
    "summary" JSONB,
    "counts" JSONB,
    "receipt" BYTEA,

    CONSTRAINT "consignment_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "visit" (
    "id" UUID NOT NULL,
    "negeri" TEXT NOT NULL,
    "day" TEXT NOT NULL,
    "owner_id" TEXT NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL,
    "changed_at" TIMESTAMPTZ(3) NOT NULL,
    "closed" BOOLEAN NOT NULL DEFAULT false,
    "sealed" BYTEA NOT NULL,

    CONSTRAINT "visit_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "device_key_person_id_idx" ON "device_key"("person_id");

-- CreateIndex
CREATE INDEX "consignment_carrier_id_created_at_idx" ON "consignment"("carrier_id", "created_at");

-- CreateIndex
CREATE INDEX "consignment_state_created_at_idx" ON "consignment"("state", "created_at");

-- CreateIndex
CREATE INDEX "consignment_export_id_idx" ON "consignment"("export_id");

-- CreateIndex
CREATE INDEX "visit_negeri_day_idx" ON "visit"("negeri", "day");

-- Written by hand: keys and files that come by boat are the house's own business, never read as a person.
REVOKE ALL ON "boat_key", "device_key", "consignment" FROM satu_app;
GRANT SELECT, INSERT, UPDATE, DELETE ON "boat_key", "device_key", "consignment", "visit" TO satu_house;

ALTER TABLE "visit" ENABLE ROW LEVEL SECURITY;
CREATE POLICY house ON "visit" TO satu_house USING (true) WITH CHECK (true);
CREATE POLICY seen ON "visit" FOR SELECT TO satu_app USING (
  NOT (SELECT satu_own_only()) AND satu_within(negeri, (SELECT satu_areas()))
);
