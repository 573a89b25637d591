const script = new URL('../scripts/build-page.mjs', import.meta.url).href

/** Builds the page if its sources are newer; the builder is JavaScript, for npm's install uses it. */
export async function buildPageIfStale(): Promise<void> {
  const builder = (await import(script)) as { buildPageIfStale: () => Promise<boolean> }
  await builder.buildPageIfStale()
}
