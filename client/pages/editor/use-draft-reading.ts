import { useEffect, useRef, useState } from 'preact/hooks'
import { type DraftReader, openDraftReader } from './draft-reader.ts'
import type { DraftReading, SavedNote } from './draft-reading.ts'

/** What `text` would give, measured against the saved note; null until it was first read. */
export function useDraftReading(saved: SavedNote, text: string): DraftReading | null {
  const [reading, setReading] = useState<DraftReading | null>(null)
  const reader = useRef<DraftReader | null>(null)
  useEffect(() => {
    const opened = openDraftReader(setReading)
    reader.current = opened
    return () => opened.close()
  }, [])
  useEffect(() => reader.current?.open(saved), [saved])
  useEffect(() => reader.current?.read(text), [saved, text])
  return reading
}
