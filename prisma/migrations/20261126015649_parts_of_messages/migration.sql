-- AlterTable
ALTER TABLE "message_copy" ADD COLUMN     "entities" JSONB,
ADD COLUMN     "shows" TEXT,
ADD COLUMN     "text" TEXT;
