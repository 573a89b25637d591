import { runCommand } from './run-command.ts'

const { code, text, isReport } = await runCommand(process.argv.slice(2), process.env)
// Whatever it tells, a report is what was asked for.
const stream = code === 0 || isReport === true ? process.stdout : process.stderr
stream.write(`${text}\n`)
process.exitCode = code
