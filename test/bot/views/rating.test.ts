import { describe, expect, test } from 'vitest'

import { unpack } from '../../../src/bot/buttons/callback-data.ts'
import { dimensionAfter, ratingStep } from '../../../src/bot/views/rating.ts'
import { languages } from '../../../src/domain/language.ts'
import { newTicket } from '../../../src/domain/open-ticket.ts'
import { ratingDimensions, type RatingDimension } from '../../../src/domain/rating.ts'
import { createTexts } from '../../../src/locales/texts.ts'

const texts = createTexts()
const draft = {
  typeKey: 'problem',
  typeTitle: 'Problem',
  requesterId: 7,
  keyData: {},
  priority: 'high' as const,
  description: 'No sound',
}
const opened = newTicket(draft, new Date('2026-12-01T12:00:00Z'))
const ticket = { ...opened, number: 12, status: 'closed' as const, closureNo: 2 }

describe('a question of the rating', () => {
  test('says which ticket it is about and what is asked', () => {
    const { text } = ratingStep(ticket, 'speed', texts('en'))
    expect(text).toBe('#12 No sound\n\nHow fast was support?')
  })

  test.each(languages)('has five scores in a row and a way to skip it, in %s', (language) => {
    const t = texts(language)
    const { buttons = [] } = ratingStep(ticket, 'helpfulness', t)
    const labels = buttons.map((row) => row.map(({ label }) => label))
    expect(labels).toEqual([['1', '2', '3', '4', '5'], [t('rating-skip')]])
  })

  test.each(ratingDimensions)('of %s carries closing, question and score in its buttons', (one) => {
    const { buttons = [] } = ratingStep(ticket, one, texts('en'))
    const pressed = buttons.flat().map(({ data }) => unpack(data))
    const rate = { action: 'rate', ticket: 12, closure: 2, dimension: one }
    expect(pressed).toEqual([1, 2, 3, 4, 5, 0].map((value) => ({ ...rate, value })))
  })

  test.each(languages)('is another one for each part of the rating, in %s', (language) => {
    const asked = ratingDimensions.map((one) => ratingStep(ticket, one, texts(language)).text)
    expect(new Set(asked).size).toBe(ratingDimensions.length)
  })
})

describe('the questions of the rating', () => {
  test('follow one another through all of them, and then end', () => {
    const asked: RatingDimension[] = []
    let next: RatingDimension | null = 'helpfulness'
    while (next !== null) {
      asked.push(next)
      next = dimensionAfter(next)
    }
    expect(asked).toEqual([...ratingDimensions])
  })
})
