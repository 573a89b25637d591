-- Messages that found their ticket stand there; from now on the row goes when they do.
DELETE FROM "held_message" WHERE "resolved_ticket_number" IS NOT NULL;
