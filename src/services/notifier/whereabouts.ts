import { jsonText } from '../../storage/json-text.ts'
import { statement, type Queryable } from '../../storage/sql.ts'
import type { MessagePlace } from '../../domain/message.ts'
import type { TicketStatus } from '../../domain/ticket.ts'
import { createBatcher } from '../batcher.ts'
import type { Content } from './outgoing.ts'
import type { Shows } from './outcome.ts'
import { createOwedWrites } from './owed-writes.ts'
import { cardSlotInSql, packSlot, type SlotKey } from './slot.ts'

/** The topic of a ticket, or what is needed to create it. */
export interface TopicState {
  subject: string
  /** Of its ticket: the topic of a closed one is closed, too. */
  status: TicketStatus
  chatId: number | null
  threadId: number | null
  /** The card, when it has to be shown again because its topic was deleted. */
  cardToShow: Content | null
}

const selectTopic = statement<TopicState>(
  'place_topic',
  `select k.subject, k.status, t.chat_id as "chatId", t.thread_id as "threadId", s.content as "cardToShow"
   from ticket k
   left join topic t on t.ticket_number = k.number
   left join slot s on s.key = ${cardSlotInSql('k.number')} and s.message_id = 0
   where k.number = $1`,
)

/**
 * What is known of the time before the call: a message id in the group, and, by Telegram's clock, the
 * newest words of the ticket. Its clock and ours may be a minute apart.
 */
const noteCreation = statement<{ id: number }>(
  'place_topic_asked',
  `with swept as (
     delete from topic_creation where thread_id is null and asked_at < now() - interval '30 days'
   )
   insert into topic_creation (ticket_number, chat_id, name, after_id, not_before, asked_at)
   select $1::int, $2::bigint, $3, $4::int,
          greatest(now() - interval '1 minute',
            (select max(sent_at) from message where ticket_number = $1)),
          now()
   returning id`,
)

const dropCreation = statement('place_topic_not_made', `delete from topic_creation where id = $1`)

const saveTopic = statement(
  'place_topic_save',
  `with settled as (delete from topic_creation where id = $4)
   insert into topic (ticket_number, chat_id, thread_id) values ($1, $2, $3)
   on conflict (ticket_number) do update
     set chat_id = excluded.chat_id, thread_id = excluded.thread_id`,
)

// The card's content stays; message 0 says that it stands nowhere and has to be shown again.
const forgetTopic = statement(
  'place_topic_forget',
  `with gone as (delete from topic where ticket_number = $1 and thread_id = $2)
   update slot set message_id = 0 where key = ${cardSlotInSql('$1::int')}`,
)

const selectSlots = statement<Standing & { key: SlotKey }>(
  'place_slots',
  `select key, chat_id as "chatId", message_id as "messageId", content from slot
   where key = any($1) and message_id <> 0`,
)

const saveSlot = statement(
  'place_slot_save',
  `insert into slot (key, chat_id, message_id, content, updated_at) values ($1, $2, $3, $4, now())
   on conflict (key) do update set chat_id = excluded.chat_id, message_id = excluded.message_id,
     content = excluded.content, updated_at = now()`,
)

const selectTakenBack = statement<{ id: number }>(
  'place_taken_back',
  `select id from message where id = any($1) and unsent_at is not null`,
)

const selectCopies = statement<{
  messageId: number
  source: boolean
  shows: Shows | null
  attachments: number
  late: number
  shared: number
}>(
  'place_copies_shown',
  `select c.telegram_message_id as "messageId", c.source, c.shows,
          (select count(*)::int from attachment a where a.message_id = $1) as attachments,
          (select count(*)::int from attachment a where a.message_id = $1 and a.late) as late,
          (select count(*)::int from attachment a
           where a.message_id = $1 and a.file_id is null and a.sha256 is null) as shared
   from message_copy c where c.message_id = $1 and c.chat_id = $2
   order by c.telegram_message_id`,
)

const deleteCopy = statement(
  'place_copy_forget',
  `delete from message_copy where chat_id = $1 and telegram_message_id = $2 and not source`,
)

const bareCopy = statement(
  'place_copy_bare',
  `update message_copy set shows = 'file'
   where chat_id = $1 and telegram_message_id = $2 and not source`,
)

const selectTicket = statement<{ number: number }>(
  'place_ticket',
  `select m.ticket_number as number from message_copy c join message m on m.id = c.message_id
   where c.chat_id = $1 and c.telegram_message_id = $2`,
)

/** The message of a slot, and what it shows. */
export interface Standing extends MessagePlace {
  content: Content
}

