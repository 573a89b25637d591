import { expect, test } from 'vitest'

import { ratingDimensions } from '../../src/domain/rating.ts'

test('a rating is of helpfulness, speed and politeness, asked in this order', () => {
  expect(ratingDimensions).toEqual(['helpfulness', 'speed', 'politeness'])
})
