import { existsSync } from 'node:fs'
import { build, canBuild, isStale } from './build.mjs'

/**
 * Runs a program of dist/, compiled first if src/ is newer. It is loaded into this process, not into
 * a child: signals, exit code and memory are the program's own.
 *
 * @param {string} entry its path below dist/
 */
export async function runBuilt(entry) {
  if (isStale()) {
    if (!canBuild()) {
      fail('dist/ is missing or older than src/ and the compiler is not installed: run `npm ci`.')
    }
    try {
      build()
    } catch (error) {
      fail(`The build failed (${error.message}), see above.`)
    }
  }
  if (!existsSync(`dist/${entry}`)) fail(`There is no dist/${entry}: run \`npm run build\`.`)
  await import(new URL(`../dist/${entry}`, import.meta.url).href)
}

function fail(line) {
  console.error(line)
  process.exit(1)
}
