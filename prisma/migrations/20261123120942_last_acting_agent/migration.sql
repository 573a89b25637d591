-- AlterTable
ALTER TABLE "ticket" ADD COLUMN     "last_acting_agent_id" INTEGER;
