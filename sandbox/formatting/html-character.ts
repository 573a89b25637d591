const named: Record<string, string> = { lt: '<', gt: '>', amp: '&', quot: '"' }

/** `&amp;` and `&#8364;` as the characters they stand for; other names stay as they are written. */
export function decodeCharacters(source: string): string {
  return source.replace(
    /&(?:#(\d{1,7})|#x([0-9a-f]{1,6})|([a-z]+));?/gi,
    (whole, decimal?: string, hex?: string, name?: string) => {
      if (name !== undefined) return named[name] ?? whole
      const code = decimal === undefined ? parseInt(hex ?? '', 16) : Number(decimal)
      const isCharacter = code > 0 && code <= 0x10ffff && !(code >= 0xd800 && code <= 0xdfff)
      return isCharacter ? String.fromCodePoint(code) : whole
    },
  )
}
