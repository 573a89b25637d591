-- AlterTable
ALTER TABLE "inbound_update" ADD COLUMN     "begun_at" TIMESTAMPTZ(3) DEFAULT CURRENT_TIMESTAMP,
ADD COLUMN     "deaths" INTEGER NOT NULL DEFAULT 0,
ADD COLUMN     "lasting" BOOLEAN NOT NULL DEFAULT false;


-- Written by hand: Prisma cannot say which rows an index holds. Dead letters are few, and counted often.
CREATE INDEX "inbound_update_dead_idx" ON "inbound_update"("bot_id", "update_id") WHERE "state" = 'dead';
-- Empty but for the moments after a death of the program.
CREATE INDEX "inbound_update_suspect_idx" ON "inbound_update"("bot_id", "update_id") WHERE "state" = 'pending' AND "deaths" > 0;
