/** Puts words into the clipboard, and says whether that was allowed. */
export async function copyText(text: string, toast: (text: string) => void): Promise<void> {
  try {
    await navigator.clipboard.writeText(text)
    toast('Copied.')
  } catch {
    toast('The browser does not allow copying here.')
  }
}
