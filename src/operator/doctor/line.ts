/** How well a thing is; `unseen`: nobody could look at it. */
type Mark = 'ok' | 'warning' | 'wrong' | 'unseen'

/** What one look has found. */
export interface Line {
  mark: Mark
  /** What was looked at, in a word or three. */
  what: string
  found: string
  /** For what is not well: one sentence that says what to do. */
  todo?: string
}

export function ok(what: string, found: string): Line {
  return { mark: 'ok', what, found }
}

/** It works, and will not always. */
export function warning(what: string, found: string, todo: string): Line {
  return { mark: 'warning', what, found, todo }
}

/** It does not work. */
export function wrong(what: string, found: string, todo: string): Line {
  return { mark: 'wrong', what, found, todo }
}

/** @param why what has to be put right before it can be looked at */
export function unseen(what: string, why: string): Line {
  return { mark: 'unseen', what, found: `not looked at: ${why}` }
}

/** Words and not only signs, so that they can be searched for and read aloud. */
const signs: Record<Mark, string> = { ok: 'ok', warning: 'warning', wrong: 'WRONG', unseen: '-' }
const signWidth = 9

/** All lines one below the other, what to do below what it is about, and the sum of them. */
export function report(lines: readonly Line[]): string {
  const width = Math.max(...lines.map(({ what }) => what.length)) + 2
  const rows = lines.flatMap(({ mark, what, found, todo }) => {
    const row = `${signs[mark].padEnd(signWidth)}${what.padEnd(width)}${found}`
    return todo === undefined ? [row] : [row, `${' '.repeat(signWidth + width)}-> ${todo}`]
  })
  return `${rows.join('\n')}\n\n${sumOf(lines)}`
}

function sumOf(lines: readonly Line[]): string {
  const count = (mark: Mark) => lines.filter((line) => line.mark === mark).length
  const [wrongs, warnings, unseens] = [count('wrong'), count('warning'), count('unseen')]
  const sums = [
    wrongs === 0 ? 'Nothing is wrong' : `${String(wrongs)} wrong`,
    ...(warnings === 0 ? [] : [`${String(warnings)} to be warned of`]),
    ...(unseens === 0 ? [] : [`${String(unseens)} not looked at`]),
  ]
  return `${sums.join(', ')}.`
}

export function isIll(lines: readonly Line[]): boolean {
  return lines.some(({ mark }) => mark === 'wrong')
}
