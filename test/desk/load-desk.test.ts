import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, describe, expect, it } from 'vitest'
import { builtInDesk } from '../../src/desk/complete-desk.ts'
import { loadDesk } from '../../src/desk/load-desk.ts'
import { checkText } from '../../src/locales/check-text.ts'

const folder = mkdtempSync(join(tmpdir(), 'desk-'))
const file = join(folder, 'desk.yaml')
afterAll(() => rmSync(folder, { recursive: true }))

function load(source: string) {
  writeFileSync(file, source)
  return loadDesk(file, true, checkText)
}

function deskOf(source: string) {
  const verdict = load(source)
  if (!verdict.ok) throw new Error(verdict.message)
  return verdict.desk
}

function refusalOf(source: string) {
  const verdict = load(source)
  if (verdict.ok) throw new Error('accepted')
  expect(verdict.message).not.toContain('\n')
  return verdict.message.replace(file, 'desk.yaml')
}

const office = [
  [540, 780],
  [840, 1080],
]
const example = {
  ...builtInDesk,
  name: 'Acme support',
  workingHours: {
    weekly: [office, office, office, office, office, [], []],
    holidays: ['2026-12-25'],
  },
}

describe('the desk', () => {
  it('is built in when there is no file, unless the file was asked for', () => {
    expect(loadDesk(undefined, false, checkText)).toEqual({ ok: true, desk: builtInDesk })
    const missing = join(folder, 'missing.yaml')
    expect(loadDesk(missing, false, checkText)).toEqual({ ok: true, desk: builtInDesk })
    expect(loadDesk(missing, true, checkText)).toEqual({
      ok: false,
      message: `DESK_FILE: ${missing} cannot be read: there is no such file.`,
    })
    expect(loadDesk(folder, false, checkText)).toHaveProperty(
      'message',
      `DESK_FILE: ${folder} cannot be read: it is a folder.`,
    )
  })

  it('of desk.example.yaml is the built-in one, apart from its name and hours', () => {
    const path = new URL('../../desk.example.yaml', import.meta.url).pathname
    expect(loadDesk(path, true, checkText)).toEqual({ ok: true, desk: example })
  })

  it('of an empty file is the built-in one', () => {
    expect(deskOf('')).toEqual(builtInDesk)
    expect(deskOf('# nothing yet\n')).toEqual(builtInDesk)
  })

  it('takes the missing languages of a known title from the built-in desk', () => {
    const desk = deskOf(`
types:
  problem: { title: { en: Incident }, priority: urgent }
  billing: { title: { en: Billing }, fields: [plan] }
fields:
  plan: { title: { en: Plan }, options: { free: { en: Free }, paid: { en: Paid } } }
`)
    expect(desk.types.map(({ key }) => key)).toEqual(['problem', 'billing'])
    expect(desk.types[0]).toMatchObject({
      title: { en: 'Incident', uk: 'Проблема' },
      priority: 'urgent',
      fields: ['source', 'scope', 'reproducible'],
    })
    expect(desk.types[1]).toEqual({
      key: 'billing',
      title: { en: 'Billing' },
      hint: {},
      priority: 'normal',
      fields: ['plan'],
    })
    expect(Object.keys(desk.fields)).toEqual(['source', 'scope', 'reproducible', 'plan'])
    expect(desk.fields.plan?.options.map(({ key }) => key)).toEqual(['free', 'paid'])
  })

  it('takes single timers and limits, and leaves the others as they are', () => {
    const desk = deskOf(
      'timers: { replyLimit: 1s, reopenWindow: 0 }\nlimits: { pacing: { chatBurst: 3 } }',
    )
    expect(desk.timers).toEqual({ ...builtInDesk.timers, replyLimitMs: 1000, reopenWindowMs: 0 })
    expect(desk.limits.pacing).toEqual({ ...builtInDesk.limits.pacing, chatBurst: 3 })
  })

  it('keeps the words of closed tickets unless it says how long', () => {
    const dayMs = 86_400_000
    const kept = (given: string) =>
      deskOf(`retention: { closedTickets: ${given} }`).retention.closedTicketsMs
    expect(builtInDesk.retention).toEqual({ closedTicketsMs: null })
    expect([kept('off'), kept('30d'), kept('3650d')]).toEqual([null, 30 * dayMs, 3_650 * dayMs])
  })

  it('takes own texts', () => {
    expect(deskOf('texts: { en: { menu-settings: Options } }').texts).toEqual({
      en: { 'menu-settings': 'Options' },
    })
  })
})

