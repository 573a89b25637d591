import { expect, test } from 'vitest'

import { environmentProblem } from '../../src/storage/environment-problem.ts'

const coded = (code: string, message = 'something') => Object.assign(new Error(message), { code })

test.each([
  ['connection', ['08000', '08001', '08003', '08006', '08P01', '57P01', '57P02', '57P03', '57P05']],
  ['connection', ['ECONNREFUSED', 'ECONNRESET', 'EPIPE', 'ETIMEDOUT', 'ENOTFOUND', 'EAI_AGAIN']],
  ['timeout', ['57014', '25P03', '25P04']],
  ['lock', ['55P03']],
  ['conflict', ['40001', '40P01', '40003']],
  ['resources', ['53000', '53100', '53200', '53300', '53400', '58000', '58030', '58P01', 'ENOSPC']],
  ['resources', ['EMFILE', 'ENFILE']],
  ['read_only', ['25006']],
  ['access', ['28P01', '28000', '3D000']],
  // The fault of what was written, or of the program.
  [
    null,
    ['22P02', '22P05', '22021', '23505', '23503', '42P01', '42703', '54001', '25P02', 'XX000'],
  ],
  [null, ['ERR_INVALID_ARG_TYPE', 'ENOENT', '', 'toString', '57', '0800']],
] as const)('%s: %j', (problem, codes) => {
  for (const code of codes) expect(environmentProblem(coded(code)), code).toBe(problem)
})

test.each([
  ['Connection terminated unexpectedly', 'connection'],
  ['Connection terminated due to connection timeout', 'connection'],
  ['Client has encountered a connection error and is not queryable', 'connection'],
  ['Client was closed and is not queryable', 'connection'],
  ['Cannot use a pool after calling end on the pool', 'connection'],
  ['timeout exceeded when trying to connect', 'connection'],
  ['Query read timeout', 'timeout'],
  ['The transaction did not end within 30000 ms and was rolled back', 'timeout'],
  ['No ticket 12', null],
  ['The client wrote: Connection terminated', null],
] as const)('an error without a code that says "%s" is: %s', (message, problem) => {
  expect(environmentProblem(new Error(message))).toBe(problem)
})

test('what another error was made of counts, and a circle of causes ends', () => {
  const refused = coded('ECONNREFUSED')
  expect(environmentProblem(new AggregateError([coded('EINVAL'), refused]))).toBe('connection')
  expect(environmentProblem(new Error('It failed', { cause: refused }))).toBe('connection')
  const circle = new Error('round')
  circle.cause = circle
  expect(environmentProblem(circle)).toBeNull()
})

test('what is no error has no class', () => {
  for (const thrown of [null, undefined, '08006', { code: '08006' }, 57014]) {
    expect(environmentProblem(thrown)).toBeNull()
  }
})
