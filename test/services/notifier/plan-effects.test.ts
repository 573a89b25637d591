import { expect, test } from 'vitest'
import type { Outgoing, OutgoingFile } from '../../../src/services/notifier/outgoing.ts'
import { planEffects } from '../../../src/services/notifier/plan-effects.ts'

const place = { kind: 'person', personId: 7 } as const
const mark = { chatId: -1, messageId: 3 }
const replyTo = { chatId: 7, messageId: 1 }
const plain = (text: string) => ({ text, entities: [] })
const file = (kind: OutgoingFile['kind'], fileId = 'f'): OutgoingFile => ({ kind, fileId })

function shapes(effects: Outgoing[]) {
  return effects.map((effect) =>
    effect.kind === 'files'
      ? [effect.files.map(({ kind }) => kind).join('+'), effect.caption.text]
      : [effect.kind, effect.kind === 'say' ? effect.content.text : ''],
  )
}

test('an effect of one message stays as it is', () => {
  const say = { kind: 'say', place, content: plain('short'), mark, replyTo } as const
  expect(planEffects(say)).toEqual([say])
  const react = { kind: 'react', place, at: mark, emoji: null } as const
  expect(planEffects(react)).toEqual([react])
})

test('a long text becomes several: reply on the first, buttons and slot on the last', () => {
  const buttons = [[{ label: 'Accept', data: 'a' }]]
  const text = 'many words '.repeat(900)
  const parts = planEffects({
    kind: 'say',
    place,
    mark,
    replyTo,
    slot: 'proposal:5:1',
    message: 5,
    content: { ...plain(text), buttons },
    edit: { message: 4, before: plain('before'), now: plain('now') },
  })
  expect(parts.length).toBeGreaterThan(2)
  for (const [index, part] of parts.entries()) {
    if (part.kind !== 'say') throw new Error('not a text')
    const isLast = index === parts.length - 1
    expect(part.content.text.length).toBeLessThanOrEqual(4096)
    expect(part.message).toBe(5)
    expect('replyTo' in part).toBe(index === 0)
    expect('edit' in part).toBe(false)
    expect(part).toMatchObject({ mark, part: isLast ? 'last' : 'more' })
    expect('slot' in part).toBe(isLast)
    expect('buttons' in part.content).toBe(isLast)
  }
  // Planned once or twice, it is the same.
  expect(parts.flatMap(planEffects)).toEqual(parts)
})

test('files are albums of what goes together, in order', () => {
  const files = [
    ...['photo', 'video', 'document', 'document', 'audio', 'voice', 'voice', 'photo'].map((kind) =>
      file(kind as OutgoingFile['kind']),
    ),
  ]
  expect(shapes(planEffects({ kind: 'files', place, files, caption: plain('Look') }))).toEqual([
    ['photo+video', 'Look'],
    ['document+document', ''],
    ['audio', ''],
    ['voice', ''],
    ['voice', ''],
    ['photo', ''],
  ])
})

test('an album holds ten', () => {
  const files = Array.from({ length: 21 }, (_, index) => file('photo', String(index)))
  const parts = planEffects({ kind: 'files', place, files, caption: plain('') })
  expect(parts.map((part) => part.kind === 'files' && part.files.length)).toEqual([10, 10, 1])
})

test('a caption that no file can carry follows as a text', () => {
  const long = 'words '.repeat(200)
  const files = [file('photo'), file('photo')]
  const buttons = [[{ label: 'Answer', data: 'a' }]]
  const plan = (caption: object, some = files) =>
    planEffects({ kind: 'files', place, mark, files: some, caption: caption as never })
  expect(shapes(plan(plain(long)))).toEqual([
    ['photo+photo', ''],
    ['say', long],
  ])
  expect(shapes(plan({ ...plain('x'), buttons }))).toEqual([
    ['photo+photo', ''],
    ['say', 'x'],
  ])
  expect(shapes(plan({ ...plain('x'), buttons }, [file('photo')]))).toEqual([['photo', 'x']])
  expect(shapes(plan(plain('x'), [file('sticker')]))).toEqual([
    ['sticker', ''],
    ['say', 'x'],
  ])
  expect(plan(plain(long))).toMatchObject([
    { kind: 'files', mark, part: 'more' },
    { kind: 'say', mark, part: 'last' },
  ])
})
