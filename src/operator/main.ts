import { runCommand } from './run-command.ts'

const { code, text } = await runCommand(process.argv.slice(2), process.env)
const stream = code === 0 ? process.stdout : process.stderr
stream.write(`${text}\n`)
process.exitCode = code
