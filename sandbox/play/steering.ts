import { z } from 'zod'

import { removeTopic } from '../methods/topics.ts'
import { setMember } from '../people/membership.ts'
import { createPerson } from '../people/person.ts'
import { setTopicClosed } from '../people/topic-by-hand.ts'
import { badRequest } from '../refusal.ts'
import type { Performer } from './performer.ts'
import { chatOf, topicIn, userOf } from './place.ts'
import { faultFrom } from './play-faults.ts'

const id = z.number().int()
const longestJumpMs = 31 * 86_400_000

const person: Performer<'person'> = {
  body: z.object({
    name: z.string().trim().min(1, 'A person needs a name.').max(64),
    language: z.string().regex(/^[a-z]{2}$/, 'A language has two letters.'),
    username: z
      .string()
      .regex(/^\w{3,32}$/)
      .optional(),
  }),
  run: ({ world }, { username, ...rest }) => {
    const options = { ...rest, ...(username !== undefined && { username }) }
    return { userId: createPerson(world, options).id }
  },
}

const member: Performer<'member'> = {
  body: z.object({
    userId: id,
    chatId: id,
    status: z.enum(['administrator', 'member', 'left']),
  }),
  run({ world }, { userId, chatId, status }) {
    setMember(world, chatOf(world, chatId), userOf(world, userId), status)
    return {}
  },
}

const topic: Performer<'topic'> = {
  body: z.object({
    userId: id,
    chatId: id,
    topicId: id,
    action: z.enum(['close', 'reopen', 'delete']),
  }),
  run({ world }, { userId, chatId, topicId, action }) {
    const chat = chatOf(world, chatId)
    const found = topicIn(chat, topicId)
    const by = userOf(world, userId)
    if (action === 'delete') removeTopic(world, chat, found)
    else setTopicClosed(world, chat, { threadId: topicId, closed: action === 'close', by })
    return {}
  },
}

const fault: Performer<'fault'> = {
  body: z.object({
    kind: z.enum(['429', '403', '500', 'timeout']),
    method: z.string().regex(/^\w*$/),
    chatId: id.nullable(),
    times: z.number().int().min(1).max(100),
  }),
  run({ world, faults }, wanted) {
    faults.add(faultFrom(wanted))
    world.changed()
    return {}
  },
}

const clearFaults: Performer<'clear-faults'> = {
  body: z.object({}),
  run({ world, faults }) {
    faults.clear()
    world.changed()
    return {}
  },
}

const deadline: Performer<'deadline'> = {
  body: z.object({}),
  run: async ({ clock: { travel } }) => ({ at: (await travel?.nextDeadlineAt()) ?? null }),
}

const clock: Performer<'clock'> = {
  body: z.union([
    z.object({ by: z.number().int().min(1).max(longestJumpMs) }),
    z.object({ to: z.literal('deadline') }),
  ]),
  async run({ clock: { now, travel } }, wanted) {
    if (travel === undefined) throw badRequest('this bot’s clock cannot be moved from here')
    const at = 'by' in wanted ? now() + wanted.by : await travel.nextDeadlineAt()
    if (at === null) throw badRequest('no deadline is set: nothing waits for anybody')
    await travel.passTo(at)
    return { now: now() }
  },
}

/** What is done to the world itself. */
export const steering = {
  person,
  member,
  topic,
  fault,
  'clear-faults': clearFaults,
  deadline,
  clock,
}
