import { describe, expect, test } from 'vitest'

import { withDetected } from '../../../sandbox/page/src/chat/detected-entities.ts'
import { entityTree, type TextNode } from '../../../sandbox/page/src/chat/entity-tree.ts'
import { safeLink } from '../../../sandbox/page/src/chat/safe-link.ts'

/** A tree in one line: `<bold:words<italic:inside>>`. */
function told(nodes: readonly TextNode[]): string {
  return nodes
    .map((node) =>
      typeof node === 'string' ? node : `<${node.entity.type}:${told(node.children)}>`,
    )
    .join('')
}

const entity = (type: string, offset: number, length: number) => ({ type, offset, length })

describe('the tree of a formatted text', () => {
  test('a text without entities is one node', () => {
    expect(entityTree('plain')).toEqual(['plain'])
  })

  test('what lies inside another stretch becomes its child', () => {
    const entities = [entity('italic', 5, 3), entity('bold', 0, 8)]
    expect(told(entityTree('one, two, three', entities))).toBe('<bold:one, <italic:two>>, three')
  })

  test('stretches that overlap are cut, and no word is lost or doubled', () => {
    const entities = [entity('bold', 0, 6), entity('italic', 3, 6)]
    expect(told(entityTree('abcdefghi', entities))).toBe('<bold:abc<italic:def>><italic:ghi>')
  })

  test('offsets count UTF-16 units, as Telegram does', () => {
    expect(told(entityTree('👍 yes', [entity('bold', 3, 3)]))).toBe('👍 <bold:yes>')
  })

  test('what reaches past the text is cut, what is empty is left out', () => {
    const entities = [entity('bold', 2, 50), entity('italic', 9, 1)]
    expect(told(entityTree('abcd', entities))).toBe('ab<bold:cd>')
  })

  test('a quotation takes the line break after it', () => {
    expect(told(entityTree('said\nanswer', [entity('blockquote', 0, 4)]))).toBe(
      '<blockquote:said>answer',
    )
  })
})

describe('what is found in a text besides', () => {
  const found = (text: string, given = [] as ReturnType<typeof entity>[]) =>
    withDetected(text, given).map(({ type, offset, length }) => [
      type,
      text.slice(offset, offset + length),
    ])

  test('links end before the punctuation of the sentence', () => {
    expect(found('See https://example.com/a?b=1.')).toEqual([['url', 'https://example.com/a?b=1']])
  })

  test('commands, mentions, tags and addresses', () => {
    expect(found('/new @max_desk #дзвінки me@example.com')).toEqual([
      ['email', 'me@example.com'],
      ['bot_command', '/new'],
      ['mention', '@max_desk'],
      ['hashtag', '#дзвінки'],
    ])
  })

  test('numbers, paths and dates are none', () => {
    expect(found('#123 and/or 1/2 a/b')).toEqual([])
  })

  test('nothing is looked for inside code', () => {
    expect(found('/new', [entity('code', 0, 4)])).toEqual([['code', '/new']])
  })

  test('inside bold words it is', () => {
    expect(found('/new', [entity('bold', 0, 4)])).toEqual([
      ['bold', '/new'],
      ['bot_command', '/new'],
    ])
  })
})

test.each([
  ['https://example.com/', 'https://example.com/'],
  ['example.com', 'https://example.com/'],
  ['javascript:alert(1)', null],
  ['data:text/html,x', null],
  ['tg://resolve?domain=x', null],
  ['https://', null],
])('the link %s leads to %s', (address, expected) => {
  expect(safeLink(address)).toBe(expected)
})
