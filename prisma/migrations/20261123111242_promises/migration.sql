-- AlterTable
ALTER TABLE "message" ADD COLUMN     "recorded_at" TIMESTAMPTZ(3);
UPDATE "message" SET "recorded_at" = "sent_at";
ALTER TABLE "message" ALTER COLUMN "recorded_at" SET NOT NULL,
  ALTER COLUMN "recorded_at" SET DEFAULT CURRENT_TIMESTAMP;

-- AlterTable
ALTER TABLE "ticket" ADD COLUMN     "updated_at" TIMESTAMPTZ(3);
UPDATE "ticket" t SET "updated_at" = greatest("created_at", "entered_at", "last_agent_action_at",
  "last_public_message_at", "closed_at");
ALTER TABLE "ticket" ALTER COLUMN "updated_at" SET NOT NULL,
  ALTER COLUMN "updated_at" SET DEFAULT CURRENT_TIMESTAMP;

-- CreateTable
CREATE TABLE "priority_change" (
    "id" SERIAL NOT NULL,
    "ticket_number" INTEGER NOT NULL,
    "from" "priority" NOT NULL,
    "to" "priority" NOT NULL,
    "agent_id" INTEGER,
    "at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "priority_change_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "sla_clock" (
    "ticket_number" INTEGER NOT NULL,
    "metric" TEXT NOT NULL,
    "cycle_no" INTEGER NOT NULL,
    "state" TEXT NOT NULL,
    "counted_ms" BIGINT NOT NULL,
    "running_since" TIMESTAMPTZ(3),
    "target_ms" BIGINT NOT NULL,
    "due_at" TIMESTAMPTZ(3),
    "started_at" TIMESTAMPTZ(3) NOT NULL,
    "ended_at" TIMESTAMPTZ(3),
    "warned_at" TIMESTAMPTZ(3),
    "breached_at" TIMESTAMPTZ(3),
    "next_at" TIMESTAMPTZ(3),

    CONSTRAINT "sla_clock_pkey" PRIMARY KEY ("ticket_number","metric","cycle_no")
);

-- CreateIndex
CREATE INDEX "priority_change_ticket_number_idx" ON "priority_change"("ticket_number");

-- CreateIndex
CREATE INDEX "sla_clock_next_at_idx" ON "sla_clock"("next_at");

-- AddForeignKey
ALTER TABLE "priority_change" ADD CONSTRAINT "priority_change_ticket_number_fkey" FOREIGN KEY ("ticket_number") REFERENCES "ticket"("number") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "sla_clock" ADD CONSTRAINT "sla_clock_ticket_number_fkey" FOREIGN KEY ("ticket_number") REFERENCES "ticket"("number") ON DELETE RESTRICT ON UPDATE CASCADE;
