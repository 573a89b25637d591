import type { Language } from '../domain/language.ts'
import type { Desk, LocalizedText } from './desk.ts'

export interface DeskProblem {
  path: PropertyKey[]
  message: string
}

/** Says in words what is wrong with one of the operator's own texts, or null. */
export type TextCheck = (language: Language, key: string, text: string) => string | null

/** Finds what is wrong between the parts of a desk, each part being right by itself. */
export function checkDesk(desk: Desk, checkText: TextCheck): DeskProblem[] {
  return [
    ...checkTypes(desk),
    ...checkFields(desk),
    ...checkRetention(desk),
    ...checkTexts(desk, checkText),
  ]
}

/** A ticket whose words are gone can neither be opened again nor rated. */
function checkRetention({ retention, timers }: Desk): DeskProblem[] {
  const { closedTicketsMs } = retention
  if (closedTicketsMs === null) return []
  const windows = [
    ['reopenWindow', timers.reopenWindowMs],
    ['ratingWindow', timers.ratingWindowMs],
  ] as const
  return windows.flatMap(([name, windowMs]) => {
    if (windowMs < closedTicketsMs) return []
    const message = `must be longer than timers.${name}, in which the ticket is still needed`
    return [{ path: ['retention', 'closedTickets'], message }]
  })
}

function checkTypes({ types, fields }: Desk): DeskProblem[] {
  const problems = types.flatMap(({ key, title, fields: asked }) => [
    ...checkTitle(title, ['types', key]),
    ...asked.flatMap((name, index) => {
      const path = ['types', key, 'fields', index]
      if (asked.indexOf(name) < index) return [{ path, message: `"${name}" is asked twice` }]
      if (Object.hasOwn(fields, name)) return []
      const known = Object.keys(fields).join(', ')
      return [{ path, message: `there is no field "${name}"; there are ${known}` }]
    }),
  ])
  if (types.length === 0) problems.push({ path: ['types'], message: 'must name at least one type' })
  return problems
}

function checkFields({ fields }: Desk): DeskProblem[] {
  return Object.values(fields).flatMap(({ key, title, options, other }) => {
    const path = ['fields', key]
    const problems = [
      ...checkTitle(title, path),
      ...options.flatMap((option) => checkTitle(option.title, [...path, 'options', option.key])),
    ]
    if (options.length === 0) problems.push({ path, message: 'has no options to choose from' })
    if (other && options.some((option) => option.key === 'other')) {
      const message = 'is there already because of "other: true"'
      problems.push({ path: [...path, 'options', 'other'], message })
    }
    return problems
  })
}

function checkTitle(title: LocalizedText, path: PropertyKey[]): DeskProblem[] {
  if (Object.keys(title).length > 0) return []
  return [{ path, message: 'has no title; give one, for example title: { en: Name }' }]
}

function checkTexts({ texts }: Desk, checkText: TextCheck): DeskProblem[] {
  return Object.entries(texts).flatMap(([language, own]) =>
    Object.entries(own).flatMap(([key, text]) => {
      const message = checkText(language as Language, key, text)
      return message === null ? [] : [{ path: ['texts', language, key], message }]
    }),
  )
}
