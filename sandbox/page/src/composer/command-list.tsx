import { useEffect, useRef } from 'preact/hooks'

import type { CommandView } from '../../../play/protocol.ts'

interface CommandListProps {
  id: string
  commands: readonly CommandView[]
  activeIndex: number
  onPick: (command: CommandView) => void
}

/** Commands to choose from, above the input field, which keeps the focus. */
export function CommandList({ id, commands, activeIndex, onPick }: CommandListProps) {
  const list = useRef<HTMLUListElement>(null)
  useEffect(() => {
    list.current?.children[activeIndex]?.scrollIntoView({ block: 'nearest' })
  }, [activeIndex])
  return (
    <ul
      ref={list}
      id={id}
      class="command-list"
      role="listbox"
      tabIndex={0}
      aria-label="Commands to choose"
    >
      {commands.map((command, index) => (
        <li
          key={command.command}
          id={optionId(id, index)}
          role="option"
          aria-selected={index === activeIndex}
          onMouseDown={(event) => event.preventDefault()}
          onClick={() => onPick(command)}
        >
          <b>/{command.command}</b> <span>{command.description}</span>
        </li>
      ))}
    </ul>
  )
}

/** The id of a line, for the field that points at it. */
export function optionId(listId: string, index: number): string {
  return `${listId}-${index}`
}
