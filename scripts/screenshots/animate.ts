import { crc32 } from 'node:zlib'

/** A picture and how long it is to be seen. */
export interface Frame {
  png: Buffer
  shownMs: number
}

interface Chunk {
  type: string
  data: Buffer
}

const signature = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a])

/**
 * PNGs of one size and depth as one that moves, and begins again when it has ended. A viewer that
 * knows nothing of it shows the first frame (https://www.w3.org/TR/png-3/#apng-frame-based-animation).
 */
export function animate(frames: readonly [Frame, ...Frame[]]): Buffer {
  const [first] = frames
  const header = chunksOf(first.png).filter(({ type }) => type === 'IHDR')
  let sequence = 0
  const moving = frames.flatMap(({ png, shownMs }, index) => {
    const chunks = chunksOf(png)
    const control = frameControl(sequence, chunks, shownMs)
    sequence += 1
    const images = chunks.filter(({ type }) => type === 'IDAT')
    if (index === 0) return [control, ...images]
    const later = images.map(({ data }) => {
      const numbered = { type: 'fdAT', data: Buffer.concat([uint32(sequence), data]) }
      sequence += 1
      return numbered
    })
    return [control, ...later]
  })
  const forEver = 0
  const animation = { type: 'acTL', data: Buffer.concat([uint32(frames.length), uint32(forEver)]) }
  const end = { type: 'IEND', data: Buffer.alloc(0) }
  return Buffer.concat([signature, ...[...header, animation, ...moving, end].map(written)])
}

function frameControl(sequence: number, chunks: readonly Chunk[], shownMs: number): Chunk {
  const header = chunks.find(({ type }) => type === 'IHDR')
  if (header === undefined) throw new Error('A frame is no PNG.')
  const size = header.data.subarray(0, 8)
  const at = Buffer.alloc(8)
  const delay = Buffer.alloc(4)
  delay.writeUInt16BE(shownMs, 0)
  delay.writeUInt16BE(1_000, 2)
  // Nothing is disposed of or blended: each frame covers the one before.
  const data = Buffer.concat([uint32(sequence), size, at, delay, Buffer.from([0, 0])])
  return { type: 'fcTL', data }
}

function chunksOf(png: Buffer): Chunk[] {
  const chunks: Chunk[] = []
  for (let at = signature.length; at < png.length;) {
    const length = png.readUInt32BE(at)
    const data = png.subarray(at + 8, at + 8 + length)
    chunks.push({ type: png.toString('latin1', at + 4, at + 8), data })
    at += length + 12
  }
  return chunks
}

function written({ type, data }: Chunk): Buffer {
  const body = Buffer.concat([Buffer.from(type, 'latin1'), data])
  return Buffer.concat([uint32(data.length), body, uint32(crc32(body))])
}

function uint32(value: number): Buffer {
  const bytes = Buffer.alloc(4)
  bytes.writeUInt32BE(value)
  return bytes
}
