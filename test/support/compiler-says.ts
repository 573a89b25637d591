import { dirname } from 'node:path'
import { fileURLToPath } from 'node:url'

import ts from 'typescript'

/** What stays the same from one question to the next. */
const parsed = new Map<string, ts.SourceFile>()

const root = fileURLToPath(new URL('../..', import.meta.url))

/** What the compiler is told in tsconfig.json, for code that needs nothing of Node. */
function compilerOptions(): ts.CompilerOptions {
  const file = ts.findConfigFile(root, (path) => ts.sys.fileExists(path))
  if (file === undefined) throw new Error('There is no tsconfig.json')
  const { config } = ts.readConfigFile(file, (path) => ts.sys.readFile(path)) as { config: object }
  const { options } = ts.parseJsonConfigFileContent(config, ts.sys, dirname(file))
  return { ...options, types: [] }
}

/**
 * What the compiler finds wrong in a file of this repository if it read otherwise than it does.
 *
 * @param file its URL
 * @param text what is compiled in place of what it says
 * @returns one sentence for each mistake; none when it compiles
 */
export function compilerSays(file: URL, text: string): string[] {
  const path = fileURLToPath(file)
  const options = compilerOptions()
  const host = ts.createCompilerHost(options)
  const read = host.getSourceFile.bind(host)
  host.getSourceFile = (name, language) => {
    if (name === path) return ts.createSourceFile(name, text, language, true)
    const source = parsed.get(name) ?? read(name, language)
    if (source !== undefined) parsed.set(name, source)
    return source
  }
  const program = ts.createProgram([path], options, host)
  const source = program.getSourceFile(path)
  return program
    .getSemanticDiagnostics(source)
    .map(({ messageText }) => ts.flattenDiagnosticMessageText(messageText, ' '))
}
