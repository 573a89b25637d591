import fc from 'fast-check'
import { describe, expect, test } from 'vitest'

import { pack, unpack, type Press } from '../../../src/bot/buttons/callback-data.ts'

const number = fc.nat(2_147_483_647)
/** An id or a key of the desk file; several of the longest would not fit together. */
const key = fc.stringMatching(/^[A-Za-z0-9_-]{1,12}$/)
const id = fc.stringMatching(/^[A-Za-z0-9_-]{1,36}$/)

/** A press of each action: a new action does not compile without a line here. */
const presses: { [A in Press['action']]: fc.Arbitrary<Extract<Press, { action: A }>> } = {
  take: fc.record({ action: fc.constant('take'), ticket: number }),
  ask: fc.record({ action: fc.constant('ask'), ticket: number }),
  solve: fc.record({ action: fc.constant('solve'), ticket: number }),
  note: fc.record({ action: fc.constant('note'), ticket: number }),
  later: fc.record({ action: fc.constant('later'), ticket: number }),
  dev: fc.record({ action: fc.constant('dev'), ticket: number }),
  more: fc.record({ action: fc.constant('more'), ticket: number }),
  force: fc.record({ action: fc.constant('force'), ticket: number, messageId: number }),
  new: fc.record({ action: fc.constant('new') }),
  tickets: fc.record({ action: fc.constant('tickets'), page: fc.nat(999) }),
  journal: fc.record({ action: fc.constant('journal'), page: fc.nat(999) }),
  settings: fc.record({ action: fc.constant('settings') }),
  language: fc.record({ action: fc.constant('language'), language: key }),
  quiet: fc.record({
    action: fc.constant('quiet'),
    from: fc.nat(1_439),
    to: fc.nat(1_439),
  }),
  mute: fc.record({ action: fc.constant('mute'), notice: key }),
  show: fc.record({ action: fc.constant('show'), ticket: number }),
  add: fc.record({ action: fc.constant('add'), ticket: number }),
  route: fc.record({ action: fc.constant('route'), held: number, ticket: number }),
  reply: fc.record({ action: fc.constant('reply'), ticket: number, proposal: number }),
  accept: fc.record({ action: fc.constant('accept'), ticket: number, proposal: number }),
  reject: fc.record({ action: fc.constant('reject'), ticket: number, proposal: number }),
  withdraw: fc.record({ action: fc.constant('withdraw'), ticket: number, sure: fc.nat(1) }),
  reopen: fc.record({ action: fc.constant('reopen'), ticket: number, closure: number }),
  follow: fc.record({
    action: fc.constant('follow'),
    held: number,
    ticket: number,
    reopen: fc.nat(1),
  }),
  step: fc.record({
    action: fc.constant('step'),
    draft: id,
    step: fc.nat(99),
    value: key,
  }),
  rate: fc.record({
    action: fc.constant('rate'),
    ticket: number,
    closure: number,
    dimension: key,
    value: fc.nat(5),
  }),
  rerate: fc.record({ action: fc.constant('rerate'), ticket: number, closure: number }),
  opinion: fc.record({ action: fc.constant('opinion'), value: fc.nat(1) }),
}

const anyPress = fc.oneof(...Object.values(presses))
/** What the desk writes, changed or put together anew by somebody else. */
const forged = fc.oneof(
  fc.constantFrom('1', '0', '-1', '1e3', '0x10', ' 7', '+7', '7.0', '007', '-0', 'NaN', '1_000'),
  fc.constantFrom('Infinity', '9007199254740993', '٣', '', 'x y', '__proto__', 'en'),
  fc.string({ unit: 'binary', maxLength: 8 }),
)
const forgery = fc
  .tuple(fc.constantFrom(...Object.keys(presses)), fc.array(forged, { maxLength: 4 }))
  .map(([action, parts]) => ['1', action, ...parts].join(':'))

describe('callback data', () => {
  test.each(Object.entries(presses))('of "%s" comes back as it was packed', (_, arbitrary) => {
    fc.assert(
      fc.property(arbitrary, (press) => {
        expect(unpack(pack(press))).toEqual(press)
      }),
    )
  })

  test('fits the 64 bytes of Telegram with the largest numbers and the longest draft id', () => {
    fc.assert(
      fc.property(anyPress, (press) => {
        const data = pack(press)
        expect(Buffer.byteLength(data)).toBeGreaterThan(0)
        expect(Buffer.byteLength(data)).toBeLessThanOrEqual(64)
      }),
    )
  })

  test('is different for different presses', () => {
    fc.assert(
      fc.property(anyPress, anyPress, (one, other) => {
        fc.pre(JSON.stringify(one) !== JSON.stringify(other))
        expect(pack(one)).not.toBe(pack(other))
      }),
    )
  })

  test('that is too long is an error of the desk, not a button that Telegram refuses', () => {
    const longest = 'x'.repeat(36)
    const press: Press = { action: 'step', draft: longest, step: 3, value: longest }
    expect(() => pack(press)).toThrow('A button of step is too long')
  })

  test('is read only if the desk could have written it', () => {
    fc.assert(
      fc.property(fc.oneof(forgery, fc.string({ unit: 'binary' })), (data) => {
        const press = unpack(data)
        if (press !== null) expect(pack(press)).toBe(data)
      }),
      { numRuns: 2_000 },
    )
  })

  test.each([
    ['nothing', ''],
    ['colons', ':::'],
    ['another version', '2:take:7'],
    ['no version', 'take:7'],
    ['an unknown action', '1:drop:7'],
    ['the name of something every object has', '1:toString'],
    ['the name of the prototype', '1:__proto__'],
    ['a missing number', '1:take'],
    ['an empty number', '1:take:'],
    ['one number too many', '1:take:7:8'],
    ['a number where none belongs', '1:new:7'],
    ['a negative number', '1:take:-7'],
    ['a fraction', '1:take:7.5'],
    ['a number in another notation', '1:take:0x10'],
    ['an exponent', '1:take:1e3'],
    ['a padded number', '1:take: 7'],
    ['leading zeros', '1:take:007'],
    ['a number that loses digits', '1:take:9007199254740993'],
    ['a number no ticket can have', '1:take:2147483648'],
    ['a page nobody comes to', '1:journal:1000'],
    ['a minute no day has', '1:quiet:0:1440'],
    ['a score above the highest', '1:rate:1:1:speed:6'],
    ['neither yes nor no', '1:withdraw:1:2'],
    ['digits of another script', '1:take:٧'],
    ['words for a number', '1:take:seven'],
    ['an empty key', '1:language:'],
    ['a key with a blank', '1:language:e n'],
    ['a key with a line below', '1:language:en\n'],
    ['a key that is too long', `1:language:${'x'.repeat(37)}`],
    ['more than 64 bytes', `1:step:${'x'.repeat(36)}:3:${'y'.repeat(36)}`],
  ])('with %s means nothing', (_, data) => {
    expect(unpack(data)).toBeNull()
  })

  test('that was cut off or extended means nothing, or something else than before', () => {
    fc.assert(
      fc.property(anyPress, fc.nat(64), (press, length) => {
        const data = pack(press)
        fc.pre(length < data.length)
        expect(unpack(data.slice(0, length))).not.toEqual(press)
        expect(unpack(`${data}:7`)).toBeNull()
      }),
    )
  })
})
