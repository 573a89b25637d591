/** Where a link leads, if it may be opened: only http and https. */
export function safeLink(address: string): string | null {
  const full = /^[a-z][a-z\d+.-]*:/i.test(address) ? address : `https://${address}`
  if (!URL.canParse(full)) return null
  const { protocol, href } = new URL(full)
  return protocol === 'https:' || protocol === 'http:' ? href : null
}
