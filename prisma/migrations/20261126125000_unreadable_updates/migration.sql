-- AlterTable
ALTER TABLE "inbound_update" ADD COLUMN     "unreadable" BOOLEAN NOT NULL DEFAULT false;

-- Until now they were known by having died without an attempt.
UPDATE "inbound_update" SET "unreadable" = true WHERE "state" = 'dead' AND "attempts" = 0 AND "deaths" = 0;
