import { useState } from 'preact/hooks'

import { Dialog } from '../chat/dialog.tsx'
import { PreviewLine } from './preview-line.tsx'
import './file-preview.css'

interface FilePreviewProps {
  files: readonly File[]
  /** Words that stood in the input field. */
  text: string
  onRemove: (file: File) => void
  /** False: it was refused, and the dialog stays. */
  onSend: (caption: string, asFiles: boolean) => Promise<boolean>
  onClose: () => void
}

/** Chosen files before they are sent: a look at them, and words to go with them. */
export function FilePreview({ files, text, onRemove, onSend, onClose }: FilePreviewProps) {
  const [caption, setCaption] = useState(text)
  const [asFiles, setAsFiles] = useState(false)
  const [isSending, setSending] = useState(false)
  const count = files.length === 1 ? '1 file' : `${files.length} files`
  const send = async () => {
    if (isSending) return
    setSending(true)
    if (!(await onSend(caption.trim(), asFiles))) setSending(false)
  }
  return (
    <Dialog title={`Send ${count}`} onClose={onClose}>
      <form
        class="file-preview"
        onSubmit={(event) => {
          event.preventDefault()
          void send()
        }}
      >
        <ul class="preview-lines" aria-label="Files">
          {files.map((file) => (
            <PreviewLine
              key={`${file.name} ${file.lastModified}`}
              file={file}
              onRemove={onRemove}
            />
          ))}
        </ul>
        <label class="check">
          <input
            type="checkbox"
            checked={asFiles}
            onChange={({ currentTarget }) => setAsFiles(currentTarget.checked)}
          />
          Send as files, without making pictures of them
        </label>
        <label class="field">
          Caption
          <input
            autofocus
            maxLength={1_024}
            value={caption}
            onInput={({ currentTarget }) => setCaption(currentTarget.value)}
          />
        </label>
        <div class="dialog-buttons">
          <button type="button" class="text-button" onClick={onClose}>
            Cancel
          </button>
          <button type="submit" class="text-button is-main" aria-busy={isSending}>
            {isSending ? 'Sending…' : `Send ${count}`}
          </button>
        </div>
      </form>
    </Dialog>
  )
}
