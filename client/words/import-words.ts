import type { ImportReply } from '../../shared/api/imports.ts'
import { counted } from './words.ts'

/** `This would change: 12 cards added, 1 changed, 2 retired.` */
export function changeWords(reply: ImportReply): string {
  const { counts, notes, applied } = reply
  const cards = cardWords(reply)
  const conflicts = counts.conflicts > 0 ? ` ${counted(counts.conflicts, 'disagreement')} between notes.` : ''
  if (cards !== '') return `${applied ? 'Done: ' : 'This would change: '}${cards}.${conflicts}`
  if (counts.waiting > 0) {
    return applied
      ? 'Read. Nothing changes until you decide.'
      : 'No card would change before you decide about it.'
  }
  if (notes.length > 0) {
    const [name, verb] = notes.length === 1 ? ['The note', 'is'] : ['The notes', 'are']
    return applied
      ? `${name} ${verb} in your library; no card changed.`
      : `${name} would be kept; no card changes.`
  }
  return applied ? 'Read. Nothing changed.' : 'Nothing would change.'
}

/** `Saved: 1 card added.` */
export function savedWords(reply: ImportReply): string {
  const cards = cardWords(reply)
  return cards === '' ? 'Saved. No card changed.' : `Saved: ${cards}.`
}

/** `12 cards added, 1 changed`; only the first number says what is counted. */
function cardWords({ counts }: ImportReply): string {
  const done: [number, string][] = [
    [counts.added, 'added'],
    [counts.updated, 'changed'],
    [counts.moved, 'moved'],
    [counts.retired, 'retired'],
  ]
  return done
    .filter(([count]) => count > 0)
    .map(([count, word], i) => `${i === 0 ? counted(count, 'card') : count.toLocaleString('en')} ${word}`)
    .join(', ')
}

/** How many cards of this import wait for a decision: doubtful new ones, changed meanings and vanished sources. */
export function waitingAfter({ counts, added }: ImportReply): number {
  return counts.waiting + added.filter((card) => card.status === 'doubtful').length
}

/** `3 wait in the Inbox`, or nothing. */
export function waitWords(count: number): string {
  if (count === 0) return ''
  return count === 1 ? '1 card waits in the Inbox' : `${count.toLocaleString('en')} cards wait in the Inbox`
}

/** Why a file was passed over, without its name where that stands beside it already. */
export function refusedWords({ path, sentence }: ImportReply['refused'][number]): string {
  const bare = sentence.startsWith(`${path}: `) ? sentence.slice(path.length + 2) : sentence
  return bare.charAt(0).toUpperCase() + bare.slice(1)
}
