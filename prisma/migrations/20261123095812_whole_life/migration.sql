-- AlterTable
ALTER TABLE "agent" ADD COLUMN     "away_until" TIMESTAMPTZ(3);

-- AlterTable
ALTER TABLE "ticket" ADD COLUMN     "development" JSONB,
ADD COLUMN     "development_due_at" TIMESTAMPTZ(3),
ADD COLUMN     "disciplined_at" TIMESTAMPTZ(3),
ADD COLUMN     "first_response_at" TIMESTAMPTZ(3),
ADD COLUMN     "follow_up_of" INTEGER,
ADD COLUMN     "merged_into" INTEGER,
ADD COLUMN     "postponed_until" TIMESTAMPTZ(3),
ADD COLUMN     "reminded_at" TIMESTAMPTZ(3),
ADD COLUMN     "tags" TEXT[] DEFAULT ARRAY[]::TEXT[];

-- CreateIndex
CREATE INDEX "ticket_tags_idx" ON "ticket" USING GIN ("tags");
