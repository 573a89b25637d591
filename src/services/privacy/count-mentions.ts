import { statement, type Queryable } from '../../storage/sql.ts'

const select = statement<{ number: number; messages: number }>(
  'privacy_mentions',
  `select m.ticket_number as number, count(*)::int as messages
   from message m join ticket k on k.number = m.ticket_number
   where k.requester_id <> $1 and m.person_id is distinct from $1
     and exists (select from unnest($2::text[]) as called(name)
       where to_tsvector('simple', m.text) @@ phraseto_tsquery('simple', called.name))
   group by m.ticket_number order by m.ticket_number limit 20`,
)

/** Tickets of others in which somebody is called by one of these names: whoever erases him is told. */
export function countMentions(
  db: Queryable,
  personId: number,
  names: string[],
): Promise<{ number: number; messages: number }[]> {
  return select(db, personId, names)
}
