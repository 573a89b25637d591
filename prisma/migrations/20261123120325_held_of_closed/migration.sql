-- AlterTable
ALTER TABLE "held_message" ADD COLUMN     "closed_ticket_number" INTEGER;

-- CreateIndex
CREATE INDEX "held_message_resolved_ticket_number_held_at_idx" ON "held_message"("resolved_ticket_number", "held_at");
