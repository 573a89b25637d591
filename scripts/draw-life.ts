import { statuses } from '../src/domain/ticket.ts'
import type { Transition } from '../src/domain/transitions/transition.ts'
import { statusAfter } from '../src/domain/transitions.ts'

interface Step {
  from: string
  to: string
  words: string
}

/**
 * The life of a ticket as a page of Markdown, drawn from the table of transitions: a diagram of what
 * changes the status, and a list of what does not. Rows of one actor between the same two statuses
 * share an arrow; what every live status has is drawn once.
 */
export function drawLife(transitions: readonly Transition[]): string {
  const changes = transitions.filter(({ to }) => to !== 'same' && to !== 'before')
  const always = changes.filter((row) => isOfAllLive(row) && typeof row.to === 'string')
  const some = changes.filter((row) => !always.includes(row))
  const steps = [...some.flatMap(stepsOf), ...always.map(fromLive)]
  return [
    '# The life of a ticket',
    '',
    'Drawn from `src/domain/transitions/` by `npm run drawing`; not edited by hand.',
    '',
    '```mermaid',
    'stateDiagram-v2',
    '  state live {',
    '    [*] --> new',
    ...arrows(steps.filter(({ from, to }) => from !== 'closed' && to !== 'closed')).map(indented),
    '  }',
    ...arrows(steps.filter(({ from, to }) => from === 'closed' || to === 'closed')),
    '```',
    '',
    'What happens without a change of status, or leads back to the one before:',
    '',
    ...transitions.flatMap(stays),
    '',
  ].join('\n')
}

/** The arrows of a row that lead elsewhere. */
function stepsOf(row: Transition): Step[] {
  return row.from
    .map((from) => ({ from, to: statusAfter(row, from), words: wordsOf(row) }))
    .filter(({ from, to }) => from !== to)
}

function isOfAllLive({ from }: Transition): boolean {
  return statuses.every((status) => (status === 'closed') !== from.includes(status))
}

/** The arrow of a row that every live status has. */
function fromLive(row: Transition): Step {
  return { from: 'live', to: statusAfter(row, 'new'), words: wordsOf(row) }
}

function wordsOf({ actor, event }: Transition): string {
  return `${actor} ${event.replaceAll('_', ' ')}`
}

/** One arrow for each pair, with all that takes it. */
function arrows(steps: readonly Step[]): string[] {
  const byPair = new Map<string, string[]>()
  for (const { from, to, words } of steps) {
    const pair = `  ${from} --> ${to}`
    byPair.set(pair, [...(byPair.get(pair) ?? []), words])
  }
  return [...byPair].map(([pair, words]) => `${pair}: ${words.join(', ')}`)
}

function indented(line: string): string {
  return `  ${line}`
}

function stays(row: Transition): string[] {
  const where = row.from.filter((from) => row.to === 'before' || statusAfter(row, from) === from)
  return where.length === 0 ? [] : [`- ${row.id}, ${wordsOf(row)}: ${where.join(', ')}`]
}
