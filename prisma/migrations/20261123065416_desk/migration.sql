-- CreateSchema
CREATE SCHEMA IF NOT EXISTS "public";

-- CreateEnum
CREATE TYPE "ticket_status" AS ENUM ('new', 'open', 'pending', 'postponed', 'in_development', 'solution_proposed', 'closed');

-- CreateEnum
CREATE TYPE "priority" AS ENUM ('low', 'normal', 'high', 'urgent');

-- CreateEnum
CREATE TYPE "message_kind" AS ENUM ('public', 'note', 'system');

-- CreateEnum
CREATE TYPE "update_state" AS ENUM ('pending', 'done', 'ignored', 'dead');

-- CreateEnum
CREATE TYPE "outbox_state" AS ENUM ('pending', 'sending', 'retry', 'sent', 'merged', 'dead', 'unknown');

-- CreateTable
CREATE TABLE "person" (
    "id" SERIAL NOT NULL,
    "telegram_user_id" BIGINT NOT NULL,
    "name" TEXT NOT NULL,
    "username" TEXT,
    "language_code" TEXT,
    "language" TEXT,
    "timezone" TEXT,
    "reachable" BOOLEAN NOT NULL DEFAULT true,
    "banned_until" TIMESTAMPTZ(3),
    "active_ticket_number" INTEGER,
    "active_ticket_at" TIMESTAMPTZ(3),
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "person_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "agent" (
    "id" SERIAL NOT NULL,
    "telegram_user_id" BIGINT NOT NULL,
    "name" TEXT NOT NULL,
    "username" TEXT,
    "supervisor" BOOLEAN NOT NULL DEFAULT false,
    "active" BOOLEAN NOT NULL DEFAULT true,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "agent_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "ticket" (
    "number" SERIAL NOT NULL,
    "type_key" TEXT NOT NULL,
    "subject" TEXT NOT NULL,
    "status" "ticket_status" NOT NULL DEFAULT 'new',
    "needs_reply_since" TIMESTAMPTZ(3),
    "priority" "priority" NOT NULL,
    "requester_id" INTEGER NOT NULL,
    "assignee_id" INTEGER,
    "assigned_at" TIMESTAMPTZ(3),
    "entered_at" TIMESTAMPTZ(3) NOT NULL,
    "last_agent_action_at" TIMESTAMPTZ(3),
    "last_public_message_at" TIMESTAMPTZ(3),
    "waiting_since" TIMESTAMPTZ(3),
    "key_data" JSONB NOT NULL,
    "proposal_no" INTEGER NOT NULL DEFAULT 0,
    "closure_no" INTEGER NOT NULL DEFAULT 0,
    "close_reason" TEXT,
    "closed_at" TIMESTAMPTZ(3),
    "reopen_count" INTEGER NOT NULL DEFAULT 0,
    "message_count" INTEGER NOT NULL DEFAULT 0,
    "version" INTEGER NOT NULL DEFAULT 1,
    "draft_id" TEXT NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "ticket_pkey" PRIMARY KEY ("number")
);

-- CreateTable
CREATE TABLE "status_change" (
    "ticket_number" INTEGER NOT NULL,
    "seq" INTEGER NOT NULL,
    "from" "ticket_status",
    "to" "ticket_status" NOT NULL,
    "transition" TEXT NOT NULL,
    "event" TEXT NOT NULL,
    "actor_kind" TEXT NOT NULL,
    "actor_id" INTEGER,
    "reason" TEXT,
    "implicit" BOOLEAN NOT NULL DEFAULT false,
    "at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "status_change_pkey" PRIMARY KEY ("ticket_number","seq")
);

