import { readFileSync } from 'node:fs'

import { afterAll, beforeAll, expect, test } from 'vitest'

import { readExpression, readRules, scrape, type Series } from '../support/alarms.ts'
import { startTestDesk, type TestDesk } from '../support/desk.ts'

/** Prometheus' own, of each target. */
const ownOfPrometheus = ['up']
/** Only with an embedded database, or when there was something to tell of. */
const named = (text: string) => [...text.matchAll(/^# TYPE (\w+) /gm)].map(([, name]) => name)

let desk: TestDesk
let text: string
let series: Series[]

beforeAll(async () => {
  desk = await startTestDesk({ mode: 'webhook' })
  text = await (await fetch(`${desk.httpUrl()}/metrics`)).text()
  series = await scrape(desk)
})

afterAll(() => desk.close())

interface Dashboard {
  title: string
  panels: { type: string; title: string; targets?: { expr: string }[] }[]
}
const dashboard = () => JSON.parse(readFileSync('docs/grafana/kvytok.json', 'utf8')) as Dashboard
const expressions = () =>
  dashboard().panels.flatMap(({ targets = [] }) => targets.map(({ expr }) => expr))
const metricsIn = (expr: string) => expr.match(/\b(?:kvytok|process|nodejs)_\w+/g) ?? []

test('each metric of the dashboard is one that the desk shows', () => {
  expect(expressions().length).toBeGreaterThan(15)
  for (const expr of expressions()) {
    expect(metricsIn(expr).length, expr).toBeGreaterThan(0)
    for (const metric of metricsIn(expr)) expect(named(text), expr).toContain(metric)
  }
})

test('each metric of the desk is on the dashboard', () => {
  const own = named(text).filter((name) => name?.startsWith('kvytok_'))
  expect(own.length).toBeGreaterThan(20)
  const shown = expressions().flatMap(metricsIn)
  expect(own.filter((name) => !shown.includes(name ?? ''))).toEqual([])
})

test('the dashboard has a row for each theme, and no panel without a title', () => {
  const { panels } = dashboard()
  expect(panels.filter(({ type }) => type === 'row').map(({ title }) => title)).toEqual([
    'Is it well',
    'What people write',
    'What the desk sends',
    'Telegram',
    'Time and machine',
  ])
  expect(panels.every(({ title }) => title !== '')).toBe(true)
})

test('each alarm looks at a series that is there before anything is wrong', () => {
  for (const { alert, expr } of readRules()) {
    const { metric, labels } = readExpression(expr)
    if (metric === 'kvytok_disk_free_bytes') {
      expect(named(text)).toContain(metric)
      continue
    }
    const found = series.filter(
      (one) =>
        one.metric === metric &&
        Object.entries(labels).every(([name, value]) => one.labels[name] === value),
    )
    expect(found.length, alert).toBeGreaterThan(0)
    if (!ownOfPrometheus.includes(metric)) expect(named(text), alert).toContain(metric)
  }
})

test('each alarm has its section, with what to do, and each section is of an alarm', () => {
  const page = readFileSync('docs/operations.md', 'utf8')
  const sections = page.split(/^### /m).slice(1)
  const titles = sections.map((section) => section.split('\n')[0])
  expect(titles).toEqual(readRules().map(({ alert }) => alert))
  for (const section of sections) expect(section.length, section).toBeGreaterThan(150)
  const links = [...page.matchAll(/\]\(#(\w+)\)/g)].map(([, target]) => target)
  const anchors = [...page.matchAll(/^#{2,3} (.+)$/gm)].map(([, title = '']) => title.toLowerCase())
  expect(links.filter((target) => !anchors.includes(target ?? ''))).toEqual([])
})

test('each sentence of /readyz that sends people to a section names one that is there', () => {
  const alarms = readRules().map(({ alert }) => alert)
  const files = ['src/services/watch/find-troubles.ts', 'src/services/notifier/sending.ts']
  const sent = files.flatMap((file) => readFileSync(file, 'utf8').match(/Kvytok\w+/g) ?? [])
  expect(sent.length).toBeGreaterThanOrEqual(3)
  expect(sent.filter((name) => !alarms.includes(name))).toEqual([])
})
