import type { CardContent } from '../card/card.ts'
import { plainText, rulesOf } from '../card/kinds/card-kinds.ts'

/** One sentence, as plain text, that says what a wrong option is the answer to. */
export function explainOption(origin: CardContent, option: string): string {
  const answer = plain(option).replace(/[.;]$/, '')
  return `“${answer}” ${rulesOf(origin).quiz.answerTo}: ${plain(plainText(origin).front)}`
}

function plain(markdown: string): string {
  return markdown.replace(/`/g, '').replace(/\s+/g, ' ').trim()
}
