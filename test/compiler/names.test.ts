import { beforeAll, expect, test } from 'vitest'

import { compileTexts } from '../../scripts/compile-texts.ts'
import { languages, type Language } from '../../src/domain/language.ts'
import { createCompiler, readText, type ChangedTexts, type ErrorsIn } from '../support/compiler.ts'

const registry = 'src/bot/commands/staff.ts'
const clientRegistry = 'src/bot/commands/client.ts'
const menus = 'src/bot/commands/menus.ts'
const cardButtons = 'src/bot/commands/card-buttons.ts'
const texts = 'src/locales/texts.ts'
const decision = 'src/domain/decision.ts'
const notices = 'src/bot/telling/notices.ts'

interface Fault {
  /** Where the compiler reports it, and how. */
  file: string
  says: RegExp
  /** Puts other words in place of those of a file, which it must have. */
  words?: [file: string, before: string, after: string]
  /** Leaves out a text, of all languages or of one. */
  lacks?: [key: string, of?: Language]
  /** A text more. */
  adds?: string
}

/** Faults that do not hide each other, so that one look at the program finds all of a group. */
const groups: Record<string, Fault>[] = [
  {
    'a button without a text': {
      file: registry,
      lacks: ['card-solve'],
      says: /'"card-solve"' is not assignable/,
    },
    'a question without a text': {
      file: registry,
      lacks: ['staff-prompt-later'],
      says: /'"staff-prompt-later"' is not assignable/,
    },
    'a button that needs words and asks no question': {
      file: registry,
      words: [registry, "    question: 'staff-prompt-dev',\n", ''],
      says: /'question' is missing/,
    },
    'a command that needs words and cannot say which': {
      file: registry,
      words: [registry, "    missing: 'staff-needs-merge',\n", ''],
      says: /'missing' is missing/,
    },
    'a button of the menu without a text': {
      file: clientRegistry,
      lacks: ['menu-my-tickets'],
      says: /'"menu-my-tickets"' is not assignable/,
    },
    'a command that the menu has no text for': {
      file: menus,
      lacks: ['command-history'],
      says: /'"command-history"' is not assignable/,
    },
  },
  {
    'a command without help': {
      file: registry,
      words: [
        registry,
        '  take: {\n',
        "  frobnicate: { where: 'group', who: 'agent', needs: 'nothing' },\n  take: {\n",
      ],
      says: /'frobnicate' does not exist/,
    },
    'a command of clients without help': {
      file: clientRegistry,
      words: [clientRegistry, '  journal: {},', '  journal: {},\n  frobnicate: {},'],
      says: /'frobnicate' does not exist/,
    },
    'a text that Turkish lacks': {
      file: texts,
      lacks: ['refusal-taken_by_other', 'tr'],
      says: /'tr' are incompatible[^]*refusal-taken_by_other"' is missing/,
    },
  },
  {
    'help without a command': {
      file: registry,
      adds: 'staff-usage-frobnicate = /frobnicate: do it',
      says: /Property 'frobnicate' is missing/,
    },
    'help of clients without a command': {
      file: clientRegistry,
      adds: 'client-usage-frobnicate = /frobnicate: do it',
      says: /Property 'frobnicate' is missing/,
    },
    'a text of the menu without a command': {
      file: menus,
      adds: 'command-frobnicate = Do it',
      says: /'"frobnicate"' is not assignable/,
    },
    'a button that no press says': {
      file: cardButtons,
      words: [
        registry,
        "group: 'responsibility', needs: 'nothing' }",
        "group: 'responsibility', needs: 'nothing', button: { label: 'card-more', row: 1 } }",
      ],
      says: /"release"/,
    },
    'a notice without a row': {
      file: notices,
      words: [decision, "  | 'agent_works_on_it'", "  | 'agent_works_on_it'\n  | 'frobnicated'"],
      says: /Property 'frobnicated' is missing/,
    },
    'a text that English lacks': {
      file: texts,
      lacks: ['refusal-taken_by_other', 'en'],
      says: /'en' are incompatible[^]*refusal-taken_by_other"' is missing/,
    },
  },
]

/** The texts of files as they are with these faults. */
function withFaults(faults: Fault[]): ChangedTexts {
  const changed: ChangedTexts = new Map()
  for (const { words } of faults) {
    if (words === undefined) continue
    const [file, before, after] = words
    changed.set(file, replaced(changed.get(file) ?? readText(file), before, after))
  }
  const sources = languages.map((language) => {
    let source = readText(`src/locales/${language}.ftl`)
    for (const { lacks: [key, of] = [], adds } of faults) {
      if (key !== undefined && (of ?? language) === language) {
        source = replaced(source, new RegExp(`^${key} = .*\n`, 'm'), '')
      }
      if (adds !== undefined) source += `${adds}\n`
    }
    return { language, source }
  })
  return changed.set('src/locales/generated.ts', compileTexts(sources))
}

function replaced(text: string, before: string | RegExp, after: string): string {
  const result = text.replace(before, after)
  if (result === text) throw new Error(`Nothing says ${String(before)} any more`)
  return result
}

let errorsNow: ErrorsIn
const errorsOf = new Map<object, ErrorsIn>()

beforeAll(() => {
  const files = groups.flatMap((group) => Object.values(group).map(({ file }) => file))
  const compile = createCompiler([...new Set(files)])
  errorsNow = compile(new Map())
  for (const group of groups) errorsOf.set(group, compile(withFaults(Object.values(group))))
})

const cases = groups.flatMap((group) =>
  Object.entries(group).map(([name, fault]) => [name, fault, group] as const),
)

test.each(cases)('the compiler names %s', (_name, fault, group) => {
  expect(errorsNow(fault.file)).toBe('')
  expect(errorsOf.get(group)?.(fault.file)).toMatch(fault.says)
})
