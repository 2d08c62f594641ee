import type { QueueCard } from '../../shared/api/queue.ts'

/**
 * The line above a prompt: its concept, unless that would give the answer away; then the outermost heading that does not.
 * Once the card is turned, the concept. What only says the prompt again is left out.
 */
export function crumbOf(
  card: Pick<QueueCard, 'concept' | 'prompt' | 'answer' | 'sources'>,
  side: 'prompt' | 'answer',
): string {
  const prompt = bareWords(card.prompt.text).join(' ')
  const headings = card.sources[0]?.heading ?? []
  const names = [card.concept, ...headings].filter((name) => bareWords(name).join(' ') !== prompt)
  const name = side === 'answer' ? names[0] : names.find((one) => !givesAway(one, card.answer.text))
  // A name of a note may hold code or a formula; here it is a quiet line of words.
  return name?.replaceAll(/[`$]|\*\*|__/g, '') ?? ''
}

/** Whether reading `name` helps to guess `answer`: one holds the other, or a short answer shares a telling word with it. */
export function givesAway(name: string, answer: string): boolean {
  const [known, wanted] = [bareWords(name), bareWords(answer)]
  if (known.length === 0 || wanted.length === 0) return false
  const holds = (whole: string[], part: string[]) => ` ${whole.join(' ')} `.includes(` ${part.join(' ')} `)
  if (holds(wanted, known) || holds(known, wanted)) return true
  return (
    wanted.length <= 6 &&
    wanted.some((word) => word.length >= 3 && known.some((other) => other.startsWith(word)))
  )
}

function bareWords(text: string): string[] {
  return text.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? []
}
