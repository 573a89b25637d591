import { fileUrl } from '../store/act.ts'
import type { Attachment } from './attachment.ts'
import { fileSize } from './file-size.ts'
import { Icon } from './icon.tsx'
import './document-line.css'

interface DocumentLineProps {
  file: Attachment
  toast: (text: string) => void
}

/** A file with its name and size; a click saves it. */
export function DocumentLine({ file, toast }: DocumentLineProps) {
  const name = file.name || 'File'
  const save = async () => {
    if (!(await saveFile(file.fileId, name))) toast('This file has no content in the sandbox.')
  }
  return (
    <button type="button" class="document" onClick={() => void save()}>
      <span class="document-icon">
        <Icon name="file" />
      </span>
      <span class="document-name">
        <span class="unseen">Save</span>
        <b>{name}</b>
        <small>{fileSize(file.sizeBytes)}</small>
      </span>
    </button>
  )
}

/** False: there are no bytes to save. */
async function saveFile(fileId: string, name: string): Promise<boolean> {
  const response = await fetch(fileUrl(fileId)).catch(() => null)
  if (response?.ok !== true) return false
  const address = URL.createObjectURL(await response.blob())
  const link = document.createElement('a')
  Object.assign(link, { href: address, download: name })
  link.click()
  URL.revokeObjectURL(address)
  return true
}
