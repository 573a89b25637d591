import { lines } from '../../domain/formatted.ts'
import type { Entity, FormattedText, MessagePlace, WrittenMessage } from '../../domain/message.ts'
import { piecesWithin } from '../../domain/pieces.ts'
import { jsonText } from '../../storage/json-text.ts'
import { statement, type Queryable } from '../../storage/sql.ts'
import { isAt, orderOf, placeParams } from '../telegram/message-places.ts'

/** What is kept with each place of a message; null where its text is all that was written. */
export function piecesToKeep(written: WrittenMessage): FormattedText[] | null {
  const { places, pieces } = written
  if (places.length < 2 || pieces?.length !== places.length) return null
  return piecesWithin(written, pieces)
}

/** PostgreSQL's text holds anything but U+0000. */
export function storable<Text extends string | null>(text: Text): Text {
  return text?.replaceAll('\0', '\ufffd') as Text
}

/** As JSON; null when there is no piece. */
export function entitiesIn(piece: FormattedText | undefined): string | null {
  return piece === undefined ? null : jsonText(piece.entities)
}

const select = statement<{
  isEdited: boolean
  text: string | null
  entities: Entity[] | null
}>(
  'message_pieces',
  `select ${isAt('c', 2)} as "isEdited", text, entities
   from message_copy c where message_id = $1 and source order by ${orderOf('c')}`,
)

const update = statement(
  'message_piece_revise',
  `update message_copy c set text = $3, entities = $4 where ${isAt('c', 1)} and source`,
)

/**
 * What a message says after its author edited what stands at one of its places; the others are kept.
 *
 * @returns the whole; of a message whose pieces nobody kept that is the edited one
 */
export async function revisePiece(
  tx: Queryable,
  id: number,
  place: MessagePlace,
  piece: FormattedText,
): Promise<FormattedText> {
  const rows = await select(tx, id, ...placeParams(place))
  const pieces = rows.flatMap(({ isEdited, text, entities }) => {
    if (text === null) return []
    return [isEdited ? piece : { text, entities: entities ?? [] }]
  })
  if (pieces.length < 2 || pieces.length < rows.length) return piece
  await update(tx, ...placeParams(place), storable(piece.text), jsonText(piece.entities))
  return lines(pieces)
}
