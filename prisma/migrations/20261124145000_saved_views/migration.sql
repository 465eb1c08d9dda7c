-- CreateTable
CREATE TABLE "saved_view" (
    "id" UUID NOT NULL,
    "owner_id" TEXT NOT NULL,
    "owner_name" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "address" TEXT NOT NULL,
    "office" TEXT,
    "default_for" TEXT[],
    "created_at" TIMESTAMPTZ(3) NOT NULL,
    "changed_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "saved_view_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "view_pin" (
    "view_id" UUID NOT NULL,
    "person_id" TEXT NOT NULL,

    CONSTRAINT "view_pin_pkey" PRIMARY KEY ("view_id","person_id")
);

-- CreateIndex
CREATE INDEX "saved_view_owner_id_idx" ON "saved_view"("owner_id");

-- CreateIndex
CREATE INDEX "saved_view_office_idx" ON "saved_view"("office");

-- CreateIndex
CREATE INDEX "view_pin_person_id_idx" ON "view_pin"("person_id");

-- AddForeignKey
ALTER TABLE "view_pin" ADD CONSTRAINT "view_pin_view_id_fkey" FOREIGN KEY ("view_id") REFERENCES "saved_view"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- Written by hand: a view may name a negeri, and its search a person (docs/decisions/0010). It is read by the house,
-- which asks whose it is and for which office.
ALTER TABLE saved_view ENABLE ROW LEVEL SECURITY;
ALTER TABLE view_pin ENABLE ROW LEVEL SECURITY;
CREATE POLICY house ON saved_view TO satu_house USING (true) WITH CHECK (true);
CREATE POLICY house ON view_pin TO satu_house USING (true) WITH CHECK (true);
