-- AlterTable
ALTER TABLE "message" ADD COLUMN     "unsent_at" TIMESTAMPTZ(3);

-- CreateTable
CREATE TABLE "reaction" (
    "message_id" INTEGER NOT NULL,
    "person_id" INTEGER NOT NULL,
    "value" TEXT NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "reaction_pkey" PRIMARY KEY ("message_id","person_id")
);

-- AddForeignKey
ALTER TABLE "reaction" ADD CONSTRAINT "reaction_message_id_fkey" FOREIGN KEY ("message_id") REFERENCES "message"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- Prisma cannot say an index of an expression; /find and /journal look words up in it.
CREATE INDEX "message_words_idx" ON "message" USING GIN (to_tsvector('simple', "text"));
