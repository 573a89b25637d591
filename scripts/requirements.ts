import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'

// Prints the requirements of docs/requirements.md with the tests that show them, and what is open.
const ids = [...readFileSync('docs/requirements.md', 'utf8').matchAll(/^\| ([A-Z]{2}-\d+)/gm)].map(
  ([, id = '']) => id,
)
const shownBy = new Map(ids.map((id) => [id, [] as string[]]))

for (const file of readdirSync('test', { recursive: true, encoding: 'utf8' })) {
  if (!file.endsWith('.test.ts')) continue
  const source = readFileSync(join('test', file), 'utf8')
  // `test('..')`, and `test.each(..)('..')`.
  const names = source.matchAll(/(?:\b(?:test|it|describe)(?:\.\w+)*|\))\(\s*(['"`])([^]*?)\1/g)
  for (const [, , name = ''] of names) {
    for (const id of idsIn(name)) shownBy.get(id)?.push(`${file}: ${name}`)
  }
}

const open = ids.filter((id) => shownBy.get(id)?.length === 0)
for (const [id, tests] of shownBy) {
  for (const [index, test] of tests.entries()) console.log(`${index === 0 ? id : ''}\t${test}`)
}
console.log(`\n${ids.length - open.length} of ${ids.length} shown. Open: ${open.join(' ')}`)

/** `OT-22`, and all of `EA-54 to EA-59`. */
function idsIn(name: string): string[] {
  const ranges = [...name.matchAll(/([A-Z]{2})-(\d+) to [A-Z]{2}-(\d+)/g)].flatMap(
    ([, prefix = '', first, last]) =>
      Array.from(
        { length: Number(last) - Number(first) + 1 },
        (_, index) => `${prefix}-${Number(first) + index}`,
      ),
  )
  return [...new Set([...ranges, ...(name.match(/\b[A-Z]{2}-\d+\b/g) ?? [])])]
}