-- CreateTable
CREATE TABLE "assignment_change" (
    "id" SERIAL NOT NULL,
    "ticket_number" INTEGER NOT NULL,
    "from_agent_id" INTEGER,
    "to_agent_id" INTEGER,
    "cause" TEXT NOT NULL,
    "actor_kind" TEXT NOT NULL,
    "actor_id" INTEGER,
    "at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "assignment_change_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "timer" (
    "ticket_number" INTEGER NOT NULL,
    "kind" TEXT NOT NULL,
    "fires_at" TIMESTAMPTZ(3) NOT NULL,
    "ticket_version" INTEGER NOT NULL,

    CONSTRAINT "timer_pkey" PRIMARY KEY ("ticket_number","kind")
);

-- CreateTable
CREATE TABLE "message" (
    "id" SERIAL NOT NULL,
    "ticket_number" INTEGER NOT NULL,
    "seq" INTEGER NOT NULL,
    "kind" "message_kind" NOT NULL,
    "author" TEXT NOT NULL,
    "person_id" INTEGER,
    "agent_id" INTEGER,
    "purpose" TEXT NOT NULL,
    "text" TEXT NOT NULL,
    "entities" JSONB NOT NULL DEFAULT '[]',
    "reply_to_id" INTEGER,
    "is_ack" BOOLEAN NOT NULL DEFAULT false,
    "revision" INTEGER NOT NULL DEFAULT 1,
    "sent_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "message_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "message_revision" (
    "message_id" INTEGER NOT NULL,
    "revision" INTEGER NOT NULL,
    "text" TEXT NOT NULL,
    "entities" JSONB NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "message_revision_pkey" PRIMARY KEY ("message_id","revision")
);

-- CreateTable
CREATE TABLE "attachment" (
    "id" SERIAL NOT NULL,
    "message_id" INTEGER NOT NULL,
    "position" INTEGER NOT NULL,
    "kind" TEXT NOT NULL,
    "file_id" TEXT,
    "file_unique_id" TEXT,
    "name" TEXT,
    "mime" TEXT,
    "size_bytes" BIGINT,

    CONSTRAINT "attachment_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "message_copy" (
    "chat_id" BIGINT NOT NULL,
    "telegram_message_id" INTEGER NOT NULL,
    "message_id" INTEGER NOT NULL,
    "source" BOOLEAN NOT NULL,

    CONSTRAINT "message_copy_pkey" PRIMARY KEY ("chat_id","telegram_message_id")
);

-- CreateTable
CREATE TABLE "rating" (
    "ticket_number" INTEGER NOT NULL,
    "closure_no" INTEGER NOT NULL,
    "person_id" INTEGER NOT NULL,
    "agent_id" INTEGER,
    "helpfulness" INTEGER,
    "speed" INTEGER,
    "politeness" INTEGER,
    "comment" TEXT,
    "rated_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "rating_pkey" PRIMARY KEY ("ticket_number","closure_no","person_id")
);

-- CreateTable
CREATE TABLE "topic" (
    "ticket_number" INTEGER NOT NULL,
    "chat_id" BIGINT NOT NULL,
    "thread_id" INTEGER NOT NULL,

    CONSTRAINT "topic_pkey" PRIMARY KEY ("ticket_number")
);

-- CreateTable
CREATE TABLE "slot" (
    "key" TEXT NOT NULL,
    "chat_id" BIGINT NOT NULL,
    "message_id" INTEGER NOT NULL,
    "content" JSONB NOT NULL,
    "updated_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "slot_pkey" PRIMARY KEY ("key")
);

-- CreateTable
CREATE TABLE "inbound_update" (
    "bot_id" BIGINT NOT NULL,
    "update_id" BIGINT NOT NULL,
    "lane" TEXT NOT NULL,
    "payload" JSONB NOT NULL,
    "state" "update_state" NOT NULL DEFAULT 'pending',
    "attempts" INTEGER NOT NULL DEFAULT 0,
    "reason" TEXT,
    "received_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "finished_at" TIMESTAMPTZ(3),

    CONSTRAINT "inbound_update_pkey" PRIMARY KEY ("bot_id","update_id")
);

-- CreateTable
CREATE TABLE "dialogue" (
    "key" TEXT NOT NULL,
    "state" JSONB NOT NULL,
    "updated_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "dialogue_pkey" PRIMARY KEY ("key")
);

-- CreateTable
CREATE TABLE "held_message" (
    "id" SERIAL NOT NULL,
    "person_id" INTEGER NOT NULL,
    "content" JSONB NOT NULL,
    "held_at" TIMESTAMPTZ(3) NOT NULL,
    "resolved_ticket_number" INTEGER,

    CONSTRAINT "held_message_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "outbox" (
    "id" BIGSERIAL NOT NULL,
    "dedup_key" TEXT NOT NULL,
    "lane" TEXT NOT NULL,
    "kind" TEXT NOT NULL,
    "payload" JSONB NOT NULL,
    "slot" TEXT,
    "bulk" BOOLEAN NOT NULL DEFAULT false,
    "state" "outbox_state" NOT NULL DEFAULT 'pending',
    "attempts" INTEGER NOT NULL DEFAULT 0,
    "ambiguous" INTEGER NOT NULL DEFAULT 0,
    "next_attempt_at" TIMESTAMPTZ(3),
    "error" TEXT,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "finished_at" TIMESTAMPTZ(3),

    CONSTRAINT "outbox_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "setting" (
    "key" TEXT NOT NULL,
    "value" JSONB NOT NULL,
    "updated_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "setting_pkey" PRIMARY KEY ("key")
);

-- CreateIndex
CREATE UNIQUE INDEX "person_telegram_user_id_key" ON "person"("telegram_user_id");

-- CreateIndex
CREATE UNIQUE INDEX "agent_telegram_user_id_key" ON "agent"("telegram_user_id");

-- CreateIndex
CREATE UNIQUE INDEX "ticket_draft_id_key" ON "ticket"("draft_id");

-- CreateIndex
CREATE INDEX "ticket_requester_id_status_number_idx" ON "ticket"("requester_id", "status", "number" DESC);

-- CreateIndex
CREATE INDEX "ticket_status_priority_needs_reply_since_idx" ON "ticket"("status", "priority", "needs_reply_since");

-- CreateIndex
CREATE INDEX "ticket_assignee_id_status_idx" ON "ticket"("assignee_id", "status");

-- CreateIndex
CREATE INDEX "assignment_change_ticket_number_idx" ON "assignment_change"("ticket_number");

-- CreateIndex
CREATE INDEX "timer_fires_at_idx" ON "timer"("fires_at");

-- CreateIndex
CREATE UNIQUE INDEX "message_ticket_number_seq_key" ON "message"("ticket_number", "seq");

-- CreateIndex
CREATE INDEX "attachment_message_id_idx" ON "attachment"("message_id");

-- CreateIndex
CREATE INDEX "message_copy_message_id_idx" ON "message_copy"("message_id");

-- CreateIndex
CREATE UNIQUE INDEX "topic_chat_id_thread_id_key" ON "topic"("chat_id", "thread_id");

-- CreateIndex
CREATE INDEX "held_message_person_id_idx" ON "held_message"("person_id");

-- CreateIndex
CREATE UNIQUE INDEX "outbox_dedup_key_key" ON "outbox"("dedup_key");

-- AddForeignKey
ALTER TABLE "ticket" ADD CONSTRAINT "ticket_requester_id_fkey" FOREIGN KEY ("requester_id") REFERENCES "person"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "ticket" ADD CONSTRAINT "ticket_assignee_id_fkey" FOREIGN KEY ("assignee_id") REFERENCES "agent"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "status_change" ADD CONSTRAINT "status_change_ticket_number_fkey" FOREIGN KEY ("ticket_number") REFERENCES "ticket"("number") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "assignment_change" ADD CONSTRAINT "assignment_change_ticket_number_fkey" FOREIGN KEY ("ticket_number") REFERENCES "ticket"("number") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "timer" ADD CONSTRAINT "timer_ticket_number_fkey" FOREIGN KEY ("ticket_number") REFERENCES "ticket"("number") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "message" ADD CONSTRAINT "message_ticket_number_fkey" FOREIGN KEY ("ticket_number") REFERENCES "ticket"("number") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "message" ADD CONSTRAINT "message_person_id_fkey" FOREIGN KEY ("person_id") REFERENCES "person"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "message" ADD CONSTRAINT "message_agent_id_fkey" FOREIGN KEY ("agent_id") REFERENCES "agent"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "message_revision" ADD CONSTRAINT "message_revision_message_id_fkey" FOREIGN KEY ("message_id") REFERENCES "message"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "attachment" ADD CONSTRAINT "attachment_message_id_fkey" FOREIGN KEY ("message_id") REFERENCES "message"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "message_copy" ADD CONSTRAINT "message_copy_message_id_fkey" FOREIGN KEY ("message_id") REFERENCES "message"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "rating" ADD CONSTRAINT "rating_ticket_number_fkey" FOREIGN KEY ("ticket_number") REFERENCES "ticket"("number") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "rating" ADD CONSTRAINT "rating_person_id_fkey" FOREIGN KEY ("person_id") REFERENCES "person"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "topic" ADD CONSTRAINT "topic_ticket_number_fkey" FOREIGN KEY ("ticket_number") REFERENCES "ticket"("number") ON DELETE RESTRICT ON UPDATE CASCADE;

-- Written by hand: Prisma cannot say which rows an index holds. Nearly all rows of the inbox and the
-- outbox are finished; what is looked for are the few that are not.
CREATE INDEX "inbound_update_pending_idx" ON "inbound_update"("bot_id", "update_id") WHERE "state" = 'pending';
CREATE INDEX "outbox_waiting_idx" ON "outbox"("id") WHERE "state" IN ('pending', 'sending', 'retry');
CREATE INDEX "outbox_unknown_idx" ON "outbox"("finished_at") WHERE "state" = 'unknown';
