import { useMemo } from 'preact/hooks'

import type { Place } from '../../../play/protocol.ts'
import { act } from '../store/act.ts'
import type { ChatActions } from './chat-actions.ts'
import type { Notices } from './notices.tsx'

type Shown = Pick<ChatActions, 'jumpTo' | 'showPhotos' | 'openMenu'>

/** What bubbles let their reader do in one place; the same functions as long as it is open. */
export function useChatActions(place: Place, notices: Notices, shown: Shown): ChatActions {
  return useMemo(() => {
    const { toast, alert } = notices
    const orTell = async (done: Promise<{ ok: true } | { ok: false; error: string }>) => {
      const answer = await done
      if (!answer.ok) toast(answer.error)
    }
    return {
      ...shown,
      toast,
      say: (text) => void orTell(act('message', { ...place, text })),
      react: (messageId, emoji) => void orTell(act('reaction', { ...place, messageId, emoji })),
      async press(messageId, data) {
        const pressed = await act('press', { ...place, messageId, data })
        if (!pressed.ok) toast(pressed.error)
        else if (!pressed.answer.answered) toast('The bot did not answer to this button.')
        else if (pressed.answer.alert) alert(pressed.answer.text)
        else if (pressed.answer.text !== '') toast(pressed.answer.text)
      },
    }
  }, [])
}
