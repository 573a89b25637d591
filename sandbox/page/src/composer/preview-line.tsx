import { useEffect, useState } from 'preact/hooks'

import { fileSize } from '../chat/file-size.ts'
import { Icon } from '../chat/icon.tsx'

interface PreviewLineProps {
  file: File
  onRemove: (file: File) => void
}

/** One chosen file, with a small picture of it. */
export function PreviewLine({ file, onRemove }: PreviewLineProps) {
  const [address, setAddress] = useState<string | null>(null)
  useEffect(() => {
    if (!file.type.startsWith('image/')) return undefined
    const made = URL.createObjectURL(file)
    setAddress(made)
    return () => URL.revokeObjectURL(made)
  }, [file])
  return (
    <li>
      {address === null ? (
        <span class="preview-icon">
          <Icon name="file" />
        </span>
      ) : (
        <img class="preview-icon" src={address} alt="" />
      )}
      <span class="preview-name">
        <b>{file.name}</b>
        <small>{fileSize(file.size)}</small>
      </span>
      <button
        type="button"
        class="icon-button"
        aria-label={`Leave out ${file.name}`}
        onClick={() => onRemove(file)}
      >
        <Icon name="close" />
      </button>
    </li>
  )
}
