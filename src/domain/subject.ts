const maxGraphemes = 60

/** The first line of a description, shortened at a word: what a ticket is called. */
export function subjectOf(description: string): string {
  const line =
    description
      .split('\n')
      .map((one) => one.trim())
      .find((one) => one !== '') ?? ''
  return shorten(line, maxGraphemes)
}

/** At most `max` graphemes, cut at a word where one ends in the second half, with an ellipsis. */
export function shorten(text: string, max: number): string {
  const graphemes = [...new Intl.Segmenter().segment(text)].map(({ segment }) => segment)
  if (graphemes.length <= max) return text
  const kept = graphemes.slice(0, max - 1)
  const space = kept.lastIndexOf(' ')
  const end = space > max / 2 ? space : kept.length
  return `${kept.slice(0, end).join('').trimEnd()}…`
}
