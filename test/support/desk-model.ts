import type { Desk } from '../../src/desk/desk.ts'
import type { WrittenMessage } from '../../src/domain/message.ts'
import type { Agent, Person } from '../../src/domain/people.ts'
import { createTell } from '../../src/bot/telling/tell.ts'
import { createTexts } from '../../src/locales/texts.ts'
import { setAway } from '../../src/services/people/agents.ts'
import { saveClient, setReachable } from '../../src/services/telegram/contact-points.ts'
import type { Change, Verdict } from '../../src/services/change.ts'
import { openTicket } from '../../src/services/tickets/open-ticket.ts'
import { dueTimers } from '../../src/services/timers/due-timers.ts'
import { lookAtPromises } from '../../src/services/timers/due-promises.ts'
import { fireTimer } from '../../src/services/timers/fire-timer.ts'
import type { Database } from '../../src/storage/database.ts'
import { begin, type Queryable } from '../../src/storage/sql.ts'
import { addAgent } from './add-agent.ts'
import { actOn } from './model-acts.ts'
import { isJoin, joinOrPart } from './model-joins.ts'
import type { Step } from './model-steps.ts'

export interface Life {
  /** The client's tickets; more of them when one is merged or split. */
  numbers: number[]
  person: Person
  now(): Date
  take(step: Step): Promise<void>
}

/** The use cases on the real database, with a clock that goes as it is told. */
export interface DeskModel {
  /** A new client opens a ticket. */
  begin(): Promise<Life>
  transitionsTaken(): Promise<string[]>
}

const minuteMs = 60_000
const secret = 'SECRET'

export async function createDeskModel({ pool }: Database, desk: Desk): Promise<DeskModel> {
  const deps = { desk }
  const tell = createTell({ desk, texts: createTexts(), staffChat: { id: () => -1 } })
  const agents: Agent[] = []
  for (const [index, name] of ['Anna', 'Boris', 'Clara'].entries()) {
    const identity = { telegramUserId: 100 + index, name, username: name.toLowerCase() }
    agents.push(await addAgent(pool, identity, { supervisor: index === 2 }))
  }
  let nextPerson = 1_000
  let nextMessage = 1

  const written = (text: string, now: Date, chatId: number): WrittenMessage => ({
    text,
    entities: [],
    attachments: [],
    replyTo: null,
    sentAt: now,
    places: [{ chatId, messageId: nextMessage++ }],
  })

  /** Runs in a transaction of its own; a refusal writes nothing. */
  async function within<T>(run: (tx: Queryable) => Promise<T>, crash = false): Promise<T> {
    const tx = await begin(pool)
    try {
      const result = await run(tx)
      if (crash) await tx.rollback()
      else await tx.commit()
      return result
    } catch (error) {
      await tx.rollback()
      throw error
    }
  }

  async function checkPrivacy(changes: Change[], now: Date): Promise<void> {
    for (const effect of await tell(pool, changes, now)) {
      const isForClient = 'place' in effect && effect.place.kind === 'person'
      // I5: a note never produces anything for a client.
      if (isForClient && JSON.stringify(effect).includes(secret)) throw new Error('A note leaked')
    }
  }

  /** What the dispatcher leaves behind when a client has got it. */
  async function deliver(verdict: Verdict, chatId: number): Promise<void> {
    if (!verdict.ok) return
    const said = verdict.changes.flatMap((change) =>
      change.about === 'ticket' && change.requester.reachable ? change.messages : [],
    )
    for (const { id, author, kind } of said) {
      if (author !== 'agent' || kind !== 'public') continue
      await pool.query(
        `insert into message_copy (chat_id, telegram_message_id, message_id, source)
         values ($1, $2, $3, false)`,
        [chatId, nextMessage++, id],
      )
    }
  }

  async function fireDue(number: number, now: Date): Promise<void> {
    for (const timer of await dueTimers(pool, desk, now, 1_000)) {
      if (timer.ticketNumber !== number) continue
      const fired = await within((tx) => fireTimer(tx, deps, { timer, now }))
      if (fired?.ok === true) await checkPrivacy(fired.changes, now)
    }
    await within((tx) => lookAtPromises(tx, deps, { number, now }))
  }

  return {
    async begin() {
      let at = new Date('2026-12-01T09:00:00Z').getTime() + nextPerson * minuteMs
      const telegramUserId = nextPerson++
      const now = () => new Date(at)
      const identity = { telegramUserId, name: 'Olena', username: null, languageCode: 'en' }
      const person = await saveClient(pool, identity, now())
      const numbers: number[] = []
      const open = async () => {
        const draftId = `draft-${String(telegramUserId)}-${String(numbers.length)}`
        const opened = await within((tx) =>
          openTicket(tx, deps, {
            draftId,
            person,
            typeKey: 'idea',
            keyData: {},
            messages: [written('It is broken', now(), telegramUserId)],
            now: now(),
          }),
        )
        // A client has only so many at a time.
        if (opened.ok) numbers.push(opened.number)
      }
      await open()
      let current = 0
      const otherOf = () => (current + 1) % numbers.length
      return {
        numbers,
        person,
        now,
        async take(step) {
          at += 1_000
          const number = numbers[current]!
          if (step.do === 'wait') {
            at += step.minutes * minuteMs
            for (const one of numbers) await fireDue(one, now())
          } else if (step.do === 'turn') current = otherOf()
          else if (step.do === 'block') await setReachable(pool, telegramUserId, !step.blocked)
          else if (step.do === 'go') {
            const until = step.away ? new Date(at + 600 * minuteMs) : null
            await setAway(pool, agents[step.agent]!, until)
          } else {
            const say = (text: string) => written(text, now(), telegramUserId)
            const act = { deps, agents, person, number, now: now(), say, secret }
            if (isJoin(step)) {
              if (step.do === 'merge' && numbers.length === 1) await open()
              const other = numbers[otherOf()]!
              const changes = await within((tx) => joinOrPart(tx, act, step, other))
              await checkPrivacy(changes, now())
              for (const change of changes) {
                const number = change.about === 'ticket' ? change.ticket.number : numbers[0]!
                if (!numbers.includes(number)) numbers.push(number)
              }
              return
            }
            const verdict = await within((tx) => actOn(tx, act, step), step.do === 'crash')
            if (!verdict.ok) return
            await checkPrivacy(verdict.changes, now())
            if (step.do !== 'crash') await deliver(verdict, telegramUserId)
          }
        },
      }
    },
    async transitionsTaken() {
      const { rows } = await pool.query<{ id: string }>(
        'select distinct transition as id from status_change order by 1',
      )
      return rows.map(({ id }) => id)
    },
  }
}
