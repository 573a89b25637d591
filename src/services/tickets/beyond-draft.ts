import type { WrittenMessage } from '../../domain/message.ts'
import { jsonText } from '../../storage/json-text.ts'
import { statement, type Queryable } from '../../storage/sql.ts'
import { writtenOf, type HeldContent } from './held-messages.ts'

/** The draft of a person. */
export interface DraftKey {
  personId: number
  draftId: string
}

/** Enough for whoever writes a book; a stranger's machine is stopped. */
const most = 100

const insert = statement<{ before: number }>(
  'held_beyond_add',
  `with kept as (
     select count(*)::int as before from held_message where person_id = $1 and draft_id = $2
   ), added as (
     insert into held_message (person_id, draft_id, content, held_at)
     select $1, $2, $3::jsonb, $4::timestamptz from kept where before < ${String(most)}
   )
   select before from kept`,
)

/**
 * Keeps a message for which its draft has no room until the ticket is there.
 *
 * @returns whether it was the first, a further one, or one too many, which is not kept
 */
export async function keepBeyondDraft(
  tx: Queryable,
  { personId, draftId }: DraftKey,
  written: WrittenMessage,
  now: Date,
): Promise<'first' | 'further' | 'too_many'> {
  const [row] = await insert(tx, personId, draftId, jsonText(written), now)
  const before = row?.before ?? 0
  if (before >= most) return 'too_many'
  return before === 0 ? 'first' : 'further'
}

const select = statement<{ content: HeldContent }>(
  'held_beyond',
  `select content from held_message
   where person_id = $1 and draft_id = $2 and resolved_ticket_number is null order by id`,
)

/** What was written to a draft that had no room for it, in order. */
export async function beyondDraft(
  tx: Queryable,
  { personId, draftId }: DraftKey,
): Promise<WrittenMessage[]> {
  const rows = await select(tx, personId, draftId)
  return rows.map(({ content }) => writtenOf(content))
}

const resolve = statement(
  'held_beyond_resolve',
  `delete from held_message
   where person_id = $1 and draft_id = $2 and resolved_ticket_number is null`,
)

/** It stands in the ticket now. */
export async function giveBeyondDraft(
  tx: Queryable,
  { personId, draftId }: DraftKey,
): Promise<void> {
  await resolve(tx, personId, draftId)
}