describe('a wrong desk file is refused with line and path:', () => {
  it.each([
    ['nmae: Acme', /^desk\.yaml, line 1: nmae: unknown key; there are name, languages, /],
    ['name: ""', /line 1: name: must not be empty$/],
    ['name:\n', /line 1: name: is empty: give it a value or remove it$/],
    ['name: [a]', /line 1: name: must be text, not a list$/],
    ['[a, b]', /line 1: must be a group of keys, not a list$/],
    ['\njust text', /line 2: must be a group of keys, not "just text"$/],
    ['languages: [en, de]', /line 1: languages\[1\]: must be one of en, uk, ru, tr, not "de"$/],
    ['languages: []', /line 1: languages/],
    ['languages: [en, en]', /line 1: languages: names a language twice$/],
    ['# x\ntimezone: Kyiv', /line 2: timezone: must be a zone such as Europe\/Kyiv$/],
    ['workingHours:\n  mon-fri: [9-18]', /line 2: workingHours\.mon-fri\[0\]: must be an interval/],
    ['workingHours:\n  mon: 09:00-18:00', /line 2: workingHours\.mon: must be a list, not "09:00/],
    ['types: {}', /line 1: types: must name at least one type$/],
    ['types:\n  Problem: {}', /line 2: types\.Problem: must be a short name of a-z/],
    ['types:\n  billing: {}', /line 2: types\.billing: has no title; give one/],
    ['types:\n  idea: { titel: {} }', /line 2: types\.idea\.titel: unknown key; there are title, /],
    [
      'types:\n  idea: { title: { de: Idee } }',
      /types\.idea\.title\.de: unknown key; there are en/,
    ],
    ['types:\n  idea: { priority: hihg }', /must be one of low, normal, high, urgent, not "hihg"$/],
    [
      'types:\n  problem:\n    fields:\n      - source\n      - sorce\n',
      /line 5: types\.problem\.fields\[1\]: there is no field "sorce"; there are source, scope, repr/,
    ],
    [
      'types:\n  idea: { fields: [scope, scope] }',
      /types\.idea\.fields\[1\]: "scope" is asked twice/,
    ],
    ['fields:\n  plan: { title: { en: Plan } }', /line 2: fields\.plan: has no options to choose/],
    [
      'fields:\n  source: { kind: text }',
      /fields\.source\.kind: must be one of choice, not "text"$/,
    ],
    ['fields:\n  source: { options: { x: {} } }', /fields\.source\.options\.x: has no title/],
    [
      'fields:\n  source:\n    options:\n      other: { en: Other }',
      /line 4: fields\.source\.options\.other: is there already because of "other: true"$/,
    ],
    [
      'timers:\n  replyLimit: soon',
      /line 2: timers\.replyLimit: must be a duration such as .*"soon"$/,
    ],
    [
      'retention:\n  closedTickets: 29d',
      /line 2: retention\.closedTickets: must be off, or from 30d to 3650d, not "29d"$/,
    ],
    [
      'retention:\n  closedTickets: 3651d',
      /line 2: retention\.closedTickets: must be off, or from 30d/,
    ],
    ['retention:\n  closed: 1d', /line 2: retention\.closed: unknown key; there are closedTickets/],
    [
      'timers:\n  reopenWindow: 40d\nretention:\n  closedTickets: 30d',
      /line 4: retention\.closedTickets: must be longer than timers\.reopenWindow/,
    ],
    ['timers:\n  replyLimit: 0', /line 2: timers\.replyLimit: must be a duration such as/],
    ['timers:\n  replyLimit: true', /line 2: timers\.replyLimit: must be a duration such as/],
    ['staff: { capacity: -1 }', /line 1: staff\.capacity: must be at least 0$/],
    ['staff: { capacity: 1.5 }', /line 1: staff\.capacity: must be a whole number$/],
    [
      'limits: { pacing: { chatPerSecond: 0 } }',
      /limits\.pacing\.chatPerSecond: must be at least 0\.01$/,
    ],
    ['thanks: yes', /line 1: thanks: must be true or false, not "yes"$/],
    ['texts:\n  en:\n    no-such: x', /line 3: texts\.en\.no-such: there is no text "no-such"$/],
    [
      'texts:\n  en:\n    menu-settings: "{ x"',
      /line 3: texts\.en\.menu-settings: the text cannot be/,
    ],
    ['name: a\nname: b', /line 2: .*unique/],
    ['name: "a', /line 1: /],
    ['types:\n\tproblem: {}', /line 2: .*tab/i],
    ['types: *nowhere', /line 1: .*nowhere/],
    ['name: !secret x', /line 1: .*!secret/],
    ['a: 1\n---\nb: 2', /line 2: .*multiple documents/i],
    ['__proto__: { polluted: true }', /line 1: __proto__: unknown key/],
  ])('%j', (source, message) => {
    expect(refusalOf(source)).toMatch(message)
  })

  it('the first problem is named and the others are counted', () => {
    expect(refusalOf('thanks: 1\nname: a\nstaff: { plainText: x, capacity: y }')).toBe(
      'desk.yaml, line 1: thanks: must be true or false, not "1" (and 2 more)',
    )
  })
})
