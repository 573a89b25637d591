import { beginningOf } from '../domain/beginning.ts'

/** Rows with their cells one below the other; the first are the heads. */
export function table(rows: string[][]): string {
  const widths = rows[0]?.map((_, column) =>
    Math.max(...rows.map((row) => row[column]?.length ?? 0)),
  )
  return rows
    .map((row) =>
      row
        .map((cell, column) => cell.padEnd(widths?.[column] ?? 0))
        .join('  ')
        .trimEnd(),
    )
    .join('\n')
}

/** A time to the second, as it stands in a table. */
export function second(at: Date): string {
  return at.toISOString().replace(/\.\d+Z$/, 'Z')
}

/** What stands in one line of a table. */
export function oneLine(text: string): string {
  return beginningOf(text.replaceAll(/\s+/g, ' '), 200)
}
