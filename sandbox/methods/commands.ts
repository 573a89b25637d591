import { isRecord } from '../is-record.ts'
import { badRequest } from '../refusal.ts'
import { commandKey, type CommandSet } from '../state/command-sets.ts'
import { chatFor, type World } from '../state/world.ts'
import { textOf, type Method } from './method.ts'

const setMyCommands: Method = ({ world, values }) => {
  const given = values['commands'] as CommandSet['commands']
  const commands = given.map((one) => ({
    ...one,
    command: one.command.trim().replace(/^\//, ''),
    description: one.description.trim(),
  }))
  for (const one of commands) checkCommand(one)
  if (commands.length > 100) throw badRequest('BOT_COMMANDS_TOO_MUCH')
  const language = languageOf(values)
  world.commands.set(commandKey(scopeOf(world, values), language), { language, commands })
  world.changed()
  return true
}

function checkCommand({ command, description }: CommandSet['commands'][number]): void {
  if (command === '') throw badRequest('command must be non-empty')
  if (command.length > 32) throw badRequest('command length must not exceed 32')
  if (description === '') throw badRequest('command description must be non-empty')
  if (Array.from(description).length > 256) {
    throw badRequest('command description length must not exceed 256')
  }
  if (!/^[a-z0-9_]+$/.test(command)) throw badRequest('BOT_COMMAND_INVALID')
}

const deleteMyCommands: Method = ({ world, values }) => {
  world.commands.delete(commandKey(scopeOf(world, values), languageOf(values)))
  world.changed()
  return true
}

const getMyCommands: Method = ({ world, values }) =>
  world.commands.get(commandKey(scopeOf(world, values), languageOf(values)))?.commands ?? []

/** A scope that names a chat counts only for one the bot can see. */
function scopeOf(world: World, { scope }: Record<string, unknown>): object | undefined {
  if (!isRecord(scope)) return undefined
  if (scope['chat_id'] !== undefined) chatFor(world, scope['chat_id'])
  return scope
}

/** Two letters, or empty for every language (https://core.telegram.org/bots/api#setmycommands). */
export function languageOf(values: Record<string, unknown>): string {
  const language = textOf(values['language_code']) ?? ''
  if (!/^([a-z]{2})?$/.test(language)) throw badRequest('invalid language code specified')
  return language
}

export const commandMethods: Record<string, Method> = {
  setMyCommands,
  deleteMyCommands,
  getMyCommands,
}
