-- AlterTable
ALTER TABLE "ticket" ADD COLUMN     "undecided_since" TIMESTAMPTZ(3);
