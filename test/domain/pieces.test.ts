import { expect, test } from 'vitest'

import { withLateItems } from '../../src/domain/album.ts'
import { lines } from '../../src/domain/formatted.ts'
import type { WrittenMessage } from '../../src/domain/message.ts'
import { piecesWithin, withPiece, withPieceAmong } from '../../src/domain/pieces.ts'

const plain = (text: string) => ({ text, entities: [] })
const at = (messageId: number) => ({ chatId: 7, messageId })
const bold = (text: string) => ({
  text,
  entities: [{ type: 'bold', offset: 0, length: text.length }],
})

function written(pieces: { text: string; entities: object[] }[], firstId = 1): WrittenMessage {
  const own = pieces as WrittenMessage['pieces'] & object
  return {
    ...lines(own),
    attachments: [],
    places: own.map((_, index) => at(firstId + index)),
    ...(own.length > 1 && { pieces: own }),
    replyTo: null,
    sentAt: new Date(0),
  }
}

test('an edit changes its piece, with the formatting of the others where they stand now', () => {
  const edited = withPiece(written([plain('One'), bold('Two'), plain('')]), at(1), plain('Longer'))
  expect(edited).toMatchObject({
    text: 'Longer\nTwo',
    entities: [{ type: 'bold', offset: 7, length: 3 }],
    pieces: [plain('Longer'), bold('Two'), plain('')],
  })
})

test('a piece that was empty gets words, and one that loses them leaves no line', () => {
  const album = written([plain(''), plain('Two')])
  expect(withPiece(album, at(1), plain('One'))?.text).toBe('One\nTwo')
  expect(withPiece(album, at(2), plain(''))?.text).toBe('')
})

test('of several messages the one that stands there is edited', () => {
  const messages = [written([plain('a')], 1), written([plain('b'), plain('c')], 2)]
  const edited = withPieceAmong(messages, at(3), plain('C'))
  expect(edited?.map(({ text }) => text)).toEqual(['a', 'b\nC'])
  expect(withPieceAmong(messages, at(9), plain('C'))).toBeNull()
})

test('what came late of an album is a piece of it', () => {
  const whole = withLateItems(written([plain('early')], 1), written([plain('late')], 2))
  expect(withPiece(whole, at(1), plain('EARLY'))?.text).toBe('EARLY\nlate')
  expect(withPiece(whole, at(2), plain('LATE'))?.text).toBe('early\nLATE')
})

test('of a message kept without its pieces the edit is all that is known', () => {
  const { pieces: _none, ...old } = written([plain('One'), plain('Two')])
  expect(withPiece(old, at(2), plain('Second'))?.text).toBe('Second')
})

test.each([
  ['a command', 'Which?\nthis one', ['Which?', 'this one']],
  ['a command alone in its piece', 'this one', ['', 'this one']],
  ['nothing', '/ask Which?\nthis one', ['/ask Which?', 'this one']],
  ['all of it', '', ['', '']],
])('the pieces follow a text that has lost %s', (_what, text, expected) => {
  const pieces = [plain('/ask Which?'), plain('this one')]
  expect(piecesWithin(plain(text), pieces)?.map((piece) => piece.text)).toEqual(expected)
})

test('a text that is something else has no pieces', () => {
  expect(piecesWithin(plain('other'), [plain('one'), plain('two')])).toBeNull()
})
