import { readFileSync } from 'node:fs'

import { parse } from 'yaml'

import type { TestDesk } from './desk.ts'

export interface AlarmRule {
  alert: string
  expr: string
  for?: string
  labels: { severity: string }
  annotations: { summary: string }
}

/** The rules as Prometheus is given them. */
export function readRules(): AlarmRule[] {
  const file = parse(readFileSync('docs/alarms.yaml', 'utf8')) as {
    groups: { rules: AlarmRule[] }[]
  }
  return file.groups.flatMap(({ rules }) => rules)
}

/** A rule taken apart; all of them have one of two forms. */
export interface Comparison {
  metric: string
  labels: Record<string, string>
  /** Compared is how much it grew. */
  isIncrease: boolean
  than: '>' | '<'
  limit: number
}

/** @throws for a rule of any other form */
export function readExpression(expr: string): Comparison {
  const form = /^(?:(increase)\()?(\w+)(?:{(.*?)})?(?:\[\w+\]\))? ([<>]) (\d+)$/
  const [, increase, metric = '', labels = '', than, limit] = form.exec(expr) ?? []
  if (metric === '') throw new Error(`Not a metric compared with a number: ${expr}`)
  return {
    metric,
    labels: readLabels(labels),
    isIncrease: increase !== undefined,
    than: than === '<' ? '<' : '>',
    limit: Number(limit),
  }
}

export interface Series {
  metric: string
  labels: Record<string, string>
  value: number
}

/** What Prometheus would store of a scrape; of a desk that does not answer, that it is not up. */
export async function scrape(desk: Pick<TestDesk, 'httpUrl'>): Promise<Series[]> {
  const up = (value: number) => ({ metric: 'up', labels: { job: 'kvytok' }, value })
  const response = await fetch(`${desk.httpUrl()}/metrics`).catch(() => null)
  if (response === null) return [up(0)]
  const lines = (await response.text()).split('\n')
  const series = lines.flatMap((line) => {
    const [, metric = '', labels = '', value] = /^(\w+)(?:{(.*)})? (\S+)$/.exec(line) ?? []
    return metric === '' ? [] : [{ metric, labels: readLabels(labels), value: Number(value) }]
  })
  return [up(1), ...series]
}

/**
 * Names of the alarms whose expression holds.
 *
 * @param options.before an earlier scrape, for those that look at what grew
 * @param options.limit in place of the limit of each of them
 */
export function ringing(
  now: Series[],
  { before = [], limit }: { before?: Series[] | undefined; limit?: number | undefined } = {},
): string[] {
  return readRules()
    .filter(({ expr }) => {
      const rule = readExpression(expr)
      return holds({ ...rule, limit: limit ?? rule.limit }, now, before)
    })
    .map(({ alert }) => alert)
}

function holds(rule: Comparison, now: Series[], before: Series[]): boolean {
  return now
    .filter((one) => isOf(rule, one))
    .some((one) => {
      const earlier = before.find(
        ({ metric, labels }) =>
          metric === one.metric && JSON.stringify(labels) === JSON.stringify(one.labels),
      )
      const value = rule.isIncrease ? one.value - (earlier?.value ?? one.value) : one.value
      return rule.than === '>' ? value > rule.limit : value < rule.limit
    })
}

function isOf({ metric, labels }: Comparison, one: Series): boolean {
  if (one.metric !== metric) return false
  return Object.entries(labels).every(([name, value]) => one.labels[name] === value)
}

function readLabels(text: string): Record<string, string> {
  return Object.fromEntries(
    [...text.matchAll(/(\w+)="(.*?)"/g)].map(([, name = '', value = '']) => [name, value]),
  )
}
