import { describe, expect, test } from 'vitest'

import { namedAtStart } from '../../src/domain/named-at-start.ts'

const anna = { name: 'Anna', username: 'anna_k' }
const petro = { name: 'Petro', username: null }
const petroSecond = { name: 'Petro', username: 'petro2' }
const petroLong = { name: 'Petro Ivanenko', username: null }
const oksana = { name: 'Оксана', username: null }
const people = [anna, petro, petroLong, oksana]

const named = (text: string, all: { name: string; username: string | null }[] = people) => {
  const { found, cut } = namedAtStart(text, all)
  return [found, text.slice(cut)]
}

describe('somebody is named', () => {
  test.each([
    ['by the user name', '@anna_k see #12', anna, 'see #12'],
    ['by the user name without @, in another case', 'ANNA_K see #12', anna, 'see #12'],
    ['by the name', 'Petro', petro, ''],
    ['by the name in another case', 'ОКСАНА будь ласка', oksana, 'будь ласка'],
    ['by the name with blanks around', '  petro   see #12', petro, 'see #12'],
    ['by the name behind @', '@Petro see #12', petro, 'see #12'],
    ['by the longest name', 'petro  ivanenko see #12', petroLong, 'see #12'],
    ['by a name with characters that nobody sees', '\u200bPe\u00adtro\u2060 see', petro, 'see'],
  ])('%s', (_, text, who, rest) => {
    expect(named(text)).toEqual([[who], rest])
  })

  test('in a composed and in a decomposed letter', () => {
    const zoe = { name: 'Zo\u00eb', username: null }
    expect(named('Zoe\u0308', [zoe])).toEqual([[zoe], ''])
  })

  test('by a user name before those who are called so', () => {
    const called = { name: 'petro2', username: null }
    expect(named('petro2', [called, petroSecond])).toEqual([[petroSecond], ''])
  })
})

test('all who have the name are found', () => {
  expect(named('Petro see', [petro, petroSecond, petroLong])).toEqual([[petro, petroSecond], 'see'])
})

test.each(['Pet', 'Petrov', 'Ivanenko', '', '   ', '@'])('nobody is named by "%s"', (text) => {
  expect(namedAtStart(text, people).found).toEqual([])
})
