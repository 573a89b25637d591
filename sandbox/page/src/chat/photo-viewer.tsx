import { useState } from 'preact/hooks'

import { fileUrl } from '../store/act.ts'
import type { Photos } from './chat-actions.ts'
import { Dialog } from './dialog.tsx'
import { Icon } from './icon.tsx'
import './photo-viewer.css'

/** Pictures of a bubble, large; arrow keys go from one to the next. */
export function PhotoViewer({ photos, onClose }: { photos: Photos; onClose: () => void }) {
  const { fileIds } = photos
  const [index, setIndex] = useState(photos.index)
  const count = fileIds.length
  const turn = (by: number) => setIndex((before) => (before + by + count) % count)
  const steps: Record<string, number> = { ArrowLeft: -1, ArrowRight: 1 }
  const title = count === 1 ? 'Photo' : `Photo ${index + 1} of ${count}`
  return (
    <Dialog title={title} look="photo" onClose={onClose}>
      <div
        class="photo-stage"
        onKeyDown={({ key }) => {
          const step = steps[key]
          if (step !== undefined) turn(step)
        }}
        onClick={({ target, currentTarget }) => {
          if (target === currentTarget) onClose()
        }}
      >
        <img src={fileUrl(fileIds[index] ?? '')} alt={title} />
        <button type="button" class="photo-button close" aria-label="Close" onClick={onClose}>
          <Icon name="close" />
        </button>
        {count > 1 && (
          <>
            <button
              type="button"
              class="photo-button previous"
              aria-label="Previous photo"
              onClick={() => turn(-1)}
            >
              <Icon name="back" />
            </button>
            <button
              type="button"
              class="photo-button next"
              aria-label="Next photo"
              onClick={() => turn(1)}
            >
              <Icon name="back" />
            </button>
          </>
        )}
      </div>
    </Dialog>
  )
}
