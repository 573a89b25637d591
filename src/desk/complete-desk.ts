import { builtInFields, builtInTypes } from './defaults.ts'
import type { Desk, Field, Timers, TicketType } from './desk.ts'
import { deskFileSchema, type DeskFile } from './schema.ts'

/**
 * Completes a desk file. `types` of the file replace the built-in ones; a field replaces the
 * built-in field of its key. What the file leaves out of a type, field or option with a built-in
 * key is taken from there, so that a title given in one language keeps the other three.
 */
export function completeDesk(file: DeskFile): Desk {
  const { types, fields, timers, workingHours, retention, ...rest } = file
  const keys = new Set([...builtInFields.map(({ key }) => key), ...Object.keys(fields)])
  return {
    ...rest,
    workingHours: workingHours ?? null,
    types: types
      ? Object.entries(types).map(([key, type]) => completeType(key, type))
      : builtInTypes,
    fields: Object.fromEntries([...keys].map((key) => [key, completeField(key, fields[key])])),
    timers: inMs(timers),
    retention: { closedTicketsMs: retention.closedTickets },
  }
}

function completeType(key: string, file: NonNullable<DeskFile['types']>[string]): TicketType {
  const builtIn = builtInTypes.find((type) => type.key === key)
  return {
    key,
    title: { ...builtIn?.title, ...file.title },
    hint: { ...builtIn?.hint, ...file.hint },
    priority: file.priority ?? builtIn?.priority ?? 'normal',
    fields: file.fields ?? builtIn?.fields ?? [],
  }
}

function completeField(key: string, file: DeskFile['fields'][string] | undefined): Field {
  const builtIn = builtInFields.find((field) => field.key === key)
  if (file === undefined && builtIn !== undefined) return builtIn
  const options = Object.entries(file?.options ?? {}).map(([optionKey, title]) => {
    const known = builtIn?.options.find((option) => option.key === optionKey)
    return { key: optionKey, title: { ...known?.title, ...title } }
  })
  return {
    key,
    kind: 'choice',
    title: { ...builtIn?.title, ...file?.title },
    hint: { ...builtIn?.hint, ...file?.hint },
    options: file?.options ? options : (builtIn?.options ?? []),
    other: file?.other ?? builtIn?.other ?? false,
  }
}

function inMs(timers: DeskFile['timers']): Timers {
  const named = Object.entries(timers).map(([name, given]) => [`${name}Ms`, given])
  return Object.fromEntries(named) as {
    [K in keyof typeof timers as `${K}Ms`]: (typeof timers)[K]
  }
}

/** The desk without a desk file. */
export const builtInDesk: Desk = completeDesk(deskFileSchema.parse({}))
