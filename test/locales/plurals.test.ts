import { describe, expect, test } from 'vitest'

import type { Language } from '../../src/domain/language.ts'
import { createTexts } from '../../src/locales/texts.ts'

const texts = createTexts()

/** Numbers at which Slavic forms change: teens are their own, and so is each ten and hundred. */
const one = [1, 21, 101, 1_001]
const few = [2, 3, 4, 22, 104, 1_002]
const many = [5, 10, 11, 12, 14, 20, 25, 100, 111, 112, 1_000]
const several = [...few, ...many, 21, 101]

type Case = [Language, counts: number[], words: string]

describe('earlier tickets of a client', () => {
  test.each<Case>([
    ['en', [0], 'first ticket'],
    ['en', [1], '# earlier ticket'],
    ['en', several, '# earlier tickets'],
    ['uk', [0], 'перша заявка'],
    ['uk', one, '# попередня заявка'],
    ['uk', few, '# попередні заявки'],
    ['uk', many, '# попередніх заявок'],
    ['ru', [0], 'первая заявка'],
    ['ru', one, '# прежняя заявка'],
    ['ru', few, '# прежние заявки'],
    ['ru', many, '# прежних заявок'],
    ['tr', [0], 'ilk talep'],
    ['tr', [1, ...several], '# önceki talep'],
  ])('are counted in %s: %j are "%s"', (language, counts, words) => {
    for (const count of counts) {
      expect(texts(language)('card-earlier', { count })).toBe(words.replace('#', String(count)))
    }
  })
})

describe('messages of a description', () => {
  test.each<Case>([
    ['en', [1], 'Received: # message'],
    ['en', several, 'Received: # messages'],
    ['uk', [...one, ...few], 'Отримано: # повідомлення'],
    ['uk', many, 'Отримано: # повідомлень'],
    ['ru', one, 'Получено: # сообщение'],
    ['ru', few, 'Получено: # сообщения'],
    ['ru', many, 'Получено: # сообщений'],
    ['tr', [1, ...several], 'Alındı: # mesaj'],
  ])('are counted in %s: %j are "%s"', (language, counts, words) => {
    for (const count of counts) {
      expect(texts(language)('form-messages', { count })).toBe(words.replace('#', String(count)))
    }
  })
})

describe('rejections of a solution', () => {
  test.each<Case>([
    ['en', [1], 'has come back # time.'],
    ['en', several, 'has come back # times.'],
    ['uk', one, 'повернулася # раз.'],
    ['uk', few, 'повернулася # рази.'],
    ['uk', many, 'повернулася # разів.'],
    ['ru', one, 'вернулась # раз.'],
    ['ru', few, 'вернулась # раза.'],
    ['ru', many, 'вернулась # раз.'],
    ['tr', [1, ...several], '# kez geri geldi.'],
  ])('are counted in %s: %j are "%s"', (language, counts, words) => {
    for (const count of counts) {
      const text = texts(language)('staff-rejected-often', { count, supervisors: '@boss' })
      expect(text).toContain(words.replace('#', String(count)))
    }
  })
})

describe('the limit of files', () => {
  test.each<Case>([
    ['en', [1], 'At most # file fits'],
    ['en', several, 'At most # files fit'],
    ['uk', one, 'не більше # файлу.'],
    ['uk', [...few, ...many], 'не більше # файлів.'],
    ['ru', one, 'не больше # файла.'],
    ['ru', [...few, ...many], 'не больше # файлов.'],
    ['tr', [1, ...several], 'en fazla # dosya sığar.'],
  ])('is told in %s: %j are "%s"', (language, limits, words) => {
    for (const limit of limits) {
      const text = texts(language)('form-too-many-files', { limit })
      expect(text).toContain(words.replace('#', String(limit)))
    }
  })
})
