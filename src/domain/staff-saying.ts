import { nearestName, seenAs } from './nearest-name.ts'
import { isForAnotherBot, readCommand } from './read-command.ts'
import { readStaffText } from './staff-text.ts'
import { backslashes, dots, shapeless, slashes, unseen } from './unseen.ts'

/** What an agent's text is, by how it begins. */
export type Saying =
  /** Words; whether they go out is decided by where they stand (staff-text.ts). */
  | { kind: 'words' }
  /** A command of the desk; `cut` is where its argument begins, in UTF-16 units. */
  | { kind: 'command'; name: string; argument: string; cut: number }
  | { kind: 'note' }
  | { kind: 'other_bot' }
  /** A word after a slash that is no command: it stays inside. */
  | { kind: 'unknown'; word: string; nearest: string | null }
  /** A command's name, with something else than a plain slash before it or no blank behind it. */
  | { kind: 'other_form'; nearest: string }
  /** A command in another keyboard layout, where the key of the slash types a dot. */
  | { kind: 'other_layout'; nearest: string }
  /** It begins like a mark, and nobody can tell which: it stays inside. */
  | { kind: 'unclear' }

/** Far more than any beginning that is looked at. */
const longestBeginning = 200

const unseenStart = new RegExp(`^${unseen}+`, 'u')
const withoutShape = new RegExp(shapeless, 'gu')
const slashStart = new RegExp(`^[${slashes}]`, 'u')
const backslashStart = new RegExp(`^[${backslashes}]`, 'u')
const dotStart = new RegExp(`^[${dots}]`, 'u')
const anyDot = new RegExp(`[${dots}]`, 'gu')

/**
 * Reads how a text of an agent begins. **In doubt it stays inside**: what was meant for the client
 * and held back can be sent again, with `/r` before it; what went out cannot be taken back unread.
 *
 * Of what begins with a slash only paths (`/etc/hosts`, `/index.html`, `/home/`) and numbers (`/2`)
 * are words. A single word after a slash, in whatever alphabet, is a mistyped command.
 *
 * @param names of the desk's commands, in lower case
 */
export function readSaying(
  text: string,
  { botUsername, names }: { botUsername: string; names: readonly string[] },
): Saying {
  if (isForAnotherBot(text, botUsername)) return { kind: 'other_bot' }
  if (readStaffText(text, { repliesTo: null, plainText: 'public' }).kind === 'note') {
    return { kind: 'note' }
  }
  const command = readCommand(text, botUsername)
  if (command !== null && names.includes(command.name)) return { kind: 'command', ...command }
  const beginning = text.replace(unseenStart, '').slice(0, longestBeginning)
  const seen = beginning.replace(withoutShape, '')
  if (slashStart.test(seen)) return readSlash(seen, names)
  if (backslashStart.test(seen)) return readBackslash(seen, names)
  return dotStart.test(seen) ? readDot(seen.replace(anyDot, '.'), names) : { kind: 'words' }
}

/**
 * The same for an album, each of whose items may have a caption: one that is marked keeps all of it
 * inside, and one that is no plain words behind another makes it unclear.
 */
export function readAlbumSaying(sayings: Saying[]): Saying {
  const [first, ...rest] = sayings
  if (first === undefined) return { kind: 'words' }
  const goesOut = first.kind === 'words' || first.kind === 'command'
  if (!goesOut || rest.every(({ kind }) => kind === 'words')) return first
  return { kind: rest.some(({ kind }) => kind === 'note') ? 'note' : 'unclear' }
}

/**
 * The same for words that are neither a text nor a caption, as the question of a poll and its
 * options: a mark keeps them inside, and none of them is a command.
 */
export function readContentSaying(sayings: Saying[]): Saying {
  if (sayings.some(({ kind }) => kind === 'note')) return { kind: 'note' }
  return { kind: sayings.every(({ kind }) => kind === 'words') ? 'words' : 'unclear' }
}

function readSlash(seen: string, names: readonly string[]): Saying {
  const after = seen.replace(slashStart, '')
  const token = /^\S*/.exec(after)?.[0] ?? ''
  if (/^\s*\p{Nd}/u.test(after)) return { kind: 'words' }
  if (seen.startsWith('/') && isPath(token, names)) return { kind: 'words' }
  return mistyped(after, names)
}

/** `/dev/sda1` and `/r/name` are what people mean, although both are commands, too. */
const folders = ['dev', 'r']

/** Whether what follows a slash goes on as a path: another folder in it, or a file's ending. */
function isPath(token: string, names: readonly string[]): boolean {
  const [folder = '', next] = token.split('/', 2)
  const isCommand = names.includes(seenAs(folder.split('.', 1)[0] ?? ''))
  if (isCommand && !(folders.includes(folder) && next !== undefined)) return false
  const isPlain = /^[\w.~%+-]+$/.test(folder)
  if (next !== undefined) return isPlain || (next !== '' && /^[\p{L}\p{N}_.-]+$/u.test(folder))
  return /^[\w~-]*(?:\.[\w-]+)+[,;:!?)]*$/.test(token)
}

/** A path of Windows goes on after another backslash. */
function readBackslash(seen: string, names: readonly string[]): Saying {
  if (/^\\\\?[\w.$-]+\\[\w$]/.test(seen)) return { kind: 'words' }
  return mistyped(seen.replace(backslashStart, ''), names)
}

/**
 * The key of the slash types a dot in the Russian, Ukrainian and Turkish layouts. Three dots are an
 * ellipsis, and two before a slash a path. Names of files that begin with a dot are in Latin letters.
 */
function readDot(seen: string, names: readonly string[]): Saying {
  if (/^\.\s*\.(?!\s*[./\\])/.test(seen)) return { kind: 'unclear' }
  const [, blank = '', word = ''] = /^\.(\s*)(\p{L}[\p{L}\p{M}\p{N}_]*)/u.exec(seen) ?? []
  const isLatin = /^\w*$/.test(word)
  // A sentence may begin behind a blank, and a file go on behind its name.
  const isFile = isLatin && (blank !== '' || seen.charAt(1 + word.length) === '.')
  const nearest = isFile ? null : nearestName(word, names)
  if (nearest !== null) return { kind: 'other_layout', nearest }
  return isLatin || blank !== '' ? { kind: 'words' } : mistyped(seen.slice(1), names)
}

function mistyped(after: string, names: readonly string[]): Saying {
  const word = /^\s*([\p{L}\p{N}_][\p{L}\p{M}\p{N}_-]*)/u.exec(after)?.[1]
  if (word === undefined) return { kind: 'unclear' }
  const nearest = nearestName(word, names)
  if (word.toLowerCase() === nearest) return { kind: 'other_form', nearest }
  return { kind: 'unknown', word, nearest }
}
