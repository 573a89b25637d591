import type { Queryable } from '../../src/storage/sql.ts'

/** Columns of text that hold nothing anybody wrote, each with the reason. */
export const keepsNoWords: Record<string, string> = {
  'agent.name': 'of the staff',
  'agent.username': 'of the staff',
  'assignment_change.actor_kind': 'one of three',
  'assignment_change.cause': 'one of some',
  'attachment.kind': 'one of some',
  'contact_point.channel': 'one of some',
  'held_message.draft_id': 'a random id',
  'merge.carried': 'numbers',
  'message.author': 'one of two',
  'message.origin_channel': 'one of some',
  'message.purpose': 'one of some',
  'message_copy.shows': 'one of three',
  'outbox.claimed_by': 'a random id',
  'outbox.dedup_key': 'a cause by its numbers',
  'outbox.kind': 'one of some',
  'person.muted': 'of a fixed list, compared by itself',
  'reaction.value': 'one of two',
  'setting.key': 'a name of ours',
  'setting.value': 'what the desk knows of itself',
  'sla_clock.metric': 'one of three',
  'sla_clock.state': 'one of some',
  'status_change.actor_kind': 'one of three',
  'status_change.event': 'one of some',
  'status_change.transition': 'one of some',
  'ticket.close_reason': 'one of some',
  'ticket.draft_id': 'a random id',
  'ticket.type_key': 'of the desk file',
  'timer.kind': 'one of some',
  'album.media_group_id': "Telegram's number of an album",
}

export interface Filled {
  personId: number
  userId: number
  /** His tickets. */
  numbers: number[]
  /** One of them, which is closed with this. */
  closed: number
  groupId: number
}

/**
 * Writes what a played life does not come to: each column that can hold words holds some of his
 * afterwards, marked MARKP.
 */
