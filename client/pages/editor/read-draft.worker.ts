import { type DraftReading, type SavedNote, createDraftReading } from './draft-reading.ts'

/** `saved` begins a note; `text` asks what it would give, and the answer bears its number. */
export type DraftQuestion =
  | { readonly kind: 'saved'; readonly note: SavedNote }
  | { readonly kind: 'text'; readonly number: number; readonly text: string }
export interface DraftAnswer {
  readonly number: number
  readonly reading: DraftReading
}

let readText: ((text: string) => DraftReading) | null = null

// Beside the page, so that typing never waits for reading.
addEventListener('message', ({ data }: MessageEvent<DraftQuestion>) => {
  if (data.kind === 'saved') readText = createDraftReading(data.note)
  else if (readText !== null) {
    postMessage({ number: data.number, reading: readText(data.text) } satisfies DraftAnswer)
  }
})
