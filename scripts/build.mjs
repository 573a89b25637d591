import { spawnSync } from 'node:child_process'
import { copyFileSync, existsSync, mkdirSync, readdirSync, rmSync, writeFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'
import { fileURLToPath, pathToFileURL } from 'node:url'
import { newestChangeMs } from './freshness.mjs'

// Plain JavaScript, because it must also run where only the production dependencies are installed.
process.chdir(fileURLToPath(new URL('..', import.meta.url)))
const require = createRequire(join(process.cwd(), 'package.json'))

const generated = [
  'src/storage/generated',
  'src/locales/generated.ts',
  'sandbox/api/generated.json',
]
const generatorsOf = {
  'src/storage/generated': ['prisma/schema.prisma'],
  'src/locales/generated.ts': [
    'scripts/generate-locales.ts',
    'scripts/compile-texts.ts',
    ...fluentFiles(),
  ],
  'sandbox/api/generated.json': ['scripts/generate-bot-api.ts'],
}
const sources = ['src', 'prisma', 'tsconfig.json', 'tsconfig.build.json', 'package-lock.json']
const generatedStamp = 'dist/.generated'
const builtStamp = 'dist/.built'

/** True when the sources are here and dist/ does not hold what they say. */
export function isStale() {
  if (!existsSync('src')) return false
  return needsGenerating() || newestChangeMs(sources, generated) > newestChangeMs([builtStamp])
}

/** True where the compiler is installed; a production install has none. */
export function canBuild() {
  return ['typescript/package.json', 'tsx/package.json', 'prisma/package.json'].every(isInstalled)
}

/**
 * Generates what is generated if its inputs changed, then compiles src/ to dist/.
 * Throws with the failing step in the message.
 */
export function build() {
  if (needsGenerating()) {
    runNode('generate', ['--import', 'tsx', 'scripts/generate.ts'])
    stamp(generatedStamp)
  }
  // After a failed build tsc would believe that what it wrote then is still good.
  if (!existsSync(builtStamp)) rmSync('dist/.tsbuildinfo', { force: true })
  rmSync(builtStamp, { force: true })
  runNode('tsc', [require.resolve('typescript/bin/tsc'), '-p', 'tsconfig.build.json'])
  copyOtherFiles('src', 'dist')
  removeOrphans()
  stamp(builtStamp)
}

function needsGenerating() {
  const outputs = Object.entries(generatorsOf).filter(([, [script]]) => existsSync(script))
  return outputs.some(([output, inputs]) => {
    if (!existsSync(output)) return true
    return (
      newestChangeMs(inputs) > Math.max(newestChangeMs([output]), newestChangeMs([generatedStamp]))
    )
  })
}

function fluentFiles() {
  if (!existsSync('src/locales')) return []
  const names = readdirSync('src/locales').filter((name) => name.endsWith('.ftl'))
  return names.map((name) => join('src/locales', name))
}

function copyOtherFiles(from, to) {
  for (const entry of readdirSync(from, { withFileTypes: true })) {
    const source = join(from, entry.name)
    const target = join(to, entry.name)
    if (entry.isDirectory()) copyOtherFiles(source, target)
    else if (!entry.name.endsWith('.ts')) {
      mkdirSync(dirname(target), { recursive: true })
      copyFileSync(source, target)
    }
  }
}

/** What was compiled from a source that is gone must not live on. */
function removeOrphans() {
  for (const name of readdirSync('dist', { recursive: true, encoding: 'utf8' })) {
    const source = join('src', name.replace(/\.js(\.map)?$/, '.ts'))
    if (/\.js(\.map)?$/.test(name) && !existsSync(source)) rmSync(join('dist', name))
  }
}

function runNode(step, args) {
  const { status, error } = spawnSync(process.execPath, args, { stdio: 'inherit' })
  if (status !== 0) throw new Error(`${step} failed`, error && { cause: error })
}

function stamp(path) {
  mkdirSync(dirname(path), { recursive: true })
  writeFileSync(path, '')
}

function isInstalled(file) {
  try {
    require.resolve(file)
    return true
  } catch {
    return false
  }
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) {
  try {
    build()
  } catch (error) {
    console.error(error.message)
    process.exitCode = 1
  }
}
