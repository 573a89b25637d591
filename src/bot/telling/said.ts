import type { MessagePlace } from '../../domain/message.ts'
import type { StoredMessage } from '../../services/change.ts'
import { filesAmong, isAllFiles } from '../../services/notifier/files-among.ts'
import type { Content, Outgoing, Place, ReplyTarget } from '../../services/notifier/outgoing.ts'
import type { SlotKey } from '../../services/notifier/slot.ts'
import { answeredBy } from './answered.ts'

/**
 * What an agent wrote, under its ticket's header: a text, files with it, or what the desk copies.
 *
 * @param slot names the text, where buttons are to be taken from it later
 */
export function said(
  message: StoredMessage,
  place: Place,
  content: Content,
  slot?: SlotKey,
): Outgoing[] {
  const [mark] = message.places
  const common = {
    place,
    message: message.id,
    ...(mark !== undefined && { mark }),
    ...answeredBy(message),
  }
  const isCopied = mark !== undefined && !isAllFiles(message.attachments)
  if (isCopied) return saidByCopy(message, mark, common, content, slot)
  const files = filesAmong(message.attachments)
  if (files.length === 0) {
    return [{ kind: 'say', ...common, content, ...(slot !== undefined && { slot }) }]
  }
  if (slot === undefined) return [{ kind: 'files', ...common, files, caption: content }]
  // Buttons need a message that can be edited as text: the files come first, without a caption.
  const caption = { text: '', entities: [] }
  return [
    { kind: 'files', ...common, files, caption, part: 'more' },
    { kind: 'say', ...common, content, slot, part: 'last' },
  ]
}

/** What the desk cannot make itself is copied, below the header that says which ticket it is of. */
function saidByCopy(
  message: StoredMessage,
  first: MessagePlace,
  common: { place: Place; message: number; mark?: MessagePlace; replyTo?: ReplyTarget },
  content: Content,
  slot?: SlotKey,
): Outgoing[] {
  const isBare = message.text === '' && message.purpose === 'reply'
  const { replyTo: _above, ...below } = common
  return [
    {
      kind: 'say',
      ...common,
      content,
      ...(slot !== undefined && { slot }),
      part: 'more',
    },
    {
      kind: 'copy',
      ...below,
      from: { chatId: first.chatId, messageIds: message.places.map(({ messageId }) => messageId) },
      ...(message.text !== '' && { withoutCaption: true }),
      ...(isBare && { underBareHeader: true }),
      part: 'last',
    },
  ]
}
