-- AlterTable
ALTER TABLE "person" ADD COLUMN     "erased_at" TIMESTAMPTZ(3);

-- AlterTable
ALTER TABLE "ticket" ADD COLUMN     "erased_at" TIMESTAMPTZ(3);

-- Closed tickets whose words are still there, the one first that nothing has happened to for longest.
CREATE INDEX "ticket_to_retire_idx" ON "ticket"("updated_at") WHERE "status" = 'closed' AND "erased_at" IS NULL;
