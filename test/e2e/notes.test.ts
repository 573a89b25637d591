import fc from 'fast-check'
import { afterAll, beforeAll, expect, test } from 'vitest'

import { patience } from '../../sandbox/patience.ts'
import { startTestDesk, type TestDesk } from '../support/desk.ts'
import { openTicket } from '../support/opened-ticket.ts'

let desk: TestDesk

beforeAll(async () => {
  desk = await startTestDesk()
})

afterAll(() => desk.close())

/** Case does not matter to a command. */
const anyCase = (word: string) => fc.constantFrom(word, word.toUpperCase(), `/N${word.slice(2)}`)

const space = fc.constantFrom('', ' ', '\n', '\t ', '  \n')

/** The marks of a note, and commands that are the group's own business. */
const inside = fc.oneof(
  fc.tuple(space, fc.constant('//'), space).map((parts) => parts.join('')),
  fc
    .tuple(space, anyCase('/note'), fc.constantFrom('', '@sandbox_desk_bot', '@another_bot'))
    .map((parts) => `${parts.join('')} `),
  fc.constantFrom('/take ', '/assign @', '/card ', '/help ', '/frobnicate ', '/ask@another_bot '),
)

/** What may go out: plain text, or a command that says something to the client. */
const outside = fc.constantFrom('', '/r ', '/ask ', '/solve ', '/ask@sandbox_desk_bot ')

const said = fc.oneof(
  fc.record({ secret: fc.constant(true), mark: inside }),
  fc.record({ secret: fc.constant(false), mark: outside }),
)

test(
  'a note never reaches the client, whatever commands it stands between',
  { timeout: 60_000 * patience },
  async () => {
    let run = 0
    await fc.assert(
      fc.asyncProperty(fc.array(said, { minLength: 1, maxLength: 10 }), async (sayings) => {
        run += 1
        const ticket = await openTicket(desk, { subject: `Run ${String(run)}` })
        sayings.forEach(({ secret, mark }, index) => {
          ticket.say(`${mark}${secret ? 'SECRET' : 'PUBLIC'}-${String(run)}-${String(index)}`)
        })
        ticket.say(`the end of ${String(run)}`)
        await ticket.clientReads(`the end of ${String(run)}`)
        expect(ticket.client.texts.join('\n')).not.toContain('SECRET')
        sayings.forEach(({ secret, mark }, index) => {
          // A question or a solution may be refused where the ticket is.
          if (secret || /ask|solve/.test(mark)) return
          expect(ticket.client.texts.join('\n')).toContain(`PUBLIC-${String(run)}-${String(index)}`)
        })
      }),
      { numRuns: 40 },
    )
  },
)
