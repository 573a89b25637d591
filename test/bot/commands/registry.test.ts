import { describe, expect, test } from 'vitest'

import { cardButtons } from '../../../src/bot/commands/card-buttons.ts'
import { clientCommandNames, listedClientCommands } from '../../../src/bot/commands/client.ts'
import { clientHelp, staffHelp } from '../../../src/bot/commands/help.ts'
import { clientMenu, menuButtons, staffMenu } from '../../../src/bot/commands/menus.ts'
import {
  askingStaffCommands,
  listedStaffCommands,
  staffCommandNames,
  staffCommands,
} from '../../../src/bot/commands/staff.ts'
import { languages } from '../../../src/domain/language.ts'
import type { TicketStatus } from '../../../src/domain/ticket.ts'
import { createTexts } from '../../../src/locales/texts.ts'
import { aTicket } from '../../support/a-ticket.ts'

const texts = createTexts()
const supervisors = { en: 'supervisors', uk: 'керівники', ru: 'руководители', tr: 'yöneticiler' }

describe.each(languages)('commands in %s', (language) => {
  const t = texts(language)
  const open = staffHelp(t, 'public')
  const strict = staffHelp(t, 'note')

  test('help has a line of each, which begins with it', () => {
    const begins = (help: string) =>
      [...help.matchAll(/^\/(\w+)(?=[ :,])/gm)].map(([, name]) => name)
    expect(begins(open).sort()).toEqual([...listedStaffCommands].sort())
    expect(begins(clientHelp(t)).sort()).toEqual([...listedClientCommands].sort())
    const hidden = listedStaffCommands.filter((name) => !begins(strict).includes(name))
    expect(hidden).toEqual(['note'])
  })

  test('help fits a message, and a line of it a few lines of a phone', () => {
    for (const help of [open, strict, clientHelp(t)]) {
      expect(help.length).toBeLessThan(4_096)
      const lines = help.split('\n').filter((line) => line.startsWith('/'))
      for (const line of lines) expect(line.length, line).toBeLessThanOrEqual(110)
    }
  })

  test('help begins with how words are taken, and its blocks have a heading each', () => {
    const [intro, ...blocks] = open.split('\n\n')
    expect(intro).toBe(t('staff-help'))
    expect(strict.split('\n\n')[0]).toBe(t('staff-help-strict'))
    expect(blocks.map((block) => block.split('\n')[0])).toEqual([
      t('staff-help-responsibility'),
      t('staff-help-client'),
      t('staff-help-waiting'),
      t('staff-help-ticket'),
      t('staff-help-ending'),
      t('staff-help-everywhere'),
    ])
  })

  test('the menus keep to the limits of Telegram', () => {
    for (const menu of [staffMenu(t), clientMenu(t)]) {
      expect(menu.length).toBeLessThanOrEqual(100)
      for (const { command, description } of menu) {
        expect(command).toMatch(/^[a-z0-9_]{1,32}$/)
        expect(description.length, description).toBeGreaterThanOrEqual(3)
        expect(description.length, description).toBeLessThanOrEqual(256)
      }
    }
  })

  test('what only supervisors may is said so, in help and in the menu', () => {
    const isTheirs = (name: keyof typeof staffCommands) => staffCommands[name].who
    for (const name of listedStaffCommands) {
      const said = [t(`staff-usage-${name}`), t(`command-${name}`)]
      const marked = said.map((text) => text.includes(`(${supervisors[language]})`))
      const expected = ['supervisor', 'rules'].includes(isTheirs(name))
      expect(marked, name).toEqual([expected, expected])
    }
  })
})

test('the menus have every command but those that are found elsewhere', () => {
  const names = (menu: { command: string }[]) => menu.map(({ command }) => command)
  const elsewhere = ['start', 'r', 'setup']
  expect(names(staffMenu(texts('en'))).sort()).toEqual(
    staffCommandNames.filter((name) => !elsewhere.includes(name)).sort(),
  )
  expect(names(clientMenu(texts('en')))).toEqual(
    clientCommandNames.filter((name) => name !== 'start'),
  )
  expect(names(staffMenu(texts('en')))).toEqual(
    expect.arrayContaining(['open', 'ban', 'unban', 'unmerge', 'untag', 'unsend']),
  )
})

test('a question that was sent before an upgrade is still known by its name', () => {
  expect(askingStaffCommands).toEqual(['ask', 'solve', 'note', 'later', 'dev'])
})

test('the card has the buttons of what is possible, in rows', () => {
  const t = texts('en')
  const shown = (status: TicketStatus, assigneeId: number | null = null) =>
    cardButtons(aTicket({ status, assigneeId }), t).map((row) => row.map(({ label }) => label))
  const last = ['Note', 'More']
  expect(shown('new')).toEqual([
    ['Take'],
    ['Ask for info', 'Propose solution'],
    ['Postpone', 'In development'],
    last,
  ])
  expect(shown('new', 1)[0]).toEqual(['Ask for info', 'Propose solution'])
  expect(shown('pending', 1)).toEqual([['Propose solution'], ['Postpone', 'In development'], last])
  expect(shown('postponed', 1)).toEqual([
    ['Ask for info', 'Propose solution'],
    ['In development'],
    last,
  ])
  expect(shown('closed', 1)).toEqual([])
})

test('the menu of a client has its buttons in rows', () => {
  expect(menuButtons(texts('en'))).toEqual([
    [{ label: 'Open a ticket', data: '1:new' }],
    [
      { label: 'My tickets', data: '1:tickets:0' },
      { label: 'Settings', data: '1:settings' },
    ],
  ])
})
