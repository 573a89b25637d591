import { execFile } from 'node:child_process'
import { promisify } from 'node:util'

import { expect, test } from 'vitest'

/** What a program of these lines writes, whose log leaves repetitions out for a fifth of a second. */
async function written(lines: string): Promise<Record<string, unknown>[]> {
  const program = `import { createLog } from './src/log.ts'
    const log = createLog('info', 200)
    ${lines}`
  const args = ['--import', 'tsx', '--input-type=module', '-e', program]
  const { stdout } = await promisify(execFile)(process.execPath, args)
  return stdout
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line) as Record<string, unknown>)
}

test('of one warning the first lines are written, then how many there were; then it begins anew', async () => {
  const lines = await written(`
    for (let row = 1; row <= 300; row += 1) log.warn({ row }, 'The outbox could not be written')
    for (let row = 1; row <= 3; row += 1) log.error({ row }, 'An update was put aside')
    for (let row = 1; row <= 7; row += 1) log.info({ row }, 'An update was ignored')
    await new Promise((resolve) => setTimeout(resolve, 400))
    log.warn({ row: 301 }, 'The outbox could not be written')`)
  const rowsOf = (message: string) =>
    lines.filter(({ msg }) => msg === message).map(({ row }) => row)
  expect(rowsOf('The outbox could not be written')).toEqual([1, 2, 3, 4, 5, 301])
  expect(rowsOf('An update was put aside')).toEqual([1, 2, 3])
  expect(rowsOf('An update was ignored')).toHaveLength(7)
  const leftOut = lines.filter(({ msg }) => msg === 'Lines of one message were left out')
  expect(leftOut.map(({ more, of }) => [more, of])).toEqual([
    [295, 'The outbox could not be written'],
  ])
})
