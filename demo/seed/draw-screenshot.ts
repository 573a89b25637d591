import { crc32, deflateSync } from 'node:zlib'

const width = 480
const height = 320
const signature = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a])

/** Colours by their place: page, window, line, grey text, the remark in red; then the header's. */
const fixedPalette = [0xe9edf2, 0xffffff, 0xd5dbe3, 0x8a94a3, 0xd64545]
const headers = [0x2f6fde, 0x2a9d72, 0x8a4fd3, 0xc97b1c, 0x3b4656]
const [windowColour, lineColour, textColour, remarkColour, headerColour] = [1, 2, 3, 4, 5]

interface Box {
  x: number
  y: number
  w: number
  h: number
}

/**
 * Draws the picture of a window with something marked red in it, as people send them to support.
 *
 * @param variant another number makes another picture
 * @returns a PNG (https://www.w3.org/TR/png-3/)
 */
export function drawScreenshot(variant: number): Buffer {
  const pixels = Buffer.alloc(width * height)
  const fill = ({ x, y, w, h }: Box, colour: number) => {
    for (let row = y; row < y + h; row += 1) {
      pixels.fill(colour, row * width + x, row * width + x + w)
    }
  }
  fill({ x: 24, y: 20, w: 432, h: 280 }, windowColour)
  fill({ x: 24, y: 20, w: 432, h: 34 }, headerColour)
  fill({ x: 40, y: 32, w: 60 + ((variant * 37) % 90), h: 10 }, windowColour)
  const marked = variant % 6
  for (let line = 0; line < 6; line += 1) {
    const y = 76 + line * 36
    const length = 90 + ((line * 71 + variant * 53) % 230)
    fill({ x: 44, y, w: length, h: 9 }, textColour)
    fill({ x: 44, y: y + 22, w: 392, h: 1 }, lineColour)
    if (line === marked) frame({ x: 36, y: y - 11, w: length + 16, h: 31 })
  }
  function frame({ x, y, w, h }: Box): void {
    fill({ x, y, w, h: 3 }, remarkColour)
    fill({ x, y: y + h - 3, w, h: 3 }, remarkColour)
    fill({ x, y, w: 3, h }, remarkColour)
    fill({ x: x + w - 3, y, w: 3, h }, remarkColour)
  }
  return encode(pixels, [...fixedPalette, headers[variant % headers.length] ?? 0])
}

/** An indexed image, a row of which begins with the number of its filter: none. */
function encode(pixels: Buffer, palette: number[]): Buffer {
  const header = Buffer.alloc(13)
  header.writeUInt32BE(width, 0)
  header.writeUInt32BE(height, 4)
  header.set([8, 3, 0, 0, 0], 8)
  const colours = Buffer.from(palette.flatMap((rgb) => [rgb >> 16, (rgb >> 8) & 255, rgb & 255]))
  const rows = Buffer.alloc((width + 1) * height)
  for (let row = 0; row < height; row += 1) {
    pixels.copy(rows, row * (width + 1) + 1, row * width, (row + 1) * width)
  }
  return Buffer.concat([
    signature,
    chunk('IHDR', header),
    chunk('PLTE', colours),
    chunk('IDAT', deflateSync(rows)),
    chunk('IEND', Buffer.alloc(0)),
  ])
}

function chunk(type: string, data: Buffer): Buffer {
  const body = Buffer.concat([Buffer.from(type, 'latin1'), data])
  const framed = Buffer.alloc(body.length + 8)
  framed.writeUInt32BE(data.length, 0)
  body.copy(framed, 4)
  framed.writeUInt32BE(crc32(body), body.length + 4)
  return framed
}
