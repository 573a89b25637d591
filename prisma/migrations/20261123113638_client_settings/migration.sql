-- AlterTable
ALTER TABLE "person" ADD COLUMN     "muted" TEXT[] DEFAULT ARRAY[]::TEXT[],
ADD COLUMN     "quiet_from" INTEGER,
ADD COLUMN     "quiet_to" INTEGER;
