import type { Agent } from '../../domain/people.ts'
import { rightsToBeNamed } from '../../domain/staff-right.ts'
import type { Outgoing, Place } from '../../services/notifier/outgoing.ts'
import { supervisors } from '../../services/people/agents.ts'
import type { DeskChange, DeskFacts, DeskNotice } from '../../services/change.ts'
import { alarmInWords } from './alarm-in-words.ts'
import { reportDeadLetter } from './dead-letter.ts'
import { mentions, notifying } from './mention.ts'
import type { DeskTellingDeps } from './telling-deps.ts'

type Row<N extends DeskNotice> = (facts: DeskFacts[N], deps: DeskTellingDeps) => Promise<Outgoing[]>

/** Whoever asked for it has the answer. */
const nobody = () => Promise.resolve([])

/** What each notice that is about no ticket says: the table of telling beside notices.ts. */
const deskNotices: { [N in DeskNotice]: Row<N> } = {
  absence_changed: nobody,
  ban_changed: nobody,
  rights_changed: tellRights,
  newcomers_waiting: tellNewcomers,
  alarm_changed: tellAlarm,
  update_failed: ({ unit, plain }, deps) => reportDeadLetter(unit, { plain }, deps),
}

/** What people are told of a change that is about no ticket. */
export function tellOfDesk<N extends DeskNotice>(
  { notice, facts }: DeskChange<N>,
  deps: DeskTellingDeps,
): Promise<Outgoing[]> {
  return deskNotices[notice](facts, deps)
}

/** What is new of what is missing; where a part of it has come, all that is missing still. */
async function tellRights(
  { missing, added }: DeskFacts['rights_changed'],
  { db, desk, texts }: DeskTellingDeps,
): Promise<Outgoing[]> {
  const t = texts(desk.languages[0])
  const all = rightsToBeNamed(missing)
  const named = all.filter((right) => added.includes(right))
  const isLess = named.length === 0
  const lines = (isLess ? all : named).map((right) => t(`group-lacks-${right}`))
  const text =
    missing.length === 0
      ? t('group-complete')
      : [t(isLess ? 'group-lacks-still' : 'group-lacks'), ...lines].join('\n')
  // Supervisors hear of it by themselves while the bot can write nothing in the group.
  const places: Place[] = missing.includes('write')
    ? (await supervisors(db)).map(privateChatOf)
    : [{ kind: 'staff' }]
  return places.map((place) => ({ kind: 'say', place, content: { text, entities: [] } }))
}

/** Agents are no clients of the desk; in Telegram the id of a private chat is the user's. */
function privateChatOf({ telegramUserId: chatId }: Agent): Place {
  return { kind: 'chat', chatId, threadId: null }
}

/** One message for supervisors, edited as the number changes. */
async function tellNewcomers(
  { slot, waiting }: DeskFacts['newcomers_waiting'],
  { db, desk, texts }: DeskTellingDeps,
): Promise<Outgoing[]> {
  const t = texts(desk.languages[0])
  const all = waiting === 0 ? [] : await supervisors(db)
  const text =
    waiting === 0
      ? t('staff-newcomers-over')
      : t('staff-newcomers', { count: waiting, supervisors: mentions(all, t) })
  return [{ kind: 'put', place: { kind: 'staff' }, slot, content: notifying(text, all) }]
}

/** Once when it begins, with the supervisors named, and once when it is over. */
async function tellAlarm(
  { alarm, isOver, facts }: DeskFacts['alarm_changed'],
  { db, desk, texts }: DeskTellingDeps,
): Promise<Outgoing[]> {
  const t = texts(desk.languages[0])
  const all = isOver ? [] : await supervisors(db)
  const text = alarmInWords(t, { alarm, isOver, facts, people: mentions(all, t) })
  return [{ kind: 'say', place: { kind: 'staff' }, content: notifying(text, all) }]
}
