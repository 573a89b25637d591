-- Written by hand: Prisma cannot say which rows an index holds. What did not arrive is little, and counted often.
CREATE INDEX "outbox_given_up_idx" ON "outbox"("id") WHERE "state" IN ('dead', 'unknown');
