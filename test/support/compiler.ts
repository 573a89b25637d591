import { join } from 'node:path'
import ts from 'typescript'

/** Texts that stand in for those of files, by their path from the root of the repository. */
export type ChangedTexts = Map<string, string>

/** What is reported of a file, each with its reasons below it. */
export type ErrorsIn = (file: string) => string

const root = join(import.meta.dirname, '../..')

/** What a file says, as it is on the disk. */
export function readText(file: string): string {
  const text = ts.sys.readFile(join(root, file))
  if (text === undefined) throw new Error(`There is no file ${file}`)
  return text
}

/**
 * The compiler with the settings of the project, over some of its files and what they import, as it
 * would be if some of them said something else. Only what is changed is read anew.
 *
 * @param files from the root of the repository
 */
export function createCompiler(files: string[]): (changed: ChangedTexts) => ErrorsIn {
  const options = settings()
  const host = ts.createCompilerHost(options)
  const known = new Map<string, ts.SourceFile | undefined>()
  const readFromDisk = host.getSourceFile.bind(host)
  let program: ts.Program | undefined

  return (changed) => {
    const texts = new Map([...changed].map(([path, text]) => [join(root, path), text]))
    host.getSourceFile = (path, languageVersion, ...rest) => {
      const text = texts.get(path)
      if (text !== undefined) return ts.createSourceFile(path, text, languageVersion)
      if (!known.has(path)) known.set(path, readFromDisk(path, languageVersion, ...rest))
      return known.get(path)
    }
    const present = ts.createProgram({
      rootNames: files.map((file) => join(root, file)),
      options,
      host,
      ...(program !== undefined && { oldProgram: program }),
    })
    program = present
    return (file) => {
      const source = present.getSourceFile(join(root, file))
      if (source === undefined) throw new Error(`Nothing imports ${file}`)
      const found = present.getSemanticDiagnostics(source)
      return found.map((one) => ts.flattenDiagnosticMessageText(one.messageText, '\n')).join('\n')
    }
  }
}

/** Those of tsconfig.json; which files there are is of no interest here. */
function settings(): ts.CompilerOptions {
  const path = join(root, 'tsconfig.json')
  const { config } = ts.readConfigFile(path, (file) => ts.sys.readFile(file)) as { config: object }
  const some = { ...config, include: [], files: [] }
  return ts.parseJsonConfigFileContent(some, ts.sys, root).options
}
