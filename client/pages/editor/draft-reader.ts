import type { DraftReading, SavedNote } from './draft-reading.ts'
import type { DraftAnswer, DraftQuestion } from './read-draft.worker.ts'

/** Reads a draft beside the page. Only the newest text is ever answered. */
export interface DraftReader {
  readonly open: (note: SavedNote) => void
  readonly read: (text: string) => void
  readonly close: () => void
}

/** Where texts are read: a worker, or what stands in for it in a test. */
export interface ReadingPlace {
  readonly ask: (question: DraftQuestion) => void
  readonly onAnswer: (take: (answer: DraftAnswer) => void) => void
  readonly close: () => void
}

export function openDraftReader(
  onReading: (reading: DraftReading) => void,
  place: ReadingPlace = startWorker(),
): DraftReader {
  let number = 0
  let isBusy = false
  // What was typed while the worker was reading: only the last of it is worth reading.
  let next: string | null = null
  const ask = (text: string) => {
    isBusy = true
    place.ask({ kind: 'text', number, text })
  }
  place.onAnswer((answer) => {
    isBusy = false
    if (answer.number === number) onReading(answer.reading)
    if (next === null) return
    ask(next)
    next = null
  })
  return {
    open: (note) => place.ask({ kind: 'saved', note }),
    read: (text) => {
      number++
      if (isBusy) next = text
      else ask(text)
    },
    close: place.close,
  }
}

function startWorker(): ReadingPlace {
  const worker = new Worker(new URL('./read-draft.worker.ts', import.meta.url), { type: 'module' })
  return {
    ask: (question) => worker.postMessage(question, []),
    onAnswer: (take) =>
      worker.addEventListener('message', ({ data }: MessageEvent<DraftAnswer>) => take(data)),
    close: () => worker.terminate(),
  }
}
