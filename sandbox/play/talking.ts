import { z } from 'zod'

import { setBlocked } from '../people/membership.ts'
import { press } from '../people/press-button.ts'
import { createWriter } from '../people/writer.ts'
import { badRequest } from '../refusal.ts'
import type { Performer } from './performer.ts'
import { chatOf, messageIn, placeFor, placeShape, userOf } from './place.ts'

const id = z.number().int()
const text = z.string().trim().min(1, 'Write something first.').max(4_096)
const pressTimeoutMs = 10_000

const message: Performer<'message'> = {
  body: placeShape.extend({
    text,
    replyTo: id.optional(),
    quote: z.string().min(1).max(1_024).optional(),
  }),
  run({ world }, body) {
    const { chat, user, placing } = placeFor(world, body)
    const written = createWriter(world, () => chat, user).write(body.text, placing)
    return { messageId: written.message_id }
  },
}

const edit: Performer<'edit'> = {
  body: placeShape.extend({ messageId: id, text }),
  run({ world }, body) {
    const { chat, user } = placeFor(world, body)
    const { message: written } = messageIn(chat, body.messageId)
    if (written.from?.id !== user.id) throw badRequest('only one’s own messages can be edited')
    createWriter(world, () => chat, user).edit(written, body.text)
    return {}
  },
}

const pressing: Performer<'press'> = {
  body: placeShape.extend({ messageId: id, data: z.string().min(1).max(64) }),
  async run({ world }, body) {
    const { chat, user } = placeFor(world, body)
    const button = { message: messageIn(chat, body.messageId).message, data: body.data }
    try {
      const answer = await press(world, user, button, pressTimeoutMs)
      return { text: answer.text ?? '', alert: answer.show_alert ?? false, answered: true }
    } catch {
      // Telegram's apps stop waiting, too.
      return { text: '', alert: false, answered: false }
    }
  },
}

const reaction: Performer<'reaction'> = {
  body: placeShape.extend({ messageId: id, emoji: z.string().max(16) }),
  run({ world }, body) {
    const { chat, user } = placeFor(world, body)
    const { message: shown } = messageIn(chat, body.messageId)
    const emoji = body.emoji === '' ? null : body.emoji
    createWriter(world, () => chat, user).react(shown, emoji)
    return {}
  },
}

const block: Performer<'block'> = {
  body: z.object({ userId: id, blocked: z.boolean() }),
  run({ world }, { userId, blocked }) {
    setBlocked(world, chatOf(world, userId), userOf(world, userId), blocked)
    return {}
  },
}

/** What people do in their chats. */
export const talking = { message, edit, press: pressing, reaction, block }
