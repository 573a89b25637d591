import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'

import fc from 'fast-check'
import { describe, expect, test } from 'vitest'

import {
  cardSlotInSql,
  packSlot,
  unpackSlot,
  type Slot,
  type SlotKey,
} from '../../../src/services/notifier/slot.ts'
import { createTestDatabase } from '../../support/database.ts'

const number = fc.maxSafeInteger()
const words = fc.string({ unit: 'binary', minLength: 1 })

/** A slot of each kind: a new kind does not compile without a line here and one below. */
const slots: { [K in Slot['kind']]: fc.Arbitrary<Slot> } = {
  card: fc.record({ kind: fc.constant('card'), ticket: number }),
  proposal: fc.record({ kind: fc.constant('proposal'), ticket: number, proposal: number }),
  rating: fc.record({ kind: fc.constant('rating'), ticket: number, closure: number }),
  reason: fc.record({ kind: fc.constant('reason'), ticket: number, round: number }),
  answer: fc.record({ kind: fc.constant('answer'), ticket: number, chatId: number }),
  message: fc.record({ kind: fc.constant('message'), ticket: number, chatId: number }),
  wizard: fc.record({ kind: fc.constant('wizard'), draftId: words }),
  settings: fc.record({ kind: fc.constant('settings'), personId: number }),
  slower: fc.record({ kind: fc.constant('slower'), personId: number, telling: words }),
  prompt: fc.record({
    kind: fc.constant('prompt'),
    ticket: number,
    userId: number,
    command: words,
  }),
  held: fc.record({ kind: fc.constant('held'), chatId: number, messageId: number }),
  newcomers: fc.record({ kind: fc.constant('newcomers'), rush: number }),
  undelivered: fc.record({ kind: fc.constant('undelivered'), chatId: number, messageId: number }),
  doubled: fc.record({ kind: fc.constant('doubled'), message: number }),
}

/** As databases hold them since there are slots. */
const stored: Record<Slot['kind'], [SlotKey, Omit<Slot, 'kind'> & Record<string, unknown>]> = {
  card: ['card:12', { ticket: 12 }],
  proposal: ['proposal:12:3', { ticket: 12, proposal: 3 }],
  rating: ['rating:12:1', { ticket: 12, closure: 1 }],
  reason: ['reason:12:2', { ticket: 12, round: 2 }],
  answer: ['answer-12:77', { ticket: 12, chatId: 77 }],
  message: ['message-12:77', { ticket: 12, chatId: 77 }],
  wizard: ['wizard:Zm9v-_', { draftId: 'Zm9v-_' }],
  settings: ['settings:77', { personId: 77 }],
  slower: ['slower:77@29400000', { personId: 77, telling: '29400000' }],
  prompt: ['prompt:12:77:solve', { ticket: 12, userId: 77, command: 'solve' }],
  held: ['held:-1001234567890/55', { chatId: -1_001_234_567_890, messageId: 55 }],
  newcomers: ['newcomers:1764000000000', { rush: 1_764_000_000_000 }],
  undelivered: ['undelivered:-1001/55', { chatId: -1001, messageId: 55 }],
  doubled: ['doubled:9', { message: 9 }],
}

describe('a slot', () => {
  test.each(Object.entries(slots))('of the kind "%s" comes back as it was packed', (_, slot) => {
    fc.assert(
      fc.property(slot, (one) => {
        expect(unpackSlot(packSlot(one))).toEqual(one)
      }),
    )
  })

  test.each(Object.entries(stored))('of the kind "%s" is stored as ever', (kind, [key, fields]) => {
    expect(unpackSlot(key)).toEqual({ kind, ...fields })
    expect(packSlot({ kind, ...fields } as Slot)).toBe(key)
  })

  test('is read only if the desk could have written it', () => {
    const part = fc.constantFrom(
      '1',
      '-1',
      '007',
      '+7',
      '-0',
      '1e3',
      '',
      ' 7',
      '٣',
      '9007199254740993',
    )
    const forged = fc
      .tuple(
        fc.constantFrom(...Object.keys(slots)),
        fc.constantFrom(':', '-', '@', '/'),
        part,
        part,
      )
      .map(([kind, separator, one, other]) => `${kind}${separator}${one}:${other}`)
    fc.assert(
      fc.property(fc.oneof(forged, fc.string({ unit: 'binary' })), (key) => {
        const slot = unpackSlot(key)
        if (slot !== null) expect(packSlot(slot)).toBe(key)
      }),
      { numRuns: 2_000 },
    )
  })

  test.each([
    '',
    'card',
    'card:',
    'card:007',
    'card:12:1',
    'Card:12',
    'proposal:12',
    'wizard:',
    'x:1',
  ])('is not what "%s" names', (key) => {
    expect(unpackSlot(key)).toBeNull()
  })

  test('is written and read nowhere else in the sources', () => {
    const begins = Object.values(stored).map(([key]) => /^[a-z]+[:-]/.exec(key)?.[0] ?? '')
    const literal = new RegExp(`['"\`^](?:${begins.join('|')})(?:['"\`$(\\\\]|\\d)`)
    const files = ['src', 'bench'].flatMap((folder) =>
      readdirSync(folder, { recursive: true, encoding: 'utf8' }).map((file) => join(folder, file)),
    )
    const knowing = files
      .filter((file) => file.endsWith('.ts') && !file.includes('generated'))
      .filter((file) => literal.test(readFileSync(file, 'utf8')))
    expect(knowing).toEqual([])
    expect('`card:${String(number)}`').toMatch(literal)
    expect('/^proposal:\\d+/').toMatch(literal)
  })
})

test('the slot of a card is the same in SQL', async () => {
  const db = await createTestDatabase({ poolSize: 1 })
  try {
    const { rows } = await db.database.pool.query(`select ${cardSlotInSql('$1::int')} as key`, [12])
    expect(rows).toEqual([{ key: packSlot({ kind: 'card', ticket: 12 }) }])
  } finally {
    await db.drop()
  }
})
