import type { Asked, Source } from './story.ts'

/** Everybody has it, and it can be repeated. */
export const everyonesProblem = (source: Source): Asked => ({
  type: 'problem',
  source,
  scope: 'all',
  reproducible: 'yes',
})

/** One person has it, now and then. */
export const onesProblem = (source: Source): Asked => ({
  type: 'problem',
  source,
  scope: 'one',
  reproducible: 'unsure',
})

export const question = (source: Source): Asked => ({ type: 'question', source })

export const idea: Asked = { type: 'idea' }
