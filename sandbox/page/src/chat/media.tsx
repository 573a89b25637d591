import { useState } from 'preact/hooks'

import type { MessageView } from '../../../play/protocol.ts'
import { fileUrl } from '../store/act.ts'
import { attachmentOf, type Attachment, type AttachmentKind } from './attachment.ts'
import { DocumentLine } from './document-line.tsx'
import './media.css'

interface MediaProps {
  messages: readonly MessageView[]
  onPhoto: (fileIds: readonly string[], index: number) => void
  toast: (text: string) => void
}

/** The files of a bubble: pictures and films as a grid, others as lines. */
export function Media({ messages, onPhoto, toast }: MediaProps) {
  const files = messages.flatMap((message) => attachmentOf(message) ?? [])
  if (files.length === 0) return null
  const photoIds = files.filter(({ kind }) => kind === 'photo').map(({ fileId }) => fileId)
  const open = (fileId: string) => onPhoto(photoIds, photoIds.indexOf(fileId))
  const tiles = files.filter(({ kind }) => isTile(kind))
  const lines = files.filter(({ kind }) => !isTile(kind))
  return (
    <>
      {tiles.length > 0 && (
        <div class="tiles" data-count={Math.min(tiles.length, 5)}>
          {tiles.map((file) => (
            <Tile key={file.fileId} file={file} onOpen={open} />
          ))}
        </div>
      )}
      {lines.map((file) => (
        <Line key={file.fileId} file={file} toast={toast} />
      ))}
    </>
  )
}

function isTile(kind: AttachmentKind): boolean {
  return kind === 'photo' || kind === 'video' || kind === 'animation'
}

function Tile({ file, onOpen }: { file: Attachment; onOpen: (fileId: string) => void }) {
  const [isMissing, setMissing] = useState(false)
  const { kind, fileId } = file
  const missing = () => setMissing(true)
  const src = fileUrl(fileId)
  if (isMissing) return <Missing kind={kind} />
  if (kind === 'photo') {
    return (
      <button type="button" class="tile" aria-label="Photo" onClick={() => onOpen(fileId)}>
        <img src={src} alt="" onError={missing} />
      </button>
    )
  }
  if (kind === 'animation') return <img class="tile" src={src} alt="GIF" onError={missing} />
  return (
    <video
      class="tile"
      controls
      preload="metadata"
      aria-label="Video"
      src={src}
      onError={missing}
    />
  )
}

function Line({ file, toast }: { file: Attachment; toast: (text: string) => void }) {
  const [isMissing, setMissing] = useState(false)
  const { kind, fileId, name } = file
  if (kind === 'document') return <DocumentLine file={file} toast={toast} />
  if (isMissing) return <Missing kind={kind} />
  const missing = () => setMissing(true)
  const src = fileUrl(fileId)
  if (kind === 'sticker') return <img class="sticker" src={src} alt="Sticker" onError={missing} />
  if (kind === 'video_note') {
    return <video class="round" controls preload="metadata" src={src} onError={missing} />
  }
  return (
    <figure class="sound">
      <figcaption>{name || (kind === 'voice' ? 'Voice message' : 'Audio')}</figcaption>
      <audio controls preload="metadata" src={src} onError={missing} />
    </figure>
  )
}

const pictures: Record<AttachmentKind, [icon: string, name: string]> = {
  photo: ['🖼', 'Photo'],
  animation: ['🎞', 'GIF'],
  video: ['🎬', 'Video'],
  video_note: ['🎬', 'Video message'],
  audio: ['🎵', 'Audio'],
  voice: ['🎤', 'Voice message'],
  sticker: ['🙂', 'Sticker'],
  document: ['📎', 'File'],
}

/** A file that the sandbox was only told of. */
function Missing({ kind }: { kind: AttachmentKind }) {
  const [icon, name] = pictures[kind]
  return (
    <div class="missing" role="img" aria-label={`${name} that cannot be shown`}>
      <span aria-hidden="true">{icon}</span>
      <span aria-hidden="true">{name}</span>
    </div>
  )
}
