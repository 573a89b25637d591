import { useCallback, useEffect, useState } from 'preact/hooks'

import type { Selection } from '../store/selection.ts'
import { addressOf, selectionFrom } from './selection-in-address.ts'

/** What is open, kept in the address: a reload opens the same, and so does a copied address. */
export function useSelection(): [Selection, (change: Partial<Selection>) => void] {
  const [selection, setSelection] = useState(() => selectionFrom(location.hash))
  useEffect(() => {
    const read = () => setSelection(selectionFrom(location.hash))
    window.addEventListener('hashchange', read)
    return () => window.removeEventListener('hashchange', read)
  }, [])
  useEffect(() => {
    if (location.hash !== addressOf(selection)) history.replaceState(null, '', addressOf(selection))
  }, [selection])
  const select = useCallback(
    (change: Partial<Selection>) => setSelection((before) => ({ ...before, ...change })),
    [],
  )
  return [selection, select]
}
