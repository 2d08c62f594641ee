import { diffWordsWithSpace } from 'diff'

/** What one wording has and the other has not, word by word; readable without colour and aloud. */
export function WordDiff({ before, after }: { readonly before: string; readonly after: string }) {
  return (
    <>
      {wordChanges(before, after).map((part, i) => {
        if (part.kind === 'same') return part.text
        return part.kind === 'gone' ? <del key={i}>{part.text}</del> : <ins key={i}>{part.text}</ins>
      })}
    </>
  )
}

export interface WordChange {
  readonly kind: 'same' | 'gone' | 'come'
  readonly text: string
}

/** Both wordings as one text with what went and what came. Where hardly a word stayed, the whole is exchanged. */
export function wordChanges(before: string, after: string): WordChange[] {
  const parts = diffWordsWithSpace(before, after).map(({ added, removed, value }): WordChange => {
    if (added) return { kind: 'come', text: value }
    return { kind: removed ? 'gone' : 'same', text: value }
  })
  const kept = parts.filter(({ kind }) => kind === 'same').reduce((sum, { text }) => sum + wordsIn(text), 0)
  const isExchange = kept * 4 < Math.min(wordsIn(before), wordsIn(after))
  if (!isExchange) return parts
  return [
    { kind: 'gone', text: before },
    { kind: 'same', text: ' ' },
    { kind: 'come', text: after },
  ]
}

function wordsIn(text: string): number {
  return text.match(/[\p{L}\p{N}]+/gu)?.length ?? 0
}
