/** Prints a table as Markdown, with numbers to the right. */
export function printTable(title: string, head: string[], rows: string[][]): void {
  console.log(['', title, '', ...tableLines(head, rows)].join('\n'))
}

/**
 * A table as lines of Markdown.
 *
 * @param words the columns that stand to the left; all others hold numbers
 */
export function tableLines(head: string[], rows: string[][], words: number[] = [0]): string[] {
  const widths = head.map((cell, column) =>
    Math.max(cell.length, ...rows.map((row) => row[column]?.length ?? 0)),
  )
  const pad = (cell: string, column: number) => {
    const width = widths[column] ?? 0
    return words.includes(column) ? cell.padEnd(width) : cell.padStart(width)
  }
  const line = (cells: string[]) => `| ${cells.map(pad).join(' | ')} |`
  const rule = widths.map((width, column) =>
    words.includes(column) ? '-'.repeat(width) : `${'-'.repeat(width - 1)}:`,
  )
  return [line(head), line(rule), ...rows.map(line)]
}
