/** The words of a bubble that are selected; empty: none, or more than this bubble. */
export function selectedIn(bubble: Element | null): string {
  const selection = window.getSelection()
  const words = bubble?.querySelector('.words')
  if (selection === null || selection.isCollapsed || words === null || words === undefined) {
    return ''
  }
  const isInside = words.contains(selection.anchorNode) && words.contains(selection.focusNode)
  return isInside ? selection.toString().trim() : ''
}
