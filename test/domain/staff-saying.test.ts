import fc from 'fast-check'
import { describe, expect, test } from 'vitest'

import { staffCommandNames } from '../../src/bot/commands/staff.ts'
import { readAlbumSaying, readSaying, type Saying } from '../../src/domain/staff-saying.ts'

const read = (text: string): Saying =>
  readSaying(text, { botUsername: 'desk_bot', names: staffCommandNames })

describe('a text of an agent', () => {
  test.each([
    ['//note', '// he is a fraud'],
    ['with a blank within the mark', '/ / he is a fraud'],
    ['with a blank nobody sees within the mark', '/\u200b/ he is a fraud'],
    ['with fullwidth slashes', '／／ he is a fraud'],
    ['with slashes of division', '∕∕ he is a fraud'],
    ['with slashes of fractions', '⁄⁄he is a fraud'],
    ['behind a mark of direction', '\u202e// he is a fraud'],
    ['behind three hundred characters without a shape', `${'\u200b'.repeat(300)}// fraud`],
    ['behind an interlinear mark', '\ufff9// he is a fraud'],
    ['behind what stands for an object', '\ufffc// he is a fraud'],
    ['behind what stands for an unknown character', '\ufffd// he is a fraud'],
    ['behind a note without a head', '\u{1d159}// he is a fraud'],
    ['behind a character of private use', '\ue000// he is a fraud'],
    ['behind one of private use beyond', '\u{f0000}// he is a fraud'],
    ['behind one nobody assigned yet', '\u{e0fff}// he is a fraud'],
    ['behind a joiner of hieroglyphs', '\u{13430}// he is a fraud'],
    ['behind an accent', '\u0301// he is a fraud'],
    ['behind half of a pair', '\ud83d// he is a fraud'],
    ['behind a zero', '\u0000// he is a fraud'],
    ['behind a soft hyphen and a tab', '\u00ad\t// he is a fraud'],
    ['behind the blank of Braille', '\u2800// he is a fraud'],
    ['behind the filler of Hangul', '\u3164// he is a fraud'],
    ['with an accent within the mark', '/\u0338/ he is a fraud'],
    ['with a double slash', '\u2afd he is a fraud'],
    ['with a triple slash', '\u2afbhe is a fraud'],
    ['with letters of Japanese', '\u30ce\u30ce he is a fraud'],
    ['with narrow letters of Japanese', '\uff89\uff89 he is a fraud'],
    ['with strokes of Chinese', '\u4e3f\u4e3f he is a fraud'],
    ['with a radical and a slash', '\u2f03/ he is a fraud'],
    ['with big slashes', '\u29f8\u29f8 he is a fraud'],
    ['with drawn slashes', '\u2571\u27cb he is a fraud'],
    ['with the command', '/note he is a fraud'],
    ['with the command and a colon', '/note: he is a fraud'],
  ])('is a note: %s', (_, text) => {
    expect(read(text)).toEqual({ kind: 'note' })
  })

  test.each([
    ['in Ukrainian', '/нотатка він шахрай', 'нотатка', null],
    ['in Russian', '/решение готово', 'решение', null],
    ['in Turkish', '/çözüm hazır', 'çözüm', null],
    ['in Arabic, behind a mark of direction', '/\u200fملاحظة سرية', 'ملاحظة', null],
    ['in Chinese', '/备注 他是骗子', '备注', null],
    ['with a Cyrillic letter', '/closе duplicate', 'closе', 'close'],
    ['with Cyrillic letters alone', '/таке це', 'таке', 'take'],
    ['with Greek letters', '/νοτε he is', 'νοτε', 'note'],
    ['with an accent', '/nóte he is', 'nóte', 'note'],
    ['in fullwidth letters', '/ｎｏｔｅ he is', 'ｎｏｔｅ', 'note'],
    ['with a letter too many', '/notee he is', 'notee', 'note'],
    ['with a letter missing', '/solv it', 'solv', 'solve'],
    ['with a wrong letter', '/nota he is', 'nota', 'note'],
    ['with two letters in the wrong order', '/tkae', 'tkae', 'take'],
    ['in the other layout', '/тщеу he is', 'тщеу', 'note'],
    ['behind a blank', '/ нотатка він', 'нотатка', null],
    ['on the next line', '/\nнотатка він', 'нотатка', null],
    ['behind a character without a shape', '/\u200bнотатка він', 'нотатка', null],
    ['with one within it', '/но\u200bтатка він', 'нотатка', null],
    ['with a file\u2019s ending in Cyrillic', '/нотатка.клієнт шахрай', 'нотатка', null],
    ['with a slash at its end', '/нотатка/ він шахрай', 'нотатка', null],
    ['a folder alone', '/home is full', 'home', null],
    ['with lines below', '/foo_bar he is', 'foo_bar', null],
    ['with dashes', '/and-so-on', 'and-so-on', null],
    ['behind the dot of that key', '.нотатка він', 'нотатка', null],
    ['behind that dot, with a file\u2019s ending', '.нотатка.клієнт він', 'нотатка', null],
    ['behind that dot, with letters and dashes', '.нота-тка він', 'нота-тка', null],
    ['behind that dot, in Turkish', '.çözüm hazır', 'çözüm', null],
    ['behind a character of private use', '\ue000/нотатка він', 'нотатка', null],
    ['behind an accent', '\u0301/нотатка він', 'нотатка', null],
    ['behind what stands for an unknown character', '\ufffd/нотатка він', 'нотатка', null],
    ['behind a slash of Greek music', '\u{1d23a}нотатка він', 'нотатка', null],
    ['behind three hundred characters', `${'\u200b'.repeat(300)}/нотатка він`, 'нотатка', null],
  ])('that is no command stays inside: %s', (_, text, word, nearest) => {
    expect(read(text)).toEqual({ kind: 'unknown', word, nearest })
  })

  test.each([
    ['a blank behind the slash', '/ note he is', 'note'],
    ['behind a fullwidth slash', '／solve it', 'solve'],
    ['behind a slash of fractions', '⁄ask him', 'ask'],
    ['behind a backslash', '\\note he is', 'note'],
    ['behind a mark of insertion', '\u2041note he is', 'note'],
    ['with a sign behind it', '/take!', 'take'],
    ['with a comma behind it', '/close, duplicate', 'close'],
    ['a dot behind it', '/close.now please', 'close'],
    ['another folder behind it', '/solve/the second way', 'solve'],
  ])('that is a command in another form stays inside: %s', (_, text, nearest) => {
    expect(read(text)).toEqual({ kind: 'other_form', nearest })
  })

  test.each([
    ['an emoji behind the slash', '/👍 he is'],
    ['a mark above the slash', '/\u0301note he is'],
    ['three hundred characters behind it', `/${'\u200b'.repeat(300)}нотатка`],
    ['a slash alone', '/'],
    ['a slash and a sign', '/: he is'],
    ['two backslashes', '\\\\ he is'],
    ['a slash and a backslash', '/\\ he is'],
    ['two dots, as the key of the slash types in Cyrillic', '..він шахрай'],
    ['two dots and a blank', '.. він шахрай'],
    ['two dots with a blank between', '. . він шахрай'],
    ['two dots with a blank nobody sees between', '.\u200b. він шахрай'],
    ['two leaders', '\u2024\u2024 він шахрай'],
    ['two fullwidth dots', '\uff0e. він шахрай'],
    ['two strokes of a brush', '\u{1d20f}\u27cd he is'],
    ['a double backslash', '\u244a he is'],
    ['a double backslash of Coptic', '\u2cf9 he is'],
    ['an accent before a slash', '\u0301/: he is'],
  ])('that nobody can tell stays inside: %s', (_, text) => {
    expect(['unclear', 'unknown']).toContain(read(text).kind)
  })

  test.each([
    ['.тщеу він', 'note'],
    ['.ТЩЕУ він', 'note'],
    ['.кудуфыу', 'release'],
    ['.ыщдму готово', 'solve'],
    ['.іщдму готово', 'solve'],
    ['.тщеу: він', 'note'],
    ['.note he is', 'note'],
    ['. тщеу він', 'note'],
    ['.not bu müşteri', 'note'],
    ['\u2024тщеу він', 'note'],
  ])('in another keyboard layout stays inside: %s', (text, nearest) => {
    expect(read(text)).toEqual({ kind: 'other_layout', nearest })
  })

  test.each([
    '/etc/hosts',
    '/etc/hosts is wrong',
    '/home/ is full',
    '/api/v1/x',
    '/api/v1/notes/12?page=2',
    '/notes/12',
    '/dev/sda1',
    '/r/kvytok',
    '/Документи/звіт.pdf',
    '/index.html',
    '/robots.txt, please',
    '/.env',
    '/2',
    '/24 is the net',
    '/ 2 = 0.5',
    '/٢',
    '\\\\server\\share',
    '\\Users\\anna',
    '../src/main.ts',
    '...and so on',
    '.env is missing',
    '.gitignore',
    '. Hello',
    '. Привіт',
    '. . . and so on',
    '. Note that it is full',
    '.5 of it',
    '.htaccess',
    'ノートに書きました',
    '\u4e3f is a stroke',
    'नमस्ते',
    'й',
    '\u{1fae8}\u0301 Hello',
    'Hello / goodbye',
    'http://example.com//x',
    '1/2 of it',
    '',
  ])('of plain words is one: %s', (text) => {
    expect(read(text)).toEqual({ kind: 'words' })
  })

  test('that is a command has its name and where its argument begins', () => {
    expect(read('/solve@desk_bot Update it')).toMatchObject({ name: 'solve', cut: 16 })
    expect(read('/r /home is full')).toMatchObject({ kind: 'command', name: 'r', cut: 3 })
    expect(read('/ask@another_bot Why?')).toEqual({ kind: 'other_bot' })
  })

  test('that begins with a slash is words only as a path or a number', () => {
    const slash = fc.constantFrom('/', '／', '⁄', '∕')
    const unseen = fc.constantFrom('', '\u200b', ' ', '\u202e', '\n')
    const rest = fc.string({ unit: 'grapheme', maxLength: 12 })
    fc.assert(
      fc.property(unseen, slash, unseen, rest, (before, mark, between, words) => {
        const saying = read(`${before}${mark}${between}${words}`)
        if (saying.kind === 'words') expect(words + between).toMatch(/[/.\p{Nd}]/u)
      }),
      { numRuns: 3_000 },
    )
  })
})

describe('an album', () => {
  const album = (...captions: string[]) => readAlbumSaying(captions.map(read)).kind

  test('is what its captions say, and stays inside when they do not agree', () => {
    expect(album()).toBe('words')
    expect(album('/solve it', 'and this')).toBe('command')
    expect(album('// fraud', 'and this')).toBe('note')
    expect(album('For you', '// fraud')).toBe('note')
    expect(album('/solve it', '/note fraud')).toBe('note')
    expect(album('For you', '/нотатка fraud')).toBe('unclear')
    expect(album('For you', '/take')).toBe('unclear')
  })
})
