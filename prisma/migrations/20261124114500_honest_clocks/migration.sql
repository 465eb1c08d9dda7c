-- CreateTable
CREATE TABLE "time_rules" (
    "id" INTEGER NOT NULL,
    "version" INTEGER NOT NULL DEFAULT 0,

    CONSTRAINT "time_rules_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "time_change" (
    "version" INTEGER NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,
    "by_id" TEXT NOT NULL,
    "by_name" TEXT NOT NULL,
    "kind" TEXT NOT NULL,
    "subject" TEXT NOT NULL,
    "detail" JSONB NOT NULL,
    "looked" INTEGER NOT NULL DEFAULT 0,
    "moved" INTEGER NOT NULL DEFAULT 0,
    "done_at" TIMESTAMPTZ(3),

    CONSTRAINT "time_change_pkey" PRIMARY KEY ("version")
);

-- CreateTable
CREATE TABLE "office_hours" (
    "office" TEXT NOT NULL,
    "from_day" TEXT NOT NULL,
    "to_day" TEXT,
    "name" TEXT NOT NULL,
    "version" INTEGER NOT NULL,
    "week" JSONB NOT NULL,
    "withdrawn" BOOLEAN NOT NULL DEFAULT false,
    "entered_by" TEXT NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "office_hours_pkey" PRIMARY KEY ("office","from_day","name","version")
);

-- CreateTable
CREATE TABLE "calendar_day" (
    "id" UUID NOT NULL,
    "on_day" TEXT NOT NULL,
    "office" TEXT NOT NULL,
    "kind" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "source" TEXT NOT NULL,
    "spans" JSONB,
    "state" TEXT NOT NULL,
    "entered_by" TEXT NOT NULL,
    "entered_at" TIMESTAMPTZ(3) NOT NULL,
    "decided_by" TEXT,
    "decided_at" TIMESTAMPTZ(3),

    CONSTRAINT "calendar_day_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "calendar_year" (
    "year" INTEGER NOT NULL,
    "confirmed_by" TEXT NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "calendar_year_pkey" PRIMARY KEY ("year")
);

-- CreateTable
CREATE TABLE "service_policy" (
    "version" INTEGER NOT NULL,
    "valid_from" TEXT NOT NULL,
    "source" TEXT NOT NULL,
    "standards" JSONB NOT NULL,
    "entered_by" TEXT NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "service_policy_pkey" PRIMARY KEY ("version")
);

-- CreateTable
CREATE TABLE "outage" (
    "id" UUID NOT NULL,
    "version" INTEGER NOT NULL,
    "kind" TEXT NOT NULL,
    "reach" TEXT NOT NULL,
    "began_at" TIMESTAMPTZ(3) NOT NULL,
    "ended_at" TIMESTAMPTZ(3),
    "reason" TEXT NOT NULL,
    "withdrawn" BOOLEAN NOT NULL DEFAULT false,
    "by_id" TEXT NOT NULL,
    "by_name" TEXT NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "outage_pkey" PRIMARY KEY ("id","version")
);

-- CreateTable
CREATE TABLE "case_clock" (
    "case_id" UUID NOT NULL,
    "queue_id" TEXT NOT NULL,
    "open" BOOLEAN NOT NULL,
    "history" JSONB NOT NULL,
    "rules_version" INTEGER NOT NULL,
    "policy_version" INTEGER,
    "stage_due_at" TIMESTAMPTZ(3),
    "promise_due_at" TIMESTAMPTZ(3),
    "law_due_at" TIMESTAMPTZ(3),
    "rung_at" TIMESTAMPTZ(3),
    "step_at" TIMESTAMPTZ(3),

    CONSTRAINT "case_clock_pkey" PRIMARY KEY ("case_id")
);

-- CreateTable
CREATE TABLE "escalation" (
    "case_id" UUID NOT NULL,
    "clock" TEXT NOT NULL,
    "level" INTEGER NOT NULL,
    "episode" INTEGER NOT NULL,
    "queue_id" TEXT NOT NULL,
    "stage" TEXT NOT NULL,
    "office" TEXT NOT NULL,
    "due_at" TIMESTAMPTZ(3) NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "escalation_pkey" PRIMARY KEY ("case_id","clock","level","episode")
);

-- CreateTable
CREATE TABLE "digest_line" (
    "person_id" TEXT NOT NULL,
    "case_id" UUID NOT NULL,
    "clock" TEXT NOT NULL,
    "level" INTEGER NOT NULL,
    "episode" INTEGER NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,
    "digest_id" UUID,

    CONSTRAINT "digest_line_pkey" PRIMARY KEY ("person_id","case_id","clock","level","episode")
);

-- CreateTable
CREATE TABLE "digest" (
    "id" UUID NOT NULL,
    "person_id" TEXT NOT NULL,
    "content" JSONB NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,
    "read_at" TIMESTAMPTZ(3),

    CONSTRAINT "digest_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "calendar_day_on_day_idx" ON "calendar_day"("on_day");

-- CreateIndex
CREATE INDEX "escalation_at_idx" ON "escalation"("at");

-- CreateIndex
CREATE INDEX "digest_line_digest_id_idx" ON "digest_line"("digest_id");

-- CreateIndex
CREATE INDEX "digest_person_id_read_at_idx" ON "digest"("person_id", "read_at");

-- Written by hand: what Prisma's schema language cannot say.

-- What comes next is found along these; counting again takes rows that are behind the rules.
CREATE INDEX case_clock_rung ON case_clock (rung_at) WHERE rung_at IS NOT NULL;
CREATE INDEX case_clock_step ON case_clock (step_at) WHERE step_at IS NOT NULL;
CREATE INDEX case_clock_behind ON case_clock (rules_version) WHERE open;
CREATE INDEX digest_line_waiting ON digest_line (person_id) WHERE digest_id IS NULL;

INSERT INTO time_rules (id, version) VALUES (1, 1);

-- What was declared, entered or climbed stays: a change is a new version beside it.
REVOKE UPDATE, DELETE ON escalation, outage, office_hours, service_policy, calendar_year FROM satu_app, satu_house;
REVOKE DELETE ON time_rules, time_change, calendar_day FROM satu_app, satu_house;

-- Behind the second wall, like what they speak of: the clocks' own tables are the house's, a digest is its reader's.
ALTER TABLE case_clock ENABLE ROW LEVEL SECURITY;
ALTER TABLE escalation ENABLE ROW LEVEL SECURITY;
ALTER TABLE digest_line ENABLE ROW LEVEL SECURITY;
ALTER TABLE digest ENABLE ROW LEVEL SECURITY;
CREATE POLICY house ON case_clock TO satu_house USING (true) WITH CHECK (true);
CREATE POLICY house ON escalation TO satu_house USING (true) WITH CHECK (true);
CREATE POLICY house ON digest_line TO satu_house USING (true) WITH CHECK (true);
CREATE POLICY house ON digest TO satu_house USING (true) WITH CHECK (true);
CREATE POLICY seen ON digest FOR SELECT TO satu_app USING (person_id = (SELECT satu_person()));
