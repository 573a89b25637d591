import type { TargetedDragEvent } from 'preact'
import { useRef, useState } from 'preact/hooks'

/** Lets files be dropped on an element; `isOver` while they hang above it. */
export function useFileDrop(onFiles: (files: readonly File[]) => void) {
  // Every child that is entered and left tells of it.
  const depth = useRef(0)
  const [isOver, setOver] = useState(false)
  const enter = (by: number) => {
    depth.current = Math.max(0, depth.current + by)
    setOver(depth.current > 0)
  }
  const only = (act: () => void) => (event: TargetedDragEvent<HTMLElement>) => {
    if (event.dataTransfer?.types.includes('Files') !== true) return
    event.preventDefault()
    act()
  }
  return {
    isOver,
    handlers: {
      onDragEnter: only(() => enter(1)),
      onDragLeave: only(() => enter(-1)),
      onDragOver: only(() => undefined),
      onDrop(event: TargetedDragEvent<HTMLElement>) {
        const files = [...(event.dataTransfer?.files ?? [])]
        enter(-depth.current)
        if (files.length === 0) return
        event.preventDefault()
        onFiles(files)
      },
    },
  }
}
