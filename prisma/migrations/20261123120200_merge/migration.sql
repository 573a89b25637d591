-- AlterTable
ALTER TABLE "message" ADD COLUMN     "copied_from" INTEGER;

-- AlterTable
ALTER TABLE "ticket" ADD COLUMN     "split_from" INTEGER;

-- CreateTable
CREATE TABLE "merge" (
    "id" SERIAL NOT NULL,
    "ticket_number" INTEGER NOT NULL,
    "into_number" INTEGER NOT NULL,
    "agent_id" INTEGER NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,
    "part_before" JSONB NOT NULL,
    "survivor_before" JSONB NOT NULL,
    "survivor_messages" INTEGER NOT NULL,
    "carried" INTEGER[],
    "undone_at" TIMESTAMPTZ(3),

    CONSTRAINT "merge_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "merge_ticket_number_idx" ON "merge"("ticket_number");

-- CreateIndex
CREATE INDEX "merge_into_number_idx" ON "merge"("into_number");

-- CreateIndex
CREATE UNIQUE INDEX "message_copied_from_key" ON "message"("copied_from");

-- CreateIndex
CREATE INDEX "ticket_merged_into_idx" ON "ticket"("merged_into");
