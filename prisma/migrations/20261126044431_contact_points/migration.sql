-- CreateTable
CREATE TABLE "contact_point" (
    "id" SERIAL NOT NULL,
    "person_id" INTEGER NOT NULL,
    "channel" TEXT NOT NULL,
    "address" TEXT NOT NULL,
    "verified" BOOLEAN NOT NULL,
    "reachable" BOOLEAN NOT NULL DEFAULT true,
    "handle" TEXT,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "contact_point_pkey" PRIMARY KEY ("id")
);

-- Telegram said who wrote, so each of them is verified.
INSERT INTO "contact_point"
  ("person_id", "channel", "address", "verified", "reachable", "handle", "created_at")
SELECT "id", 'telegram', "telegram_user_id"::text, true, "reachable", "username", "created_at"
FROM "person" ORDER BY "id";

-- CreateIndex
CREATE INDEX "contact_point_person_id_idx" ON "contact_point"("person_id");

-- CreateIndex
CREATE UNIQUE INDEX "contact_point_channel_address_key" ON "contact_point"("channel", "address");

-- AddForeignKey
ALTER TABLE "contact_point" ADD CONSTRAINT "contact_point_person_id_fkey" FOREIGN KEY ("person_id") REFERENCES "person"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- DropIndex
DROP INDEX "person_telegram_user_id_key";

-- AlterTable
ALTER TABLE "person" DROP COLUMN "reachable",
DROP COLUMN "telegram_user_id",
DROP COLUMN "username";

-- AlterTable
ALTER TABLE "message" ADD COLUMN     "origin_channel" TEXT NOT NULL DEFAULT 'telegram',
ADD COLUMN     "origin_ref" TEXT;

-- AlterTable
ALTER TABLE "attachment" ADD COLUMN     "sha256" TEXT;

-- What is still to be sent, or may be sent again by hand, names its person. A private chat of nobody
-- who is known as a client stays a chat: of supervisors, and of people whose first update failed.
UPDATE "outbox" o
SET "payload" = jsonb_set(o."payload", '{place}', CASE
      WHEN c."person_id" IS NULL
      THEN jsonb_build_object('kind', 'chat', 'chatId', g."chat"::bigint, 'threadId', null)
      ELSE jsonb_build_object('kind', 'person', 'personId', c."person_id") END),
    "lane" = CASE
      WHEN o."lane" <> 'person:' || g."chat" THEN o."lane"
      ELSE coalesce('person:' || c."person_id", 'chat:' || g."chat" || ':0') END
FROM (
  SELECT "id", "payload"->'place'->>'chatId' AS "chat" FROM "outbox"
  WHERE "payload"->'place'->>'kind' = 'person'
    AND "state" IN ('pending', 'sending', 'retry', 'dead', 'unknown')
) g LEFT JOIN "contact_point" c ON c."address" = g."chat"
WHERE o."id" = g."id";

-- What is sent in place of an edit.
UPDATE "outbox" o
SET "payload" = jsonb_set(o."payload", '{unsent,place}', CASE
      WHEN c."person_id" IS NULL
      THEN jsonb_build_object('kind', 'chat', 'chatId', g."chat"::bigint, 'threadId', null)
      ELSE jsonb_build_object('kind', 'person', 'personId', c."person_id") END)
FROM (
  SELECT "id", "payload"#>>'{unsent,place,chatId}' AS "chat" FROM "outbox"
  WHERE "payload"#>>'{unsent,place,kind}' = 'person'
    AND "state" IN ('pending', 'sending', 'retry', 'dead', 'unknown')
) g LEFT JOIN "contact_point" c ON c."address" = g."chat"
WHERE o."id" = g."id";

-- Messages that were named by the chat: his settings, and that he writes too fast.
UPDATE "outbox" o
SET "slot" = n."slot", "payload" = jsonb_set(o."payload", '{slot}', to_jsonb(n."slot"))
FROM (
  SELECT o."id", regexp_replace(o."slot", ':\d+', ':' || c."person_id") AS "slot"
  FROM "outbox" o JOIN "contact_point" c ON c."address" = substring(o."slot" from ':(\d+)')
  WHERE o."slot" ~ '^(settings:\d+$|slower:\d+@)'
    AND o."state" IN ('pending', 'sending', 'retry', 'dead', 'unknown')
) n WHERE o."id" = n."id";

-- In two steps: the number of one person may be the chat of another.
UPDATE "slot" s
SET "key" = 'of ' || regexp_replace(s."key", ':\d+', ':' || c."person_id")
FROM "contact_point" c
WHERE s."key" ~ '^(settings:\d+$|slower:\d+@)' AND c."address" = substring(s."key" from ':(\d+)');

UPDATE "slot" SET "key" = substr("key", 4) WHERE "key" LIKE 'of %';
