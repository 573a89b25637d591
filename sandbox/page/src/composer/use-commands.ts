import { useId, useState } from 'preact/hooks'

import type { CommandView } from '../../../play/protocol.ts'
import { optionId } from './command-list.tsx'
import { matchingCommands } from './matching-commands.ts'

/** The list of commands that can be chosen now, and the keys that move in it. */
export function useCommands(menu: readonly CommandView[], text: string) {
  const id = useId()
  // The whole menu, asked for while these words stood in the field.
  const [askedFor, askFor] = useState<string | null>(null)
  const isAsked = askedFor === text
  const [hiddenFor, hideFor] = useState<string | null>(null)
  const [active, setActive] = useState({ text, index: 0 })
  const offered = isAsked ? menu : hiddenFor === text ? [] : matchingCommands(menu, text)
  // Other letters begin at the top again.
  const activeIndex = active.text === text ? Math.min(active.index, offered.length - 1) : 0
  const isOpen = offered.length > 0
  const move = (by: number) =>
    setActive({ text, index: (activeIndex + by + offered.length) % offered.length })
  const close = () => {
    askFor(null)
    hideFor(text)
  }
  return {
    id,
    offered,
    isOpen,
    activeIndex,
    move,
    close,
    chosen: offered[activeIndex],
    toggle: () => (isAsked ? close() : askFor(text)),
    field: {
      'aria-autocomplete': 'list' as const,
      ...(isOpen && {
        'aria-controls': id,
        'aria-activedescendant': optionId(id, activeIndex),
      }),
    },
  }
}
