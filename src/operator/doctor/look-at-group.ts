import { describeFailure } from '../../bot/telegram/calls/failure.ts'
import { missingRights } from '../../bot/telegram/rights/missing-rights.ts'
import { staffRights, type StaffRight } from '../../domain/staff-right.ts'
import { ok, unseen, warning, wrong, type Line } from './line.ts'
import type { GroupFacts, Surroundings } from './surroundings.ts'

/** Which group it is, and what the bot may do there. */
export async function lookAtGroup({ group }: Pick<Surroundings, 'group'>): Promise<Line[]> {
  return judgeGroup(await group())
}

const what = 'staff group'

export function judgeGroup(facts: GroupFacts): Line[] {
  switch (facts.kind) {
    case 'unknown':
      return [unseen(what, 'which one it is stands in the database')]
    case 'none': {
      const todo =
        'Start the desk, and write in the group what it prints: /setup and a code that stays the same.'
      return [wrong(what, 'none is set, so nobody answers', todo)]
    }
    case 'refused':
      return [judgeRefusal(facts)]
    case 'known':
      return judgeKnown(facts)
  }
}

function judgeRefusal({ id, setBy, failure }: Extract<GroupFacts, { kind: 'refused' }>): Line {
  const which = `${String(id)} (${setBy})`
  const movedTo = failure.kind === 'refused' ? failure.parameters.migrateToChatId : undefined
  if (movedTo !== undefined) {
    const todo = `Set STAFF_CHAT_ID=${String(movedTo)}; a running desk follows by itself.`
    return warning(what, `${which} has moved to ${String(movedTo)}`, todo)
  }
  if (failure.kind !== 'refused') {
    return unseen(what, `Telegram cannot be asked (${describeFailure(failure)})`)
  }
  const todo =
    'Add the bot to the group as an administrator, or correct STAFF_CHAT_ID if it is set.'
  return wrong(what, `${which} is closed to the bot (${describeFailure(failure)})`, todo)
}

function judgeKnown({ id, setBy, chat, member }: Extract<GroupFacts, { kind: 'known' }>): Line[] {
  const which = `"${chat.title ?? ''}" (${String(id)}), ${setBy}`
  if (chat.type !== 'supergroup' && chat.type !== 'group') {
    const todo = 'Set STAFF_CHAT_ID to the number of the group, which begins with -100.'
    return [wrong(what, `${which}, is a ${chat.type} and no group`, todo)]
  }
  const missing = missingRights(member, chat)
  const isOut = member.status === 'left' || member.status === 'kicked'
  const looked = isOut ? (['write'] as const) : staffRights
  return [ok(what, which), ...looked.map((right) => judgeRight(right, missing.includes(right)))]
}

function judgeRight(right: StaffRight, isMissing: boolean): Line {
  const { name, has, lacks, todo } = rights[right]
  return isMissing ? wrong(name, lacks, todo) : ok(name, has)
}

/** What each right is called, what fails without it, and where Telegram's clients have its switch. */
const rights: Record<StaffRight, Record<'name' | 'has' | 'lacks' | 'todo', string>> = {
  write: {
    name: 'writing there',
    has: 'the bot may',
    lacks: 'the bot is not in the group or may not write: agents read nothing',
    todo: 'In the group: its name, Edit, Administrators, Add Admin, choose the bot.',
  },
  administrator: {
    name: 'administrator',
    has: 'the bot is one',
    lacks: 'the bot is none: it does not hear what agents write',
    todo: 'In the group: its name, Edit, Administrators, Add Admin, choose the bot, and switch on "Manage topics" and "Pin messages".',
  },
  topics: {
    name: 'topics',
    has: 'switched on',
    lacks: 'switched off: what clients write waits',
    todo: 'In the group: its name, Edit, switch on "Topics".',
  },
  manage_topics: {
    name: 'manage topics',
    has: 'the bot may',
    lacks: 'the bot may not: no ticket gets a new topic, and none is closed',
    todo: 'In the group: its name, Edit, Administrators, choose the bot, switch on "Manage topics".',
  },
  pin_messages: {
    name: 'pin messages',
    has: 'the bot may',
    lacks: 'the bot may not: the cards of tickets are not pinned',
    todo: 'In the group: its name, Edit, Administrators, choose the bot, switch on "Pin messages".',
  },
}
