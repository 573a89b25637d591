-- AlterTable
ALTER TABLE "attachment" ADD COLUMN     "late" BOOLEAN NOT NULL DEFAULT false;

-- AlterTable
ALTER TABLE "held_message" ADD COLUMN     "draft_id" TEXT;

-- CreateTable
CREATE TABLE "album" (
    "chat_id" BIGINT NOT NULL,
    "media_group_id" TEXT NOT NULL,
    "message_id" INTEGER NOT NULL,
    "content" JSONB NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "album_pkey" PRIMARY KEY ("chat_id","media_group_id")
);

-- CreateIndex
CREATE INDEX "album_at_idx" ON "album"("at");
