import { splitSentences, withoutAsides } from './grammar.ts'

const firstPerson = /\b(?:i|i'm|i've|i’m|i’ve|me|my|mine|myself|we|we're|we've|us|our|ours|ourselves)\b/i

/** True when a text outside code speaks of its author. */
export function isPersonal(text: string): boolean {
  return firstPerson.test(text.replace(/`[^`]*`/g, ' ').replace(/\bI\/O\b|\bUS\b/g, ' '))
}

/** The text without its author: personal asides and remarks go; undefined when the sentence itself is personal. */
export function impersonal(text: string): string | undefined {
  if (!isPersonal(text)) return text
  const bare = withoutAsides(text)
    .replace(
      /\s+(?:that\s+)?(?:I|we)\s+(?:found|liked|like|used|use|learned|learnt|discovered|love|enjoyed)(?:\s+(?:most|useful|helpful|interesting))?\s*(?=[:.,]|$)/gi,
      '',
    )
    .replace(
      /\b(?:in|for|throughout|across|during)\s+(?:my|our)\s+(?:\p{L}+\s+){0,3}(?:projects?|apps?|applications?|work|journey|team|code)\b/giu,
      '',
    )
    .replace(/\b(?:my|our)\s+(?=\p{L})/giu, '')
    .replace(/\s{2,}/g, ' ')
    .trim()
  return isPersonal(bare) || bare === '' ? undefined : bare
}

/** The sentences of a text that do not speak of its author. */
export function impersonalSentences(text: string): string[] {
  return splitSentences(text).flatMap((sentence) => {
    const bare = impersonal(sentence)
    return bare === undefined ? [] : [bare]
  })
}
