-- Nothing ever wrote a message of the kind "system". PostgreSQL takes no value out of an enum: the
-- type is made anew.
ALTER TYPE "message_kind" RENAME TO "message_kind_old";
CREATE TYPE "message_kind" AS ENUM ('public', 'note');
ALTER TABLE "message" ALTER COLUMN "kind" TYPE "message_kind" USING ("kind"::text::"message_kind");
DROP TYPE "message_kind_old";
