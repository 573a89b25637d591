/** As many files as one album holds. */
const longest = 10

type Sort = 'seen' | 'heard' | 'kept' | 'alone'

/** Chosen files as Telegram's apps send them: pictures, sounds and other files in albums of their own. */
export function albumsOf<F extends { type: string }>(
  files: readonly F[],
  asFiles: boolean,
): [F, ...F[]][] {
  const albums: { sort: Sort; files: [F, ...F[]] }[] = []
  for (const file of files) {
    const sort = asFiles ? 'kept' : sortOf(file.type)
    const open = albums.findLast((album) => album.sort === sort)
    const hasRoom = open !== undefined && sort !== 'alone' && open.files.length < longest
    if (hasRoom) open.files.push(file)
    else albums.push({ sort, files: [file] })
  }
  return albums.map((album) => album.files)
}

function sortOf(mime: string): Sort {
  // A moving picture stands alone.
  if (mime === 'image/gif') return 'alone'
  if (/^(image|video)\//.test(mime)) return mime === 'image/svg+xml' ? 'kept' : 'seen'
  return mime.startsWith('audio/') ? 'heard' : 'kept'
}
