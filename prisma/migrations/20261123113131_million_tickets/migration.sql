-- DropIndex
DROP INDEX "ticket_assignee_id_status_idx";

-- DropIndex
DROP INDEX "ticket_status_priority_needs_reply_since_idx";

-- CreateIndex
CREATE INDEX "assignment_change_to_agent_id_at_idx" ON "assignment_change"("to_agent_id", "at");

-- CreateIndex
CREATE INDEX "message_sent_at_idx" ON "message"("sent_at");

-- CreateIndex
CREATE INDEX "slot_chat_id_message_id_idx" ON "slot"("chat_id", "message_id");

-- CreateIndex
CREATE INDEX "status_change_at_idx" ON "status_change"("at");

-- CreateIndex
CREATE INDEX "ticket_closed_at_idx" ON "ticket"("closed_at");

-- Written by hand: Prisma cannot say which rows an index holds. Nearly all tickets are closed; what
-- is looked for all day are those that are not.
CREATE INDEX "ticket_queue_idx" ON "ticket"("priority" DESC, "needs_reply_since", "number")
  WHERE "assignee_id" IS NULL AND "status" IN ('new', 'open');
CREATE INDEX "ticket_live_idx" ON "ticket"("assignee_id", "needs_reply_since", "priority" DESC, "number")
  INCLUDE ("status") WHERE "status" <> 'closed';
