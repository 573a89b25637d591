import { badRequest } from '../refusal.ts'
import type { World } from '../state/world.ts'
import type { Formatted } from './formatted.ts'
import { givenEntities } from './given-entities.ts'
import { parseHtml } from './html.ts'
import { parseMarkdown } from './markdown.ts'
import { parseMarkdownV2 } from './markdown-v2.ts'

/** Above this a text is not even read. */
const maxSourceBytes = 32_768

/** A text of the bot with what stands out in it, by its parse mode or its entities. */
export function readText(
  world: World,
  source: string,
  { parseMode, entities }: { parseMode: unknown; entities: unknown },
): Formatted {
  if (Buffer.byteLength(source) > maxSourceBytes) throw badRequest('text is too long')
  const mode = typeof parseMode === 'string' ? parseMode.toLowerCase() : ''
  const { text, entities: found } = parse(source, mode, entities)
  return { text, entities: found.flatMap((entity) => withPerson(world, entity)) }
}

function parse(source: string, mode: string, entities: unknown): Formatted {
  switch (mode) {
    case 'html':
      return parseHtml(source)
    case 'markdownv2':
      return parseMarkdownV2(source)
    case 'markdown':
      return parseMarkdown(source)
    case '':
    case 'none':
      return { text: source, entities: givenEntities(source, entities) }
    default:
      throw badRequest('unsupported parse_mode')
  }
}

/** A person nobody knows cannot be mentioned. */
function withPerson(world: World, entity: Formatted['entities'][number]): Formatted['entities'] {
  if (entity.user === undefined) return [entity]
  const user = world.users.get(entity.user.id)
  return user === undefined ? [] : [{ ...entity, user }]
}