export async function fillEveryColumn(db: Queryable, filled: Filled): Promise<void> {
  const { personId, userId, numbers, closed, groupId } = filled
  const run = (text: string, ...values: unknown[]) => db.query({ text, values })
  await run(
    `update person set language_code = 'markp', language = 'markp', timezone = 'Markp/Zone',
       quiet_from = 1, quiet_to = 2, muted = '{works}', active_ticket_number = $2,
       active_ticket_at = now(), banned_until = now() where id = $1`,
    personId,
    closed,
  )
  await run(
    `update ticket set key_data = '{"source": "MARKP key"}', tags = '{markptag}',
       development = '{"engineer": "MARKP engineer", "externalKey": "K-1", "slipCount": 0}'
     where number = any($1)`,
    numbers,
  )
  await run(
    `update message set origin_ref = 'MARKP ref', entities =
       jsonb_build_array(jsonb_build_object('type', 'text_link', 'offset', 0, 'length', 1,
         'url', 'https://markp.example')) where ticket_number = any($1)`,
    numbers,
  )
  await run(
    `update message_revision set entities = '[{"type": "text_link", "url": "https://markp.example"}]'
     where message_id in (select id from message where ticket_number = any($1))`,
    numbers,
  )
  await run(
    `update attachment set file_id = 'MARKPid', file_unique_id = 'MARKPu', sha256 = 'markp256',
       name = 'MARKP.pdf', mime = 'x-markp/file'
     where message_id in (select id from message where ticket_number = any($1))`,
    numbers,
  )
  await run(
    `update message_copy set text = 'MARKP piece', entities = '[{"url": "https://markp.example"}]'
     where message_id in (select id from message where ticket_number = any($1)) and source`,
    numbers,
  )
  await run(
    `update status_change set reason = 'MARKP because' where ticket_number = any($1) and seq > 1`,
    numbers,
  )
  await run(
    `insert into rating (ticket_number, closure_no, person_id, helpfulness, comment, rated_at)
     values ($1, 1, $2, 2, 'MARKP comment', now())`,
    closed,
    personId,
  )
  await run(
    `insert into merge (ticket_number, into_number, agent_id, at, part_before, survivor_before,
                        survivor_messages, carried, undone_at)
     values ($1, $2, 1, now(), '{"tags": ["markptag"]}',
             '{"tags": [], "development": {"engineer": "MARKP engineer"}}', 1, '{}', now())`,
    numbers[0],
    numbers[1],
  )
  await run(
    `insert into topic_creation (ticket_number, chat_id, name, after_id, not_before, asked_at)
     values ($1, $2, '#1 MARKP subject', 1, now(), now())`,
    closed,
    groupId,
  )
  await run(
    `insert into held_message (person_id, content, held_at)
     values ($1, '{"text": "MARKP held", "entities": [], "attachments": [], "places": []}', now())`,
    personId,
  )
  await run(
    `insert into held_message (person_id, content, held_at, resolved_ticket_number)
     values ($1, '{"text": "MARKP held once"}', now(), $2)`,
    personId,
    closed,
  )
  await run(
    `insert into slot (key, chat_id, message_id, content)
     values ($1, $4, 990001, '{"text": "MARKP rate"}'), ($2, $5, 990003, '{"text": "Zoriana Markp waits"}'),
            ($3, $4, 990004, '{"text": "MARKP settings"}')
     on conflict do nothing`,
    `message-${String(closed)}:${String(userId)}`,
    `held:${String(groupId)}/990002`,
    `settings:${String(personId)}`,
    userId,
    groupId,
  )
  await run(
    `insert into album (chat_id, media_group_id, message_id, content, at)
     values ($1, '77', 1, '{"text": "MARKP album"}', now())`,
    userId,
  )
  await run(
    `insert into dialogue (key, state) values ($1, '{"text": "MARKP draft"}')
     on conflict (key) do update set state = '{"text": "MARKP draft"}'`,
    `user:${String(userId)}`,
  )
  await run(
    `insert into inbound_update (bot_id, update_id, lane, payload, state, reason) values
       (1, 990001, $1, '{"message": {"text": "MARKP dead"}}', 'dead', 'Error: MARKP'),
       (1, 990002, $1, '{"message": {"text": "MARKP waits"}}', 'pending', null),
       (1, 990003, $2, '{"message": {"text": "/find Zoriana Markp"}}', 'done', null),
       (1, 990004, 'misc', jsonb_build_object('from', jsonb_build_object('id', $3::bigint)), 'dead', 'x')`,
    `user:${String(userId)}`,
    `topic:${String(groupId)}:0`,
    userId,
  )
  const later = new Date(Date.now() + 3_600_000).toISOString()
  const rows: [key: string, lane: string, state: string, payload: object, slot: string | null][] = [
    [
      'held:quiet',
      `person:${String(personId)}`,
      'pending',
      { kind: 'say', content: { text: 'MARKP tonight' }, hold: { kind: 'quiet', until: later } },
      null,
    ],
    ['dead:one', `person:${String(personId)}`, 'dead', { text: 'MARKP dead' }, null],
    ['unknown:one', `topic:${String(closed)}`, 'unknown', { text: 'MARKP unknown' }, null],
    ['sent:staff', 'staff', 'sent', { text: `#${String(closed)} waits` }, null],
    ['dead:staff', 'staff', 'dead', { text: 'Zoriana Markp waits' }, null],
    ['update:990001:0', 'callback:1', 'sent', { text: 'MARKP toast' }, null],
    [
      'sent:slot',
      `chat:${String(userId)}:0`,
      'sent',
      { text: 'x' },
      `message-${String(closed)}:${String(userId)}`,
    ],
  ]
  for (const [key, lane, state, payload, slot] of rows) {
    await run(
      `insert into outbox (dedup_key, lane, kind, payload, state, slot, error)
       values ($1, $2, 'say', $3, $4::outbox_state, $5, 'MARKP error')`,
      key,
      lane,
      JSON.stringify(payload),
      state,
      slot,
    )
  }
}
