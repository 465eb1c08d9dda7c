-- CreateTable
CREATE TABLE "delivery_lease" (
    "person_id" TEXT NOT NULL,
    "channel" TEXT NOT NULL,
    "holder" UUID NOT NULL,
    "until" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "delivery_lease_pkey" PRIMARY KEY ("person_id","channel")
);

-- Written by hand from here on: the second wall (docs/decisions/0010). Who is being written to, and how somebody wants to
-- be told, where somebody is signed in: for the house alone.
ALTER TABLE delivery_lease ENABLE ROW LEVEL SECURITY;
ALTER TABLE notice_choice ENABLE ROW LEVEL SECURITY;
ALTER TABLE session ENABLE ROW LEVEL SECURITY;
CREATE POLICY house ON delivery_lease TO satu_house USING (true) WITH CHECK (true);
CREATE POLICY house ON notice_choice TO satu_house USING (true) WITH CHECK (true);
CREATE POLICY house ON session TO satu_house USING (true) WITH CHECK (true);
