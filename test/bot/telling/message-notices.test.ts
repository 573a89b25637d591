import { describe, expect, test } from 'vitest'

import { unpack } from '../../../src/bot/buttons/callback-data.ts'
import { tellOfMessage } from '../../../src/bot/telling/message-notices.ts'
import { builtInDesk } from '../../../src/desk/complete-desk.ts'
import { fromTelegram, type Attachment } from '../../../src/domain/message.ts'
import type { Person } from '../../../src/domain/people.ts'
import { createTexts } from '../../../src/locales/texts.ts'
import type { MessageFacts, StoredMessage } from '../../../src/services/change.ts'
import type { Outgoing, Place } from '../../../src/services/notifier/outgoing.ts'
import { aTicket, noon } from '../../support/a-ticket.ts'

const deps = {
  desk: { ...builtInDesk, timezone: 'Etc/UTC' },
  texts: createTexts(),
  now: noon,
  staffChat: { id: () => -1 },
  supervisors: [],
}

const requester: Person = {
  id: 7,
  name: 'Olena',
  languageCode: 'en',
  language: 'en',
  timezone: null,
  reachable: true,
  bannedUntil: null,
  activeTicketNumber: null,
  activeTicketAt: null,
  quietHours: null,
  muted: [],
}
const ticket = aTicket({ status: 'open' })
const merged = aTicket({ status: 'closed', mergedInto: 15 })

const toClient = { kind: 'person', personId: 7 } as const
const ownTopic = { kind: 'topic', ticketNumber: 12 } as const
const survivor = { kind: 'topic', ticketNumber: 15 } as const

const photo: Attachment = {
  kind: 'photo',
  fileId: 'photo-1',
  fileUniqueId: 'unique-1',
  sha256: 'ab'.repeat(32),
  name: null,
  mime: null,
  sizeBytes: 12,
}

const written: StoredMessage = {
  id: 3,
  seq: 1,
  kind: 'public',
  author: 'client',
  purpose: 'message',
  text: 'It is green',
  entities: [{ type: 'bold', offset: 6, length: 5 }],
  attachments: [],
  origin: fromTelegram,
  places: [{ chatId: 7, messageId: 30 }],
  replyToId: null,
  sentAt: noon,
}
const atDesk = { chatId: -1, messageId: 40 }
const answer: StoredMessage = { ...written, author: 'agent', purpose: 'reply', places: [atDesk] }
const note: StoredMessage = { ...answer, kind: 'note', purpose: 'note' }
const late = { ...written, attachments: [photo], text: '', entities: [] }

function edited(message: StoredMessage, some: Partial<MessageFacts['edited']> = {}): Outgoing[] {
  const before = { text: 'It is blue', entities: [] }
  const facts = { message, before, ticket, requester, waits: false, ...some }
  return tellOfMessage({ about: 'message', notice: 'edited', facts }, deps)
}

function continued(message: StoredMessage, of = ticket): Outgoing[] {
  const facts = { message, ticket: of, requester }
  return tellOfMessage({ about: 'message', notice: 'continued', facts }, deps)
}

describe('an edited message', () => {
  test('of a client stands with before and now where its ticket goes on', () => {
    const before = '✏️ The client edited this message. Before:\nIt is blue\n'
    const now = 'Now:\nIt is green'
    const said = (place: Place) => [
      {
        kind: 'say',
        place,
        content: {
          text: before + now,
          entities: [
            { type: 'blockquote', offset: before.length - 11, length: 10 },
            { type: 'blockquote', offset: before.length + 5, length: 11 },
            { type: 'bold', offset: before.length + 11, length: 5 },
          ],
        },
        about: 3,
        edit: { message: 3, before: { text: before }, now: { text: now } },
        replyTo: { copyOfMessage: 3 },
      },
    ]
    expect(edited(written)).toMatchObject(said(ownTopic))
    expect(edited(written, { ticket: merged })).toMatchObject(said(survivor))
  })

  test('of an agent is revised where the client has it, with its mark', () => {
    const [effect, ...others] = edited(answer)
    expect(others).toEqual([])
    expect(effect).toMatchObject({
      kind: 'revise',
      place: toClient,
      message: 3,
      content: { text: '#12 It is broken\n\nIt is green' },
      mark: atDesk,
    })
    expect(edited({ ...answer, places: [] })[0]).not.toHaveProperty('mark')
  })

  test('keeps the buttons of a question while it waits, and loses them after', () => {
    const waiting = aTicket({ status: 'pending', waitingSince: noon, proposalNo: 2 })
    const buttonsWhen = (waits: boolean) =>
      edited({ ...answer, purpose: 'question' }, { ticket: waiting, waits }).map((effect) =>
        effect.kind === 'revise' ? pressesOf(effect) : [],
      )
    expect(buttonsWhen(true)).toEqual([[{ action: 'reply', ticket: 12, proposal: 2 }]])
    expect(buttonsWhen(false)).toEqual([[]])
  })

  test('tells nobody when it is a note', () => {
    expect(edited(note)).toEqual([])
    expect(edited({ ...note, author: 'client' })).toEqual([])
  })
})

describe('what came late of an album', () => {
  test('of a client is shown where its ticket goes on', () => {
    const copy = { kind: 'copy', message: 3, from: { chatId: 7, messageIds: [30] } }
    expect(continued(late)).toEqual([{ ...copy, place: ownTopic }])
    expect(continued(late, merged)).toEqual([{ ...copy, place: survivor }])
  })

  test('of an answer goes to the client as files that come late', () => {
    const caption = { text: '#12 It is broken' }
    expect(continued({ ...answer, attachments: [photo], text: '', entities: [] })).toMatchObject([
      {
        kind: 'files',
        place: toClient,
        files: [{ kind: 'photo', fileId: 'photo-1' }],
        caption,
        message: 3,
        late: true,
        mark: atDesk,
      },
    ])
  })

  test('of what opened a ticket for a client goes to him, and stands in the topic', () => {
    const opening: StoredMessage = { ...answer, purpose: 'description', attachments: [photo] }
    const told = continued(opening).map(({ kind, ...rest }) => [
      kind,
      'place' in rest && rest.place,
    ])
    expect(told).toEqual([
      ['files', toClient],
      ['copy', ownTopic],
    ])
  })

  test('of a note goes nowhere', () => {
    expect(continued({ ...note, attachments: [photo] })).toEqual([])
  })
})

test('a message taken back is taken from the client, and the agent hears of it at his own', () => {
  const facts = { messageId: 3, requester, at: atDesk }
  expect(tellOfMessage({ about: 'message', notice: 'unsent', facts }, deps)).toEqual([
    { kind: 'unsend', place: toClient, message: 3, at: atDesk },
  ])
})

describe('what a client thinks of a message', () => {
  const facts = { messageId: 3, ticketNumber: 15 }

  test('is told without a sound, at the copy, when he dislikes it', () => {
    expect(tellOfMessage({ about: 'message', notice: 'disliked', facts }, deps)).toEqual([
      {
        kind: 'say',
        place: survivor,
        silent: true,
        content: { text: '👎 The client disliked this.', entities: [] },
        replyTo: { copyOfMessage: 3 },
      },
    ])
  })

  test.each(['liked', 'opinion_withdrawn'] as const)(
    'is told to nobody when it is %s',
    (notice) => {
      expect(tellOfMessage({ about: 'message', notice, facts }, deps)).toEqual([])
    },
  )
})

function pressesOf({ content }: Extract<Outgoing, { kind: 'revise' }>) {
  return (content.buttons ?? []).flat().map(({ data }) => unpack(data))
}
