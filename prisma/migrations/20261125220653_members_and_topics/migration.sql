-- AlterTable
ALTER TABLE "agent" ADD COLUMN     "checked_at" TIMESTAMPTZ(3);

-- CreateTable
CREATE TABLE "topic_creation" (
    "id" SERIAL NOT NULL,
    "ticket_number" INTEGER NOT NULL,
    "chat_id" BIGINT NOT NULL,
    "name" TEXT NOT NULL,
    "after_id" INTEGER NOT NULL,
    "not_before" TIMESTAMPTZ(3) NOT NULL,
    "asked_at" TIMESTAMPTZ(3) NOT NULL,
    "thread_id" INTEGER,

    CONSTRAINT "topic_creation_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "topic_creation_chat_id_name_idx" ON "topic_creation"("chat_id", "name");

-- CreateIndex
CREATE UNIQUE INDEX "topic_creation_chat_id_thread_id_key" ON "topic_creation"("chat_id", "thread_id");

-- AddForeignKey
ALTER TABLE "topic_creation" ADD CONSTRAINT "topic_creation_ticket_number_fkey" FOREIGN KEY ("ticket_number") REFERENCES "ticket"("number") ON DELETE RESTRICT ON UPDATE CASCADE;
