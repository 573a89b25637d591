import { fileURLToPath } from 'node:url'

import { ESLint } from 'eslint'
import { expect, test } from 'vitest'

const spelledOut = ['no-restricted-syntax', 'no-duplicate-imports']

/** The rules of the project about how things are written; they need no types, which take long. */
const eslint = new ESLint({
  cwd: fileURLToPath(new URL('..', import.meta.url)),
  overrideConfig: { languageOptions: { parserOptions: { projectService: false } } },
  ruleFilter: ({ ruleId }) => spelledOut.includes(ruleId),
})

async function reported(text: string): Promise<(string | null)[]> {
  const results = await eslint.lintText(text, { filePath: 'src/domain/formatted.ts' })
  return results.flatMap(({ messages }) => messages.map(({ ruleId }) => ruleId))
}

test.each([
  ['an object spelled out within another', 'export const o = { ...{ a: 1 } }', spelledOut[0]],
  ['a list spelled out within another', 'export const l = [...[1, 2]]', spelledOut[0]],
  ['parameters without names', 'export const f = (...[a]: [number]) => a', spelledOut[0]],
  [
    'two imports from one module',
    `import { plain } from './a.ts'\nimport { bold } from './a.ts'\nexport const p = [plain, bold]`,
    spelledOut[1],
  ],
])('%s is reported', async (_what, text, rule) => {
  expect(await reported(text)).toEqual([rule])
})

test('a property that is there only sometimes is not reported', async () => {
  const text = 'export const f = (x?: number) => ({ a: 1, ...(x !== undefined && { x }) })'
  expect(await reported(text)).toEqual([])
})