/** Where things stand in Telegram, for the moment of sending. */
export interface Whereabouts {
  /** Undefined when there is no such ticket. */
  topicOf(ticketNumber: number): Promise<TopicState | undefined>
  /**
   * Notes that a topic is about to be asked for, so that it is known even if the answer never comes.
   *
   * @param topic.afterId a message of the group that is certainly older than the topic, and newer than
   *   all topics of other databases
   * @returns the id of the note
   */
  noteCreation(
    ticketNumber: number,
    topic: { chatId: number; name: string; afterId: number },
  ): Promise<number>
  /** The topic was certainly not made. */
  dropCreation(creation: number): Promise<void>
  /** The topic was made; settles the note if there is one. */
  saveTopic(
    ticketNumber: number,
    topic: { chatId: number; threadId: number; creation: number | null },
  ): Promise<void>
  /** Its card will be shown again in the topic that takes its place. */
  forgetTopic(ticketNumber: number, threadId: number): Promise<void>
  /** The message that a slot names. */
  slotOf(key: SlotKey): Promise<Standing | undefined>
  saveSlot(key: SlotKey, place: MessagePlace, content: Content): Promise<void>
  /** The messages that show a ticket message in a chat, in order. */
  copiesAt(message: number, chatId: number): Promise<Copies>
  /** The copy is gone from Telegram. */
  forgetCopy(place: MessagePlace): Promise<void>
  /** The words below a file are gone. */
  bareCopy(place: MessagePlace): Promise<void>
  /** Whether its author took a ticket message back. */
  isTakenBack(message: number): Promise<boolean>
  /** The ticket a Telegram message belongs to. */
  ticketAt(place: MessagePlace): Promise<number | undefined>
}

export interface Copies {
  /** As its author wrote it. */
  sources: number[]
  copies: number[]
  /** The same with what each shows; null: it was sent when nobody noted that. */
  standing: { messageId: number; shows: Shows | null }[]
  attachments: number
  /** How many of them came late of an album: they stand behind all else. */
  late: number
  /** How many of those were copied as they are, below the text. */
  shared: number
}

export function createWhereabouts(db: Queryable): Whereabouts {
  // Each step of a dialogue asks for its slot: deliveries that run at once share the round trip.
  const slotOf = createBatcher<SlotKey, Standing | undefined>((keys) => readSlots(db, keys), {
    maxAtOnce: 2,
  })
  const isTakenBack = createBatcher<number, boolean>(
    async (ids) => {
      const gone = new Set((await selectTakenBack(db, ids)).map(({ id }) => id))
      return ids.map((id) => gone.has(id))
    },
    { maxAtOnce: 2 },
  )
  const owed = createOwedWrites()
  const ofTopic = (ticketNumber: number) => `topic ${String(ticketNumber)}`
  return {
    async slotOf(key) {
      await owed.catchUp(key)
      return slotOf(key)
    },
    isTakenBack,
    async topicOf(ticketNumber) {
      await owed.catchUp(ofTopic(ticketNumber))
      await owed.catchUp(packSlot({ kind: 'card', ticket: ticketNumber }))
      return (await selectTopic(db, ticketNumber))[0]
    },
    async noteCreation(ticketNumber, { chatId, name, afterId }) {
      const [row] = await noteCreation(db, ticketNumber, chatId, name, afterId)
      if (row === undefined) throw new Error('The creation of a topic was not noted')
      return row.id
    },
    async dropCreation(creation) {
      await dropCreation(db, creation)
    },
    async saveTopic(ticketNumber, { chatId, threadId, creation }) {
      await owed.write(ofTopic(ticketNumber), async () => {
        await saveTopic(db, ticketNumber, chatId, threadId, creation)
      })
    },
    async forgetTopic(ticketNumber, threadId) {
      await forgetTopic(db, ticketNumber, threadId)
    },
    async saveSlot(key, { chatId, messageId }, content) {
      await owed.write(key, async () => {
        await saveSlot(db, key, chatId, messageId, jsonText(content))
      })
    },
    async copiesAt(message, chatId) {
      const rows = await selectCopies(db, message, chatId)
      const sources = rows.filter(({ source }) => source).map(({ messageId }) => messageId)
      const { attachments = 0, late = 0, shared = 0 } = rows[0] ?? {}
      const standing = rows
        .filter(({ source }) => !source)
        .map(({ messageId, shows }) => ({ messageId, shows }))
      const copies = standing.map(({ messageId }) => messageId)
      return { sources, copies, standing, attachments, late, shared }
    },
    async forgetCopy({ chatId, messageId }) {
      await deleteCopy(db, chatId, messageId)
    },
    async bareCopy({ chatId, messageId }) {
      await bareCopy(db, chatId, messageId)
    },
    ticketAt: async ({ chatId, messageId }) =>
      (await selectTicket(db, chatId, messageId))[0]?.number,
  }
}

async function readSlots(db: Queryable, keys: SlotKey[]): Promise<(Standing | undefined)[]> {
  const rows = await selectSlots(db, keys)
  const byKey = new Map(rows.map(({ key, ...standing }) => [key, standing]))
  return keys.map((key) => byKey.get(key))
}
